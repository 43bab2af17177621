package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.AnalysisGiven;
import io.synthforce.workflows.journal.SimulationEvent.DisagreementsNamed;
import io.synthforce.workflows.journal.SimulationEvent.MinutesTaken;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.json.ContentHash;
import io.synthforce.workflows.json.Json;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What stands of a simulation: journal, turns and snapshots, which must tell the same story. */
record Story(Rows rows, UUID simulation) {

    private record Entry(long seq, int turn, SimulationEvent event, String hash) {}

    private record Taken(int turn, String state, String eventsHash) {}

    private record Kept(int turn, long head, SimulationState state, String hash) {}

    /** Turns 1 to {@code turns} stand, each once. */
    void isWholeUpTo(int turns) {
        var journal = journal();
        assertThat(journal).extracting(Entry::seq).containsExactlyElementsOf(numbers(journal.size()));
        assertThat(journal)
                .allSatisfy(entry -> assertThat(ContentHash.of(entry.event())).isEqualTo(entry.hash()));
        assertThat(turns())
                .as("turns")
                .extracting(Taken::turn, Taken::state)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, turns)
                        .mapToObj(turn -> org.assertj.core.groups.Tuple.tuple(turn, "played"))
                        .toList());
        assertThat(turns())
                .allSatisfy(turn -> assertThat(turn.eventsHash()).isEqualTo(hash(eventsOf(journal, turn.turn()))));
        snapshotsAreFoldsOf(journal, turns);
        everyCallIsInThe(journal);
        assertThat(rows.jdbc()
                        .sql("select head from simulations where id = ? and current_turn = ?")
                        .params(simulation, turns)
                        .query(Long.class)
                        .single())
                .as("head")
                .isEqualTo(journal.size());
        assertThat(rows.count("requests where simulation = ? and state in ('open', 'taken')", simulation))
                .as("unanswered requests")
                .isZero();
    }

    private void snapshotsAreFoldsOf(List<Entry> journal, int turns) {
        var snapshots = snapshots();
        assertThat(snapshots).as("snapshots").hasSize(turns + 1);
        var state = SimulationState.BLANK;
        for (var snapshot : snapshots) {
            var events = eventsOf(journal, snapshot.turn());
            state = state.fold(events.stream().map(Entry::event).toList());
            assertThat(ContentHash.of(state)).as("snapshot %d", snapshot.turn()).isEqualTo(snapshot.hash());
            assertThat(snapshot.head()).isEqualTo(events.getLast().seq());
        }
    }

    /** Each recorded call is one event, and nobody spoke who was not asked. */
    private void everyCallIsInThe(List<Entry> journal) {
        assertThat(journal.stream().filter(entry -> isSpeech(entry.event())).count())
                .as("events of calls")
                .isEqualTo(rows.count("calls where simulation = ?", simulation));
    }

    private static boolean isSpeech(SimulationEvent event) {
        return event instanceof PositionTaken
                || event instanceof DisagreementsNamed
                || event instanceof ReplyGiven
                || event instanceof MinutesTaken
                || event instanceof AnalysisGiven;
    }

    private static List<Entry> eventsOf(List<Entry> journal, int turn) {
        return journal.stream().filter(entry -> entry.turn() == turn).toList();
    }

    private static String hash(List<Entry> events) {
        var hashes = new StringBuilder();
        events.forEach(entry -> hashes.append(entry.hash()));
        return ContentHash.ofText(hashes.toString());
    }

    private static List<Long> numbers(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }

    private List<Entry> journal() {
        return rows.jdbc()
                .sql("select seq, turn, event, hash from journal where simulation = ? order by seq")
                .param(simulation)
                .query((row, _) -> new Entry(
                        row.getLong("seq"),
                        row.getInt("turn"),
                        Json.read(row.getString("event"), SimulationEvent.class),
                        row.getString("hash")))
                .list();
    }

    private List<Taken> turns() {
        return rows.jdbc()
                .sql("select turn, state, events_hash from turns where simulation = ? order by turn")
                .param(simulation)
                .query((row, _) -> new Taken(row.getInt("turn"), row.getString("state"), row.getString("events_hash")))
                .list();
    }

    private List<Kept> snapshots() {
        return rows.jdbc()
                .sql("select turn, head, state, hash from snapshots where simulation = ? order by turn")
                .param(simulation)
                .query((row, _) -> new Kept(
                        row.getInt("turn"),
                        row.getLong("head"),
                        Json.read(row.getString("state"), SimulationState.class),
                        row.getString("hash")))
                .list();
    }
}
