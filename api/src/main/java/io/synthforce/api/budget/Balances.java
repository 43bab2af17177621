package io.synthforce.api.budget;

import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.budget.Budgets;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.workflows.budget.Amount;
import io.synthforce.workflows.budget.Balance;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads how it stands with budgets. */
@Component
@ApiRole
public final class Balances {

    private final Budgets budgets;

    public Balances(Budgets budgets) {
        this.budgets = budgets;
    }

    /** Empty when spending is not capped. */
    public Optional<BalanceAnswer> of(SimulationRow simulation) {
        return budgets.of(simulation.id()).map(balance -> of(simulation, balance));
    }

    BalanceAnswer of(SimulationRow simulation, Balance balance) {
        return BalanceAnswer.of(simulation.root(), balance, next(simulation));
    }

    /** Of a turn that is asked for without a word. */
    private Amount next(SimulationRow simulation) {
        return budgets.need(simulation.scenario());
    }
}
