package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.crash.Rows.Attempt;
import io.synthforce.crash.Rows.Call;
import io.synthforce.crash.Rows.Key;
import io.synthforce.crash.ScriptedModel.Asked;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What was sent to the model against what was booked of it. */
record Books(Rows rows, ScriptedModel model) {

    /** What was known of a simulation's calls at one moment. */
    record Page(List<Key> recorded, List<UUID> open) {}

    Page page(UUID simulation) {
        return new Page(
                rows.calls(simulation).stream().map(Call::key).toList(),
                rows.attempts(simulation).stream()
                        .filter(attempt -> attempt.state().equals("open"))
                        .map(Attempt::id)
                        .toList());
    }

    /** What holds whatever happened: each request is booked once, and none was sent for a call already recorded. */
    void balance(UUID simulation) {
        balance(simulation, _ -> true);
    }

    /**
     * What holds where several processes played a turn at once. One may record a call between the other's look at the
     * record and its sending, so in that turn each asks once at the most; every other turn is as ever.
     */
    void balanceOfARace(UUID simulation, int turn, int processes) {
        balance(simulation, key -> key.turn() != turn);
        assertThat(sent(simulation))
                .as("requests per call")
                .allSatisfy((_, times) -> assertThat(times).isLessThanOrEqualTo(processes));
    }

    private void balance(UUID simulation, Predicate<Key> playedByOne) {
        everyRequestHasOneAttempt();
        noRequestFollowsItsRecord(simulation, playedByOne);
        oneReplyIsRecordedPerCall(simulation);
    }

    /** What holds after a kill: what was recorded was not asked again, what was in flight once more at the most. */
    void balanceAfterKill(UUID simulation, Page atKill) {
        balance(simulation);
        var states = rows.attempts(simulation).stream().collect(Collectors.toMap(Attempt::id, Attempt::state));
        assertThat(atKill.open())
                .as("attempts open at the kill")
                .allMatch(id -> states.get(id).equals("unknown"));
        assertThat(states.values()).as("attempts in the end").isSubsetOf("recorded", "unknown");
        var sent = sent(simulation);
        assertThat(atKill.recorded()).as("calls recorded at the kill").allMatch(key -> sent.get(key) == 1);
        assertThat(sent)
                .as("requests per call")
                .allSatisfy((_, times) -> assertThat(times).isLessThanOrEqualTo(2));
    }

    /** How many requests the model received for each call. */
    Map<Key, Long> sent(UUID simulation) {
        return rows.callsOf(simulation, model.journal()).values().stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private void everyRequestHasOneAttempt() {
        var asked = model.journal().stream().map(Asked::attempt).toList();
        assertThat(asked).as("requests by attempt").doesNotHaveDuplicates();
        var booked =
                rows.jdbc().sql("select id from attempts").query(UUID.class).list();
        assertThat(booked).as("attempts").containsAll(asked);
    }

    private void noRequestFollowsItsRecord(UUID simulation, Predicate<Key> playedByOne) {
        var recorded = rows.calls(simulation).stream()
                .filter(call -> playedByOne.test(call.key()))
                .collect(Collectors.toMap(Call::key, Call::recordedAt));
        assertThat(rows.callsOf(simulation, model.journal()))
                .as("requests after their call was recorded")
                .allSatisfy((asked, key) -> {
                    if (recorded.containsKey(key)) {
                        assertThat(asked.receivedAt()).as("%s", key).isBefore(recorded.get(key));
                    }
                });
    }

    private void oneReplyIsRecordedPerCall(UUID simulation) {
        var recorded = rows.attempts(simulation).stream()
                .filter(attempt -> attempt.state().equals("recorded"))
                .collect(Collectors.toMap(Attempt::key, Attempt::id));
        assertThat(rows.calls(simulation))
                .filteredOn(call -> call.state().equals("ok"))
                .as("recorded calls")
                .hasSize(recorded.size())
                .allSatisfy(call -> assertThat(call.attempt()).isEqualTo(recorded.get(call.key())));
    }
}
