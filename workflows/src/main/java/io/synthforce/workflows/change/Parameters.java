package io.synthforce.workflows.change;

import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Settings;
import io.synthforce.workflows.world.ActionType;
import io.synthforce.workflows.world.Dynamic;
import io.synthforce.workflows.world.OutsideActor;
import io.synthforce.workflows.world.OutsideActor.Response;
import io.synthforce.workflows.world.World;
import io.synthforce.workflows.world.WorldEvent;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The numbers of a scenario's rules, by path, each with how it is set. */
public final class Parameters {

    private final Scenario scenario;
    private final Map<String, Function<BigDecimal, Scenario>> setters = new LinkedHashMap<>();

    private Parameters(Scenario scenario) {
        this.scenario = scenario;
        scenario.world().dynamics().forEach(this::addRule);
        scenario.world().actions().forEach(this::addAction);
        scenario.world().events().forEach(this::addEvent);
        scenario.world().outside().forEach(this::addActor);
        setters.put("settings.temperature", this::temperature);
        setters.put("settings.rounds", this::rounds);
    }

    /** Such as {@code rules.churn.rate}, {@code actions.launch_campaign.cost}, {@code events.demand_shift.probability}. */
    public static List<String> names(Scenario scenario) {
        return List.copyOf(new Parameters(scenario).setters.keySet());
    }

    static Scenario with(Scenario scenario, String name, BigDecimal value) {
        Map<String, Function<BigDecimal, Scenario>> setters = new Parameters(scenario).setters;
        Function<BigDecimal, Scenario> setter = setters.get(name);
        if (setter == null) {
            throw InvalidChange.unknown("target", "parameter", name, setters.keySet());
        }
        return setter.apply(value);
    }

    private void addRule(Dynamic rule) {
        setters.put(
                "rules." + rule.id() + ".constant",
                value -> rule(new Dynamic(rule.id(), rule.target(), value, rule.rate(), rule.source())));
        setters.put(
                "rules." + rule.id() + ".rate",
                value -> rule(new Dynamic(rule.id(), rule.target(), rule.constant(), value, rule.source())));
    }

    private Scenario rule(Dynamic rule) {
        return Scenarios.withWorld(scenario, Worlds.withRule(scenario.world(), rule));
    }

    private void addAction(ActionType action) {
        setters.put("actions." + action.id() + ".cost", value -> {
            within(value, 0, 1e12);
            World world = scenario.world();
            ActionType dearer = new ActionType(
                    action.id(),
                    action.description(),
                    value,
                    action.costIndicator(),
                    action.authority(),
                    action.excludes(),
                    action.effects());
            return Scenarios.withWorld(
                    scenario,
                    new World(
                            world.indicators(),
                            Worlds.put(world.actions(), dearer, ActionType::id),
                            world.dynamics(),
                            world.events(),
                            world.outside()));
        });
    }

    private void addEvent(WorldEvent event) {
        if (!event.scheduled()) {
            setters.put(
                    "events." + event.id() + ".probability",
                    value -> Scenarios.withWorld(
                            scenario,
                            Worlds.withEvent(
                                    scenario.world(),
                                    new WorldEvent(
                                            event.id(),
                                            event.description(),
                                            event.onTurn(),
                                            within(value, 0, 1),
                                            event.visibility(),
                                            event.effects()))));
        }
    }

    private void addActor(OutsideActor actor) {
        for (Response response : actor.responses()) {
            setters.put("outside." + actor.id() + "." + response.move() + ".probability", value -> {
                Response other = new Response(
                        response.move(),
                        response.description(),
                        response.toAction(),
                        within(value, 0, 1),
                        response.effect());
                OutsideActor changed = new OutsideActor(
                        actor.id(), actor.name(), Worlds.put(actor.responses(), other, Response::move));
                World world = scenario.world();
                return Scenarios.withWorld(
                        scenario,
                        new World(
                                world.indicators(),
                                world.actions(),
                                world.dynamics(),
                                world.events(),
                                Worlds.put(world.outside(), changed, OutsideActor::id)));
            });
        }
    }

    private Scenario temperature(BigDecimal value) {
        return settings(within(value, 0, 2), scenario.settings().rounds());
    }

    private Scenario rounds(BigDecimal value) {
        if (value.stripTrailingZeros().scale() > 0) {
            throw new InvalidChange("value", "Rounds are a whole number from 0 to 3");
        }
        return settings(scenario.settings().temperature(), (int) within(value, 0, 3));
    }

    private Scenario settings(double temperature, int rounds) {
        Settings old = scenario.settings();
        return Scenarios.withSettings(
                scenario,
                new Settings(
                        old.maxTurns(), old.agents(), temperature, old.enableMemory(), old.enableAnalytics(), rounds));
    }

    private static double within(BigDecimal value, double low, double high) {
        double number = value.doubleValue();
        if (!(number >= low && number <= high)) {
            throw new InvalidChange("value", "The value is from %s to %s, not %s".formatted(low, high, value));
        }
        return number;
    }
}
