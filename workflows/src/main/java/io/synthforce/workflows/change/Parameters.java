package io.synthforce.workflows.change;

import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.world.ActionType;
import io.synthforce.workflows.world.Dynamic;
import io.synthforce.workflows.world.OutsideActor;
import io.synthforce.workflows.world.OutsideActor.Response;
import io.synthforce.workflows.world.Parameter;
import io.synthforce.workflows.world.Range;
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
        scenario.world().parameters().forEach(this::addUncertain);
        setters.put("settings.temperature", this::temperature);
        setters.put("settings.rounds", this::rounds);
    }

    /** Such as {@code rules.churn.rate}, {@code actions.launch_campaign.cost}, {@code events.demand_shift.probability},
     * {@code parameters.price_sensitivity}. */
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
        if (rule.formula() == null) {
            setters.put("rules." + rule.id() + ".constant", value -> rule(rule.withConstant(value)));
            setters.put("rules." + rule.id() + ".rate", value -> rule(rule.withRate(value)));
        }
    }

    private Scenario rule(Dynamic rule) {
        return Scenarios.withWorld(scenario, Worlds.withRule(scenario.world(), rule));
    }

    private void addAction(ActionType action) {
        setters.put("actions." + action.id() + ".cost", value -> {
            within(value, 0, 1e12);
            World world = scenario.world();
            return Scenarios.withWorld(
                    scenario, world.withActions(Worlds.put(world.actions(), action.withCost(value), ActionType::id)));
        });
    }

    private void addEvent(WorldEvent event) {
        if (!event.scheduled()) {
            setters.put(
                    "events." + event.id() + ".probability",
                    value -> Scenarios.withWorld(
                            scenario, Worlds.withEvent(scenario.world(), event.withProbability(within(value, 0, 1)))));
        }
    }

    private void addActor(OutsideActor actor) {
        for (Response response : actor.responses()) {
            setters.put("outside." + actor.id() + "." + response.move() + ".probability", value -> {
                Response other = response.withProbability(within(value, 0, 1));
                OutsideActor changed = new OutsideActor(
                        actor.id(), actor.name(), Worlds.put(actor.responses(), other, Response::move));
                World world = scenario.world();
                return Scenarios.withWorld(
                        scenario, world.withOutside(Worlds.put(world.outside(), changed, OutsideActor::id)));
            });
        }
    }

    /** What nobody knew is known from the fork on. */
    private void addUncertain(Parameter parameter) {
        setters.put("parameters." + parameter.id(), value -> {
            within(value, -1e12, 1e12);
            World world = scenario.world();
            Parameter known = new Parameter(parameter.id(), parameter.description(), new Range(value, value, value));
            return Scenarios.withWorld(
                    scenario, world.withParameters(Worlds.put(world.parameters(), known, Parameter::id)));
        });
    }

    private Scenario temperature(BigDecimal value) {
        return Scenarios.withSettings(scenario, scenario.settings().withTemperature(within(value, 0, 2)));
    }

    private Scenario rounds(BigDecimal value) {
        if (value.stripTrailingZeros().scale() > 0) {
            throw new InvalidChange("value", "Rounds are a whole number from 0 to 3");
        }
        return Scenarios.withSettings(scenario, scenario.settings().withRounds((int) within(value, 0, 3)));
    }

    private static double within(BigDecimal value, double low, double high) {
        double number = value.doubleValue();
        if (!(number >= low && number <= high)) {
            throw new InvalidChange("value", "The value is from %s to %s, not %s".formatted(low, high, value));
        }
        return number;
    }
}
