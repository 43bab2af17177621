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
                        indicator("morale", 50, 0.0, 100.0),
                        derived("revenue", "customers * price", null),
                        derived("margin", "min(100, 100 * (revenue - 5) / max(1, revenue))", 100.0),
                        uncertain("backlog")),
                IntStream.range(0, 5).mapToObj(this::action).toList(),
                List.of(
                        new Dynamic("burn", "cash", Quantity.of(-20 * random.nextDouble()), Quantity.ZERO, "cash"),
                        new Dynamic("revenue", "cash", Quantity.ZERO, Quantity.of(0.04), "customers"),
                        new Dynamic(
                                "churn",
                                "customers",
                                Quantity.ZERO,
                                Quantity.ZERO,
                                "customers",
                                null,
                                "churn_rate",
                                null),
                        new Dynamic(
                                "queue",
                                "backlog",
                                Quantity.ZERO,
                                Quantity.ZERO,
                                "backlog",
                                "Work piles up",
                                null,
                                new Formula("if(morale < 40, 3, -1) + customers / 1000"))),
                IntStream.range(0, 3).mapToObj(this::event).toList(),
                List.of(
                        new OutsideActor("rival", "A rival", List.of(response("undercut", 0), response("praise", 1))),
                        new OutsideActor("press", "The press", List.of(response("undercut", 0))),
                        new OutsideActor("market", "The market", List.of(unprovoked(), crossing(), toEvent()))),
                List.of(
                        new Parameter("price", "What a customer pays", Range.of(0.5, 1, 2)),
                        new Parameter("churn_rate", "Who leaves", Range.of(-0.05, -0.02, -0.01))),
                List.of(
                        new Deadline("early", "some margin", 3, "margin", Quantity.of(10), null, false),
                        new Deadline("late", "a short backlog", 20, "backlog", null, Quantity.of(20), true)));
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

    private static Indicator derived(String id, String formula, @Nullable Double max) {
        return new Indicator(
                id,
                id,
                "unit",
                Direction.UP,
                Quantity.ZERO,
                null,
                max == null ? null : Quantity.of(max),
                null,
                null,
                new Formula(formula),
                false,
                false);
    }

    private static Indicator uncertain(String id) {
        return new Indicator(
                id,
                id,
                "unit",
                Direction.DOWN,
                Quantity.ZERO,
                Quantity.ZERO,
                Quantity.of(50),
                Quantity.of(50),
                Range.of(1, 5, 9),
                null,
                true,
                false);
    }

    private Response unprovoked() {
        return new Response(
                "drift", "moves by itself", null, 0, List.of(effect()), null, null, new Formula("churn_rate * -10"));
    }

    private Response crossing() {
        Crossing falls = new Crossing("morale", null, Quantity.of(45));
        return new Response("poach", "hires our people", null, 0.9, List.of(effect()), null, falls, null);
    }

    private Response toEvent() {
        Effect scaled = new Effect("customers", Range.of(-0.2, -0.1, 0), 1, 1, 0, new Formula("customers * price"));
        return new Response("react", "reacts to the news", null, 0.9, List.of(scaled), "event-0", null, null);
    }

    private ActionType action(int number) {
        return new ActionType(
                "action-" + number,
                "does something",
                Quantity.of(random.nextInt(120)),
                "cash",
                random.nextBoolean() ? List.of() : List.of(ROLES.get(random.nextInt(3))),
                random.nextBoolean() ? List.of() : List.of("action-" + random.nextInt(5)),
                effects(),
                number == 4);
    }

    private WorldEvent event(int number) {
        boolean scheduled = random.nextBoolean();
        return new WorldEvent(
                "event-" + number,
                "something happens",
                scheduled ? 1 + random.nextInt(10) : 0,
                random.nextDouble(),
                List.of(Visibility.PUBLIC, Visibility.INTERNAL, Visibility.privateTo(List.of("pm")))
                        .get(random.nextInt(3)),
                effects(),
                List.of(),
                number == 2,
                null);
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
        String indicator = List.of("cash", "customers", "morale", "backlog").get(random.nextInt(4));
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
