package io.synthforce.store.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.store.budget.Budgets.Put;
import io.synthforce.store.experiment.Experiments.Asked;
import io.synthforce.store.fixture.Scenarios;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.fixture.WhatIf;
import io.synthforce.store.request.RequestRow;
import io.synthforce.workflows.budget.Amount;
import io.synthforce.workflows.budget.Balance;
import io.synthforce.workflows.budget.Budget;
import io.synthforce.workflows.budget.Terms;
import io.synthforce.workflows.simulation.SimulationActivities.Verdict;
import io.synthforce.workflows.turn.Turn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhatIfBudgetTest {

    @AutoClose
    private static final TestStore store = new TestStore();

    private final Story trunk = Story.ofPriceIncrease(store);
    private Amount turn;

    @BeforeEach
    void knowTheTerms() {
        store.terms.write(new Terms(2_048, 3, "gpt", "gpt", "gpt", "gpt", Map.of(), List.of(), List.of(), null, null));
        turn = store.budgets.need(Scenarios.priceIncrease());
    }

    @Test
    void not_even_the_first_turn_is_covered_so_nothing_is_stored() {
        Asked asked = WhatIf.ask(trunk, 1, 1, tokens(turn.tokens() - 1));

        assertThat(asked)
                .isInstanceOfSatisfying(
                        Asked.OverBudget.class,
                        over -> assertThat(over.shortage().detail())
                                .contains("give the what-if a budget with max_tokens of at least " + turn.tokens()));
        assertThat(store.simulations.find(trunk.id)).isPresent();
        assertThat(store.requests.unanswered(trunk.id)).isEmpty();
    }

    @Test
    void the_worst_case_of_a_turn_is_reserved_and_other_branches_wait_for_it() {
        WhatIf whatIf = WhatIf.of(trunk, 1, 1, tokens(turn.tokens()));
        Story first = whatIf.branch(0);
        Story second = whatIf.branch(1);
        Turn taken = first.take(first.play(1)).turn();
        assertThat(balance(whatIf).reserved().tokens()).isEqualTo(turn.tokens());

        RequestRow waits = second.play(1);
        assertThat(second.take(waits).verdict()).isEqualTo(Verdict.PAUSED);
        assertThat(store.plays.find(waits.id()).orElseThrow().overBudget()).isTrue();
        first.project(taken, first.speak(taken));

        assertThat(balance(whatIf).spent().tokens()).isEqualTo(3 * 1_100);
        assertThat(balance(whatIf).reserved().tokens()).isZero();
        assertThat(store.plays.find(waits.id()).orElseThrow().overBudget())
                .as("it looks again when a turn has ended")
                .isFalse();
        assertThat(store.budgets.ofBlocks(whatIf.id)).containsOnlyKeys(1);
    }

    @Test
    void the_trunk_and_other_what_ifs_spend_nothing_of_it() {
        WhatIf whatIf = WhatIf.of(trunk, 1, 1, tokens(turn.tokens()));
        WhatIf other = WhatIf.of(trunk, 1, 1, null);
        trunk.playTurn();
        Story branch = other.branch(0);

        Turn taken = branch.take(branch.play(1)).turn();
        branch.project(taken, branch.speak(taken));

        assertThat(balance(whatIf).spent().tokens()).isZero();
        assertThat(store.budgets.ofWhatIf(other.id)).isEmpty();
    }

    @Test
    void the_budget_of_the_beginning_holds_beside_it() {
        WhatIf whatIf = WhatIf.of(trunk, 1, 1, tokens(10 * turn.tokens()));
        store.budgets.put(trunk.id, tokens(turn.tokens() - 1));
        Story branch = whatIf.branch(0);
        RequestRow play = branch.play(1);

        assertThat(branch.take(play).verdict()).isEqualTo(Verdict.PAUSED);
        store.budgets.put(trunk.id, tokens(turn.tokens()));

        assertThat(branch.take(play).verdict()).isEqualTo(Verdict.DONE);
        assertThat(balance(whatIf).reserved())
                .isEqualTo(store.budgets.of(trunk.id).orElseThrow().reserved());
    }

    @Test
    void raised_it_lets_those_that_wait_go_on() {
        WhatIf whatIf = WhatIf.of(trunk, 1, 1, tokens(turn.tokens()));
        Story first = whatIf.branch(0);
        Story second = whatIf.branch(1);
        first.take(first.play(1));
        RequestRow waits = second.play(1);
        second.take(waits);

        assertThat(store.budgets.putWhatIf(whatIf.id, tokens(turn.tokens() - 1)))
                .isInstanceOf(Put.TooLow.class);
        Put put = store.budgets.putWhatIf(whatIf.id, tokens(2 * turn.tokens()));

        assertThat(put)
                .isInstanceOfSatisfying(
                        Put.Done.class,
                        done -> assertThat(done.released())
                                .extracting(released -> released.request())
                                .containsExactly(waits.id()));
        assertThat(second.take(waits).verdict()).isEqualTo(Verdict.DONE);
    }

    @Test
    void once_it_is_over_branches_are_played_on_beyond_it_and_it_cannot_be_changed() {
        WhatIf whatIf = WhatIf.of(trunk, 1, 1, tokens(turn.tokens()));
        Story branch = whatIf.branch(0);
        branch.take(branch.play(1));
        store.experiments.cancel(whatIf.id);
        store.experiments.conclude(whatIf.id);
        Story other = whatIf.branch(1);

        assertThat(other.take(other.next()).verdict()).isEqualTo(Verdict.DONE);
        assertThat(store.budgets.putWhatIf(whatIf.id, tokens(5_000_000))).isInstanceOf(Put.Unknown.class);
    }

    private static Budget tokens(long most) {
        return new Budget(most, null);
    }

    private static Balance balance(WhatIf whatIf) {
        return store.budgets.ofWhatIf(whatIf.id).orElseThrow();
    }
}
