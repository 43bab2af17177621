package io.synthforce.store.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.store.experiment.BranchRun.State;
import io.synthforce.store.experiment.Extensions.Extended;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.fixture.WhatIf;
import io.synthforce.store.request.Outcome;
import io.synthforce.store.simulation.Simulations.Deleted;
import io.synthforce.workflows.experiment.Design;
import io.synthforce.workflows.experiment.RunRecord;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ExperimentsTest {

    @AutoClose
    private static final TestStore store = new TestStore();

    private final Story trunk = Story.ofPriceIncrease(store);
    private final WhatIf whatIf = WhatIf.of(trunk, 3, 1);

    @Test
    void a_plan_is_written_with_all_its_branches_before_anything_is_played() {
        assertThat(whatIf.states()).hasSize(6).containsOnly(State.WAITING);
        assertThat(whatIf.runs())
                .allSatisfy(
                        run -> assertThat(store.simulations.find(run.branch())).isPresent());
        assertThat(whatIf.outcome()).isNull();
    }

    @Test
    void no_further_block_begins_and_those_that_have_begun_are_played_as_a_whole() {
        begin(0);
        begin(1);
        begin(2);

        store.experiments.skipRest(whatIf.id);

        assertThat(whatIf.states())
                .containsExactly(
                        State.PLAYING, State.PLAYING, State.PLAYING, State.WAITING, State.SKIPPED, State.SKIPPED);
    }

    @Test
    void what_came_of_a_branch_is_kept_once() {
        begin(0);
        end(0, null);
        end(0, "it was stopped");

        assertThat(whatIf.states().getFirst()).isEqualTo(State.ENDED);
        assertThat(whatIf.runs().getFirst().record().failure()).isNull();
    }

    @Test
    void a_cancelled_experiment_keeps_what_has_ended_and_leaves_nothing_under_way() {
        begin(0);
        begin(1);
        begin(2);
        end(0, null);
        end(1, null);

        assertThat(store.experiments.cancel(whatIf.id)).isTrue();
        assertThat(whatIf.row().state()).isEqualTo(Experiment.State.CANCELLING);
        assertThat(whatIf.row().endedAt()).isNull();
        store.experiments.stop(whatIf.id, whatIf.runs().get(2).branch());
        store.experiments.conclude(whatIf.id);

        assertThat(whatIf.row().state()).isEqualTo(Experiment.State.CANCELLED);
        assertThat(whatIf.row().endedAt()).isNotNull();
        assertThat(whatIf.states())
                .containsExactly(State.ENDED, State.ENDED, State.STOPPED, State.SKIPPED, State.SKIPPED, State.SKIPPED);
        assertThat(whatIf.outcome().httpStatus()).isEqualTo(200);
        assertThat(store.experiments.cancel(whatIf.id)).isFalse();
    }

    @Test
    void one_that_is_cancelled_too_early_says_so() {
        store.experiments.cancel(whatIf.id);

        store.experiments.conclude(whatIf.id);

        assertThat(whatIf.outcome().error()).isEqualTo("experiment_cancelled");
    }

    @Test
    void a_defect_ends_it_even_where_its_plan_cannot_be_read() {
        long request = whatIf.row().request();
        List<UUID> branches = whatIf.runs().stream().map(BranchRun::branch).toList();
        begin(0);
        store.jdbc
                .sql("update experiments set plan = '7' where id = :id")
                .param("id", whatIf.id)
                .update();

        assertThat(store.experiments.fail(whatIf.id)).containsExactly(branches.getFirst());
        assertThat(store.experiments.fail(whatIf.id))
                .as("asked again, as after a lost answer")
                .containsExactly(branches.getFirst());

        assertThat(whatIf.states().subList(0, 2)).containsExactly(State.STOPPED, State.SKIPPED);
        assertThat(store.requests.find(request).orElseThrow().outcome().httpStatus())
                .isEqualTo(500);
    }

    @Test
    void its_end_is_written_once() {
        store.experiments.fail(whatIf.id);

        store.experiments.conclude(whatIf.id);

        assertThat(whatIf.row().state()).isEqualTo(Experiment.State.FAILED);
        assertThat(whatIf.outcome().httpStatus()).isEqualTo(500);
    }

    @Test
    void what_is_over_is_extended_by_new_blocks_under_a_request_of_its_own() {
        playAll();
        store.experiments.conclude(whatIf.id);
        long first = whatIf.row().request();

        assertThat(extend(2, "more")).isInstanceOf(Extended.Stored.class);
        assertThat(extend(2, "more")).as("asked again").isInstanceOf(Extended.Stored.class);

        Experiment row = whatIf.row();
        assertThat(row.state()).isEqualTo(Experiment.State.RUNNING);
        assertThat(row.endedAt()).isNull();
        assertThat(row.exploratory()).isTrue();
        assertThat(row.plan().blocks()).isEqualTo(5);
        assertThat(row.request()).isGreaterThan(first);
        assertThat(store.experiments.ofRequest(first).map(Experiment::id)).contains(whatIf.id);
        assertThat(store.experiments.ofRequest(row.request()).map(Experiment::id))
                .contains(whatIf.id);
        assertThat(whatIf.states().subList(0, 6)).containsOnly(State.ENDED);
        assertThat(whatIf.states().subList(6, 10)).containsOnly(State.WAITING);
        assertThat(whatIf.runs()).extracting(run -> run.run().block()).containsExactly(1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
        assertThat(whatIf.runs()).extracting(BranchRun::branch).doesNotHaveDuplicates();

        playAll();
        store.experiments.conclude(whatIf.id);

        assertThat(whatIf.row().state()).isEqualTo(Experiment.State.DONE);
        assertThat(whatIf.outcome()).as("of the extension").isEqualTo(Outcome.OK);
    }

    @Test
    void what_was_announced_is_not_exploratory_but_more_is() {
        WhatIf announced = WhatIf.of(trunk, 1, 1, null, new Design(false, null, 2, List.of()));
        for (int position = 0; position < 2; position++) {
            end(announced, position);
        }
        store.experiments.conclude(announced.id);

        store.experiments.extend(announced.id, 2, "announced", "{\"repeats\":2}");
        assertThat(announced.row().exploratory()).isFalse();
        for (int position = 2; position < 6; position++) {
            end(announced, position);
        }
        store.experiments.conclude(announced.id);
        store.experiments.extend(announced.id, 1, "once more", "{\"repeats\":1}");

        assertThat(announced.row().exploratory()).isTrue();
    }

    @Test
    void nothing_is_added_to_what_goes_on_or_ended_early() {
        assertThat(extend(2, "early")).isInstanceOf(Extended.NotPlayedOut.class);
        store.experiments.cancel(whatIf.id);
        store.experiments.conclude(whatIf.id);

        assertThat(extend(2, "cancelled")).isInstanceOf(Extended.NotPlayedOut.class);
        assertThat(store.experiments.extend(UUID.randomUUID(), 2, "unknown", "{}"))
                .isInstanceOf(Extended.Unknown.class);
    }

    @Test
    void an_experiment_has_a_limited_number_of_branches() {
        playAll();
        store.experiments.conclude(whatIf.id);

        assertThat(extend(298, "too many")).isEqualTo(new Extended.TooMany(602, 600));
        assertThat(whatIf.row().state()).isEqualTo(Experiment.State.DONE);
    }

    @Test
    void who_deletes_its_simulation_learns_whose_workflows_are_left() {
        assertThat(trunk.delete())
                .isInstanceOfSatisfying(
                        Deleted.Gone.class,
                        gone -> assertThat(gone.experiments()).containsExactly(whatIf.id));
        assertThat(store.experiments.find(whatIf.id)).isEmpty();
    }

    private Extended extend(int repeats, String key) {
        return store.experiments.extend(whatIf.id, repeats, key, "{\"repeats\":%d}".formatted(repeats));
    }

    private void playAll() {
        for (int position = 0; position < whatIf.runs().size(); position++) {
            end(whatIf, position);
        }
    }

    private static void end(WhatIf of, int position) {
        BranchRun run = of.runs().get(position);
        store.experiments.end(
                of.id, run.branch(), new RunRecord(run.run(), null, "a model", false, List.of(), List.of()));
    }

    private void begin(int position) {
        store.experiments.begin(whatIf.id, whatIf.runs().get(position).branch());
    }

    private void end(int position, String failure) {
        BranchRun run = whatIf.runs().get(position);
        store.experiments.end(
                whatIf.id, run.branch(), new RunRecord(run.run(), failure, "a model", false, List.of(), List.of()));
    }
}
