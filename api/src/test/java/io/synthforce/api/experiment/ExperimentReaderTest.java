package io.synthforce.api.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.api.stream.EventStream;
import io.synthforce.store.call.AttemptResult.State;
import io.synthforce.store.doorbell.Listener;
import io.synthforce.store.experiment.BranchRun;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.fixture.WhatIf;
import io.synthforce.store.request.RequestRow;
import io.synthforce.store.request.Requests.Submitted;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.simulation.Operation;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Phase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class ExperimentReaderTest {

    private final TestStore store = new TestStore();
    private final Story trunk = Story.ofPriceIncrease(store);
    private final WhatIf whatIf = WhatIf.judged(trunk, 2, 1, "The company listened");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private volatile boolean closing;
    private Thread thread;

    @BeforeEach
    void follow() throws IOException {
        Stalls stalls = new Stalls(store.calls, store.plays, store.simulations);
        ExperimentReader reader =
                new ExperimentReader(whatIf.id, store.experiments, stalls, new EventStream(response, Json.mapper()));
        thread = Thread.ofVirtual().start(() -> {
            try (Listener bell = store.doorbell.listen(whatIf.id)) {
                reader.keep(bell, () -> closing);
            } catch (IOException | InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
        awaitSent("\"waiting\":4,\"playing\":0");
    }

    @AfterEach
    void close() throws InterruptedException {
        closing = true;
        thread.join();
        store.close();
    }

    @Test
    void the_first_event_has_all_runs_and_later_ones_those_that_changed() {
        Story first = begin(0);

        awaitSent("\"waiting\":3,\"playing\":1");
        String[] states = sent().split("event: state");
        assertThat(states[1])
                .contains(whatIf.branch(0).id.toString(), whatIf.branch(3).id.toString());
        assertThat(states[2])
                .contains(first.id.toString(), "\"block\":1,\"whole_blocks\":0,\"blocks\":2")
                .doesNotContain(whatIf.branch(1).id.toString());
    }

    @Test
    void it_says_why_nothing_moves_only_when_no_branch_moves() {
        Story first = begin(0);
        Story second = begin(1);
        take(first);
        take(second);
        UUID asked = first.begin(first.position(1, "ceo"));
        UUID limited = second.begin(second.position(1, "ceo"));
        store.calls.end(limited, Story.ended(State.REFUSED, 429, Instant.now().plusSeconds(600)));
        awaitSent("\"playing\":2");
        assertThat(sent()).doesNotContain("rate_limited");

        store.calls.end(asked, Story.ended(State.REFUSED, 429, Instant.now().plusSeconds(300)));

        awaitSent("\"waiting\":{\"reason\":\"rate_limited\",\"until\":");
    }

    @Test
    void a_branch_that_somebody_paused_is_waited_for() {
        begin(0).command(Operation.PAUSE);

        awaitSent("\"waiting\":{\"reason\":\"paused\"");
    }

    @Test
    void a_judge_that_waits_is_told_once_all_branches_have_ended_and_none_of_its_calls_is_under_way() {
        whatIf.runs().forEach(this::end);
        awaitSent("\"playing\":0,\"ended\":4");
        UUID asked = judge(0);
        UUID limited = judge(1);
        Instant later = Instant.now().plusSeconds(600);
        store.calls.end(limited, Story.ended(State.REFUSED, 429, later));
        assertThat(store.calls.judgeWaits(whatIf.id)).isEmpty();

        store.calls.end(asked, Story.ended(State.REFUSED, 429, later.minusSeconds(300)));

        awaitSent("\"waiting\":{\"reason\":\"rate_limited\",\"until\":");
        assertThat(store.calls.judgeWaits(whatIf.id).orElseThrow().until())
                .as("when the first of them is made again")
                .isBefore(later);
        assertThat(sent()).endsWith("\"runs\":[]}\n\n");

        judge(0);

        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        !sent().substring(sent().lastIndexOf("event: state")).contains("\"reason\""));
    }

    @Test
    void the_end_has_an_id_to_come_back_with() {
        store.experiments.cancel(whatIf.id);
        store.experiments.conclude(whatIf.id);

        awaitSent("event: end\ndata: {\"reason\":\"cancelled\"}");
        assertThat(sent()).contains("id: " + whatIf.row().endedAt().toEpochMilli() + "\nevent: end");
    }

    @Test
    void the_end_of_a_deleted_one_is_told_too() {
        trunk.delete();

        awaitSent("event: end\ndata: {\"reason\":\"deleted\"}");
    }

    private Story begin(int position) {
        Story branch = whatIf.branch(position);
        store.requests.submit(branch.id, "experiment/" + whatIf.id, Operation.PLAY, "{\"until_turn\":1}");
        store.experiments.begin(whatIf.id, branch.id);
        return branch;
    }

    private void end(BranchRun run) {
        Story branch = Story.from(store, run.branch());
        branch.playTurn();
        store.experiments.end(whatIf.id, run.branch(), store.runRecords.of(branch.row(), run.run(), 1, null));
    }

    private UUID judge(int position) {
        Story branch = whatIf.branch(position);
        return branch.begin(new CallKey(branch.id, 1, CallKey.COORDINATOR, Phase.JUDGE, 1));
    }

    private void take(Story branch) {
        Submitted play =
                store.requests.submit(branch.id, "experiment/" + whatIf.id, Operation.PLAY, "{\"until_turn\":1}");
        RequestRow request = ((Submitted.Stored) play).request();
        branch.take(request);
    }

    private void awaitSent(String text) {
        await().atMost(Duration.ofSeconds(10)).until(() -> sent().contains(text));
    }

    private String sent() {
        return new String(response.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
