package io.synthforce.store.budget;

import io.synthforce.store.budget.BudgetRows.Row;
import io.synthforce.store.sql.Columns;
import io.synthforce.workflows.budget.Amount;
import io.synthforce.workflows.budget.Budget;
import io.synthforce.workflows.budget.Prompts;
import io.synthforce.workflows.budget.Terms;
import io.synthforce.workflows.budget.TurnCalls;
import io.synthforce.workflows.budget.WorstCase;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds spending to its budget: before a turn begins its worst case is reserved, and no request is sent that what is left
 * does not cover. For transactions that hold the simulation's lock; the rows of budgets are locked after it.
 */
public final class Reservations {

    private static final String SCENARIO = "select scenario from simulations where id = :id";

    private static final String RESERVE = """
        update turns set reserved_tokens = :tokens, reserved_usd = :usd
        where simulation = :simulation and turn = :turn""";

    private final JdbcClient jdbc;
    private final BudgetRows rows;
    private final HeldPlays plays;
    private final KnownTerms terms;

    public Reservations(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rows = new BudgetRows(jdbc);
        this.plays = new HeldPlays(jdbc);
        this.terms = new KnownTerms(jdbc);
    }

    /** What the next turn of a simulation is to be about, as far as it makes prompts longer. */
    public record Ahead(List<Seat> speakers, Map<String, Object> facts, List<String> said) {

        /** A turn of the whole cast for which nobody says anything. */
        public static Ahead of(Scenario scenario) {
            return new Ahead(scenario.cast(), Map.of(), List.of());
        }
    }

    /** Whether there is room for a turn. */
    public sealed interface Room {
        /** Nothing is capped, so nothing has to be reserved. */
        record Unlimited() implements Room {}

        record Enough(Amount need) implements Room {}

        record TooLittle(Shortage shortage) implements Room {}
    }

    /** Caps what a simulation that is being started may spend. */
    public void limit(UUID simulation, Budget budget) {
        rows.put(simulation, budget);
    }

    /** Looks, and until the end of the transaction nobody else may reserve. */
    public Room roomFor(UUID simulation, Ahead ahead) {
        return roomFor(simulation, () -> need(scenario(simulation), ahead));
    }

    /** As for a turn, for calls beside one, of which nothing is reserved. */
    public Room roomFor(UUID simulation, Function<Terms, Amount> calls) {
        return roomFor(simulation, () -> terms.find().map(calls).orElseGet(() -> new Amount(0, null)));
    }

    private Room roomFor(UUID simulation, Supplier<Amount> needed) {
        List<Row> budgets = rows.lock(simulation);
        if (budgets.isEmpty()) {
            return new Room.Unlimited();
        }
        Amount need = needed.get();
        return budgets.stream()
                .map(row -> new Shortage("PUT " + row.scope().path() + " with", rows.balance(row), need))
                .filter(shortage -> !shortage.balance().covers(need))
                .findFirst()
                .<Room>map(Room.TooLittle::new)
                .orElseGet(() -> new Room.Enough(need));
    }

    /** Notes with a turn that was taken what may be spent on it. */
    public void reserve(UUID simulation, int turn, Room room) {
        Amount need = room instanceof Room.Enough enough ? enough.need() : null;
        jdbc.sql(RESERVE)
                .param("simulation", simulation)
                .param("turn", turn)
                .param("tokens", need == null ? null : need.tokens(), Types.BIGINT)
                .param("usd", need == null ? null : need.usd(), Types.NUMERIC)
                .update();
    }

    /** Lets a play wait. */
    public void hold(long request) {
        plays.hold(request);
    }

    /** What a turn that ends has not spent is free again: plays that wait for it look again. */
    public void release(UUID simulation) {
        rows.lock(simulation).forEach(row -> plays.release(row.scope()));
    }

    /** Whether what is booked, with a request that was just written, is within every budget. */
    public boolean covers(UUID simulation) {
        return rows.lock(simulation).stream().allMatch(row -> rows.balance(row).covers(Amount.NOTHING));
    }

    /** The most that a turn can spend; without a price where nobody has said yet how models are asked. */
    public Amount need(Scenario scenario, Ahead ahead) {
        return terms.find().map(known -> need(scenario, ahead, known)).orElseGet(() -> new Amount(0, null));
    }

    private static Amount need(Scenario scenario, Ahead ahead, Terms terms) {
        return WorstCase.of(
                TurnCalls.most(
                        ahead.speakers(),
                        scenario.settings().rounds(),
                        scenario.settings().enableAnalytics()),
                new Prompts(scenario, ahead.speakers(), ahead.facts(), ahead.said()),
                terms);
    }

    private Scenario scenario(UUID simulation) {
        return jdbc.sql(SCENARIO)
                .param("id", simulation)
                .query((row, _) -> Columns.json(row, "scenario", Scenario.class))
                .single();
    }
}
