package io.synthforce.workflows.scenario;

import io.synthforce.workflows.turn.Plot;
import io.synthforce.workflows.world.DefaultWorld;
import io.synthforce.workflows.world.World;
import java.util.List;

/** Scenarios the tests rehearse. */
public final class Scenarios {

    /** Words only a user could have written: they may never be shown outside the payloads that carry them. */
    public static final String USER_TEXT = "Should we raise the price of the gadget by a tenth?";

    public static final String ROOT_SEED = "000102030405060708090a0b0c0d0e0f";
    public static final Issue PRICE = issue("price", DecisionRule.MAJORITY, null);
    public static final Issue HIRING = issue("hiring", DecisionRule.CEO, null);

    private Scenarios() {}

    /** A company of the default world asks itself whether to raise its price. */
    public static Plot priceIncrease() {
        return in(DefaultWorld.world(), 0);
    }

    public static Plot in(World world, int repeat) {
        return new Plot(world, List.of(PRICE, HIRING), ROOT_SEED, repeat, 1, true, "root");
    }

    public static Plot withRounds(Plot plot, int rounds) {
        return new Plot(
                plot.world(), plot.issues(), plot.rootSeed(), plot.repeat(), rounds, plot.analytics(), plot.scope());
    }

    public static Issue issue(String id, DecisionRule rule, String owner) {
        return new Issue(id, USER_TEXT, "yes", "no", rule, owner);
    }

    /** The seven roles that ship. */
    public static List<Seat> fullCast() {
        return Seat.seatsFor(Roles.all());
    }

    public static Seat seat(String role) {
        return Seat.seatsFor(List.of(Roles.require(role))).getFirst();
    }
}
