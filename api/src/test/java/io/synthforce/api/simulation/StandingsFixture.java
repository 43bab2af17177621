package io.synthforce.api.simulation;

import io.synthforce.api.budget.Balances;
import io.synthforce.store.fixture.TestStore;

/** Standings as the tests of other features need them. */
public final class StandingsFixture {

    private StandingsFixture() {}

    public static Standings of(TestStore store) {
        return new Standings(store.calls, store.plays, store.budgets, new Balances(store.budgets), store.simulations);
    }
}
