package io.synthforce.store.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.store.experiment.BranchRun.State;
import io.synthforce.workflows.budget.Amount;
import io.synthforce.workflows.budget.Balance;
import io.synthforce.workflows.budget.Budget;
import io.synthforce.workflows.experiment.PlannedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PurseTest {

    private static final Amount TURN = tokens(5);

    @Test
    void before_the_first_block_is_whole_no_other_begins() {
        assertThat(mayBegin(1_000, Map.of(), State.WAITING, State.WAITING, State.WAITING))
                .containsExactly(1);
        assertThat(mayBegin(1_000, Map.of(1, tokens(4)), State.PLAYING, State.WAITING, State.WAITING))
                .isEmpty();
    }

    @Test
    void as_many_blocks_begin_as_cost_what_the_dearest_one_did() {
        Map<Integer, Amount> spent = Map.of(1, tokens(90), 2, tokens(100));
        State[] states = {State.ENDED, State.ENDED, State.WAITING, State.WAITING};

        assertThat(mayBegin(190 + 100 + 4, spent, states)).isEmpty();
        assertThat(mayBegin(190 + 100 + 5, spent, states)).containsExactly(3);
        assertThat(mayBegin(190 + 200 + 5, spent, states)).containsExactly(3, 4);
    }

    @Test
    void what_plays_is_paid_for_before_another_begins() {
        Map<Integer, Amount> spent = Map.of(1, tokens(100), 2, tokens(30));
        State[] states = {State.ENDED, State.PLAYING, State.WAITING};

        assertThat(mayBegin(130 + 70 + 100 + 4, spent, states)).isEmpty();
        assertThat(mayBegin(130 + 70 + 100 + 5, spent, states)).containsExactly(3);
    }

    @Test
    void a_block_with_failed_runs_is_whole_and_one_that_was_stopped_is_not() {
        assertThat(mayBegin(205, Map.of(1, tokens(100)), State.FAILED, State.WAITING))
                .containsExactly(2);
        assertThat(mayBegin(205, Map.of(1, tokens(100)), State.STOPPED, State.WAITING))
                .isEmpty();
    }

    /** Blocks of one run. */
    private static List<Integer> mayBegin(long budget, Map<Integer, Amount> spent, State... states) {
        List<BranchRun> runs = new ArrayList<>();
        for (int i = 0; i < states.length; i++) {
            runs.add(new BranchRun(new PlannedRun(i, i + 1, 1, i + 1), new UUID(0, i), states[i], null));
        }
        Amount all = spent.values().stream().reduce(Amount.NOTHING, Amount::plus);
        Balance balance = new Balance(new Budget(budget, null), all, Amount.NOTHING);
        return new Purse(balance, spent, TURN)
                .mayBegin(runs).stream().map(run -> run.run().block()).toList();
    }

    private static Amount tokens(long tokens) {
        return new Amount(tokens, null);
    }
}
