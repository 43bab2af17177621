package io.synthforce.workflows.world;

import io.synthforce.workflows.world.Indicator.Direction;
import io.synthforce.workflows.world.OutsideActor.Response;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Worlds nobody would design, made from a seed, to hold what must hold in every world. */
public final class Worlds {

    private static final List<String> ROLES = List.of("ceo", "pm", "sales");

    private final Random random;

    private Worlds(long seed) {
        this.random = new Random(seed);
    }

    public static World random(long seed) {
        return new Worlds(seed).world();
    }

    private World world() {
        return new World(
                List.of(
                        indicator("cash", 300, null, null),
                        indicator("customers", 500, 0.0, 900.0),
                        indicator("morale", 50, 0.0, 100.0)),
                IntStream.range(0, 5).mapToObj(this::action).toList(),
                List.of(
                        new Dynamic("burn", "cash", Quantity.of(-20 * random.nextDouble()), Quantity.ZERO, "cash"),
                        new Dynamic("revenue", "cash", Quantity.ZERO, Quantity.of(0.04), "customers"),
                        new Dynamic("churn", "customers", Quantity.ZERO, Quantity.of(-0.02), "customers")),
                IntStream.range(0, 3).mapToObj(this::event).toList(),
                List.of(
                        new OutsideActor("rival", "A rival", List.of(response("undercut", 0), response("praise", 1))),
                        new OutsideActor("press", "The press", List.of(response("undercut", 0)))));
    }

    private Indicator indicator(String id, double start, @Nullable Double min, @Nullable Double max) {
        return new Indicator(
                id,
                id,
                "unit",
                Direction.UP,
                Quantity.of(start),
                min == null ? null : Quantity.of(min),
                max == null ? null : Quantity.of(max),
                Quantity.ZERO);
    }

    private ActionType action(int number) {
        return new ActionType(
                "action-" + number,
                "does something",
                Quantity.of(random.nextInt(120)),
                "cash",
                random.nextBoolean() ? List.of() : List.of(ROLES.get(random.nextInt(3))),
                random.nextBoolean() ? List.of() : List.of("action-" + random.nextInt(5)),
                effects());
    }

    private WorldEvent event(int number) {
        boolean scheduled = random.nextBoolean();
        return new WorldEvent(
                "event-" + number,
                "something happens",
                scheduled ? 1 + random.nextInt(10) : 0,
                random.nextDouble(),
                Visibility.PUBLIC,
                effects());
    }

    private Response response(String move, int action) {
        return new Response(move, "answers", "action-" + action, random.nextDouble(), effect());
    }

    private List<Effect> effects() {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(_ -> effect())
                .toList();
    }

    private Effect effect() {
        String indicator = List.of("cash", "customers", "morale").get(random.nextInt(3));
        return effect(indicator, random);
    }

    /** An effect of any size, delay, ramp and duration. */
    public static Effect effect(String indicator, Random random) {
        double low = random.nextDouble(-90, 60);
        double mode = low + random.nextDouble(60);
        Range amount = Range.of(low, mode, mode + random.nextDouble(60));
        return new Effect(indicator, amount, random.nextInt(4), 1 + random.nextInt(4), random.nextInt(5));
    }
}
