package io.synthforce.store.budget;

import io.synthforce.store.budget.BudgetRows.Row;
import io.synthforce.store.budget.Reservations.Ahead;
import io.synthforce.store.lock.SimulationLock;
import io.synthforce.workflows.budget.Amount;
import io.synthforce.workflows.budget.Balance;
import io.synthforce.workflows.budget.Budget;
import io.synthforce.workflows.budget.Estimate;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.simulation.Bell;
import io.synthforce.workflows.simulation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What may be spent, kept with the simulation everything was forked from. */
public class Budgets {

    private final BudgetRows rows;
    private final HeldPlays plays;
    private final TransactionTemplate transaction;
    private final SimulationLock lock;
    private final Reservations reservations;

    public Budgets(JdbcClient jdbc, TransactionTemplate transaction, SimulationLock lock) {
        this.rows = new BudgetRows(jdbc);
        this.plays = new HeldPlays(jdbc);
        this.transaction = transaction;
        this.lock = lock;
        this.reservations = new Reservations(jdbc);
    }

    /** How setting one went. */
    public sealed interface Put {
        /** @param released plays that waited for it, for which is to be rung */
        record Done(Balance balance, List<Released> released) implements Put {}

        /** It is less than what is spent and reserved already. */
        record TooLow(Balance balance) implements Put {}

        record UnknownSimulation() implements Put {}
    }

    /** A play that may go on. */
    public record Released(UUID simulation, long request) {

        public Bell bell() {
            return new Bell(request, Operation.PLAY);
        }
    }

    /** Empty when spending is not capped. A branch has the budget of what it was forked from. */
    public Optional<Balance> of(UUID simulation) {
        return rows.find(simulation).map(row -> rows.balance(row.root(), row.budget()));
    }

    /** What a simulation was expected to take when it was started; empty when nothing could be. */
    public Optional<Estimate> estimate(UUID simulation) {
        return rows.estimate(simulation);
    }

    /** The most that a turn of the whole cast can spend, beside what users say for it. */
    public Amount need(Scenario scenario) {
        return reservations.need(scenario, Ahead.of(scenario));
    }

    /** Sets, raises or lowers the budget of everything that was forked together with a simulation. */
    public Put put(UUID simulation, Budget budget) {
        List<Released> released = new ArrayList<>();
        return transaction.execute(status -> {
            if (!lock.keep(simulation)) {
                return new Put.UnknownSimulation();
            }
            rows.put(simulation, budget);
            Row row = rows.lock(simulation).orElseThrow();
            Balance balance = rows.balance(row.root(), budget);
            if (!budget.covers(balance.spent().plus(balance.reserved()))) {
                status.setRollbackOnly();
                return new Put.TooLow(balance);
            }
            released.addAll(plays.release(row.root()));
            return new Put.Done(balance, released);
        });
    }
}
