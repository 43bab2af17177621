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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
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

        /** There is none, or it is over. */
        record Unknown() implements Put {}
    }

    /** A play that may go on. */
    public record Released(UUID simulation, long request) {

        public Bell bell() {
            return new Bell(request, Operation.PLAY);
        }
    }

    /** Empty when spending is not capped. A branch has the budget of what it was forked from. */
    public Optional<Balance> of(UUID simulation) {
        return rows.find(simulation).map(rows::balance);
    }

    /** Empty when spending of a what-if is not capped beside that of its simulation, or it is unknown. */
    public Optional<Balance> ofWhatIf(UUID experiment) {
        return rows.ofWhatIf(experiment).map(rows::balance);
    }

    /** What was spent on the runs of each block of a what-if. */
    public Map<Integer, Amount> ofBlocks(UUID experiment) {
        return rows.blocks(experiment);
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
        return transaction.execute(status -> {
            if (!lock.keep(simulation)) {
                return new Put.Unknown();
            }
            rows.put(simulation, budget);
            return settle(rows.lock(simulation).getFirst(), status);
        });
    }

    /** As {@link #put}, of a what-if that goes on. */
    public Put putWhatIf(UUID experiment, Budget budget) {
        return transaction.execute(status -> rows.putWhatIf(experiment, budget)
                ? settle(rows.ofWhatIf(experiment).orElseThrow(), status)
                : new Put.Unknown());
    }

    private Put settle(Row row, TransactionStatus status) {
        Balance balance = rows.balance(row);
        if (!row.budget().covers(balance.spent().plus(balance.reserved()))) {
            status.setRollbackOnly();
            return new Put.TooLow(balance);
        }
        return new Put.Done(balance, plays.release(row.scope()));
    }
}
