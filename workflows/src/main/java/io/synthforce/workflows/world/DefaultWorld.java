package io.synthforce.workflows.world;

import io.synthforce.workflows.world.Indicator.Direction;
import io.synthforce.workflows.world.OutsideActor.Response;
import java.math.BigDecimal;
import java.util.List;

/**
 * The company a plain-text scenario is played in: cash, customers and morale; three actions with delayed effects; one
 * drawn event and one competitor. The magnitudes are an illustration, the same for everybody, and say nothing about a
 * real company; a scenario document replaces them.
 */
public final class DefaultWorld {

    private DefaultWorld() {}

    public static World world() {
        return new World(indicators(), actions(), dynamics(), events(), outside());
    }

    private static List<Indicator> indicators() {
        return List.of(
                new Indicator("cash", "Cash", "k$", Direction.UP, Quantity.of(500), null, null, Quantity.ZERO),
                new Indicator(
                        "customers",
                        "Customers",
                        "customers",
                        Direction.UP,
                        Quantity.of(1000),
                        Quantity.ZERO,
                        null,
                        null),
                new Indicator(
                        "morale",
                        "Team morale",
                        "points of 100",
                        Direction.UP,
                        Quantity.of(70),
                        Quantity.ZERO,
                        Quantity.of(100),
                        null));
    }

    private static List<ActionType> actions() {
        return List.of(
                new ActionType(
                        "launch_campaign",
                        "Launch a marketing campaign: brings customers two turns later",
                        new BigDecimal(60),
                        "cash",
                        List.of("ceo", "pm", "sales"),
                        List.of("freeze_spending"),
                        List.of(new Effect("customers", Range.of(20, 80, 150), 2, 1, 0))),
                new ActionType(
                        "improve_product",
                        "Invest in the product: brings customers over two turns, three turns later, and lifts the team",
                        new BigDecimal(90),
                        "cash",
                        List.of("ceo", "pm", "engineering_lead"),
                        List.of("freeze_spending"),
                        List.of(
                                new Effect("customers", Range.of(40, 110, 200), 3, 2, 0),
                                new Effect("morale", Range.of(1, 3, 6), 1, 1, 0))),
                new ActionType(
                        "freeze_spending",
                        "Freeze spending: saves cash next turn and costs morale at once",
                        Quantity.ZERO,
                        "cash",
                        List.of("ceo"),
                        List.of("launch_campaign", "improve_product"),
                        List.of(
                                new Effect("cash", Range.of(15, 25, 35), 1, 1, 0),
                                new Effect("morale", Range.of(-8, -5, -2), 0, 1, 0))));
    }

    private static List<Dynamic> dynamics() {
        return List.of(
                new Dynamic("burn", "cash", Quantity.of(-40), Quantity.ZERO, "cash"),
                new Dynamic("revenue", "cash", Quantity.ZERO, Quantity.of(0.035), "customers"),
                new Dynamic("churn", "customers", Quantity.ZERO, Quantity.of(-0.01), "customers"));
    }

    private static List<WorldEvent> events() {
        return List.of(new WorldEvent(
                "demand_shift",
                "Demand in the market shifts",
                0,
                0.25,
                Visibility.PUBLIC,
                List.of(new Effect("customers", Range.of(-60, 0, 60), 0, 1, 0))));
    }

    private static List<OutsideActor> outside() {
        return List.of(new OutsideActor(
                "competitor",
                "The main competitor",
                List.of(new Response(
                        "counter_offer",
                        "answers the campaign with an offer of its own",
                        "launch_campaign",
                        0.6,
                        new Effect("customers", Range.of(-70, -30, -5), 1, 1, 0)))));
    }
}
