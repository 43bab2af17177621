package io.synthforce.store.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.store.call.AttemptResult;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.call.NewAttempt;
import io.synthforce.store.fixture.AtOnce;
import io.synthforce.store.fixture.Branch;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.request.Requests.Answered;
import io.synthforce.store.request.Requests.Submitted;
import io.synthforce.store.simulation.Simulations.Deleted;
import io.synthforce.workflows.simulation.Operation;
import io.synthforce.workflows.simulation.SimulationActivities.Abandonment;
import io.synthforce.workflows.simulation.SimulationActivities.Projected;
import io.synthforce.workflows.simulation.SimulationActivities.Verdict;
import io.synthforce.workflows.turn.CallClass;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DeletionTest {

    @AutoClose
    private static final TestStore store = new TestStore();

    @Test
    void everything_goes_but_the_cost_of_the_attempts() {
        Story story = Story.ofPriceIncrease(store);
        story.playTurn();

        assertThat(story.delete()).isEqualTo(new Deleted.Gone(List.of(story.id), List.of()));

        assertThat(store.simulations.find(story.id)).isEmpty();
        for (String table : List.of("requests", "turns", "journal", "snapshots", "calls", "memories", "lineage")) {
            assertThat(count("select count(*) from %s where simulation = :id".formatted(table), story.id))
                    .as(table)
                    .isZero();
        }
        assertThat(count("select count(*) from attempts where simulation = :id", story.id))
                .isEqualTo(3);
        assertThat(count("""
            select count(*) from attempts where simulation = :id
            and request is null and reply is null and detail is null
            and owner = 'local' and completion_tokens = 200\
            """, story.id)).isEqualTo(3);
        assertThat(story.delete()).isEqualTo(new Deleted.Unknown());
    }

    @Test
    void a_simulation_with_branches_goes_only_with_all_of_them() {
        Story trunk = Story.ofPriceIncrease(store);
        UUID branch = Branch.of(trunk, 0);
        UUID twig = Branch.of(store, branch, 0);

        assertThat(trunk.delete()).isEqualTo(new Deleted.HasBranches(List.of(branch)));
        assertThat(store.simulations.find(trunk.id)).isPresent();

        assertThat(store.simulations.delete(trunk.id, true))
                .isEqualTo(new Deleted.Gone(List.of(twig, branch, trunk.id), List.of()));
        assertThat(store.simulations.find(twig)).isEmpty();
    }

    @Test
    void a_branch_goes_without_what_it_branched_from() {
        Story trunk = Story.ofPriceIncrease(store);
        UUID branch = Branch.of(trunk, 0);

        assertThat(store.simulations.delete(branch, false)).isEqualTo(new Deleted.Gone(List.of(branch), List.of()));
        assertThat(trunk.delete()).isEqualTo(new Deleted.Gone(List.of(trunk.id), List.of()));
    }

    @Test
    void nothing_can_be_asked_of_it_afterwards() {
        Story story = Story.ofPriceIncrease(store);
        var request = story.next();
        story.delete();

        assertThat(store.requests.submit(story.id, "key", Operation.NEXT, "{}"))
                .isEqualTo(new Submitted.UnknownSimulation());
        assertThat(store.requests.find(request.id())).isEmpty();
        assertThat(store.requests.unanswered(story.id)).isEmpty();
        assertThat(store.requests.answer(story.id, request.id())).isEqualTo(new Answered(null, 0));
        assertThat(store.turns.take(story.id, request.id(), 1).verdict()).isEqualTo(Verdict.GONE);
    }

    @Test
    void a_turn_under_way_finds_it_gone_at_its_next_step() {
        Story story = Story.ofPriceIncrease(store);
        var turn = story.takeNext();
        var ceo = story.position(1, "ceo");
        UUID attempt = story.begin(ceo);
        var events = story.speak(turn);
        var projection = story.projection(turn, events);
        story.delete();

        assertThat(store.calls.record(attempt, Story.answered(), Story.reply(attempt, ceo, "{}")))
                .isEmpty();
        assertThat(store.calls.giveUp(Story.degraded(attempt, ceo))).isEmpty();
        assertThat(store.calls.begin(new NewAttempt(
                        UUID.randomUUID(),
                        ceo,
                        0,
                        false,
                        "scope",
                        CallClass.NEXT,
                        "worker",
                        "gpt",
                        "request",
                        100,
                        null,
                        null)))
                .isEqualTo(ModelCalls.Begun.GONE);
        store.turns.abandon(new Abandonment(story.id, 1, turn.request(), 500, "turn_failed", "detail"));
        assertThat(store.journal.project(projection)).isEqualTo(new Projected(Verdict.GONE, null, 0, null));
        assertThat(count("select count(*) from journal where simulation = :id", story.id))
                .isZero();
    }

    @Test
    void an_attempt_that_ends_afterwards_keeps_its_cost_and_no_text() {
        Story story = Story.ofPriceIncrease(store);
        story.takeNext();
        UUID recorded = story.begin(story.position(1, "ceo"));
        UUID ended = story.begin(story.position(1, "pm"));
        story.delete();

        store.calls.record(
                recorded, Story.answered(), Story.reply(recorded, story.position(1, "ceo"), "{\"text\":\"secret\"}"));
        store.calls.end(ended, Story.ended(AttemptResult.State.UNUSABLE, 200, null));

        assertThat(store.calls.attempts(story.id, 1))
                .extracting(a -> a.state().name())
                .containsExactlyInAnyOrder("LOST", "UNUSABLE");
        assertThat(count("""
            select count(*) from attempts where simulation = :id
            and request is null and reply is null and detail is null and latency_ms is not null\
            """, story.id)).isEqualTo(2);
    }

    @Test
    void deletion_at_the_moment_of_a_projection_leaves_no_trace_of_either() {
        for (int round = 0; round < 20; round++) {
            Story story = Story.ofPriceIncrease(store);
            var turn = story.takeNext();
            var projection = story.projection(turn, story.speak(turn));

            var results =
                    AtOnce.<Object>both(() -> store.journal.project(projection).verdict(), story::delete);

            assertThat(results.get(0)).isIn(Verdict.DONE, Verdict.GONE);
            assertThat(results.get(1)).isEqualTo(new Deleted.Gone(List.of(story.id), List.of()));
            assertThat(count("select count(*) from journal where simulation = :id", story.id))
                    .isZero();
        }
    }

    @Test
    void deletion_at_the_moment_a_call_begins_or_ends_keeps_no_text() {
        for (int round = 0; round < 20; round++) {
            Story story = Story.ofPriceIncrease(store);
            story.takeNext();
            UUID attempt = story.begin(story.position(1, "ceo"));

            AtOnce.<Object>both(
                    () -> {
                        story.begin(story.position(1, "pm"));
                        return store.calls.record(
                                attempt, Story.answered(), Story.reply(attempt, story.position(1, "ceo"), "{}"));
                    },
                    story::delete);

            assertThat(count("""
                select count(*) from attempts where simulation = :id
                and (request is not null or reply is not null or detail is not null)\
                """, story.id)).isZero();
        }
    }

    private static long count(String sql, UUID id) {
        return store.jdbc.sql(sql).param("id", id).query(Long.class).single();
    }
}
