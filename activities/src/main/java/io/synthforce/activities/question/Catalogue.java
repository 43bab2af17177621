package io.synthforce.activities.question;

import io.synthforce.workflows.scenario.Clock;
import io.synthforce.workflows.world.ActionType;
import io.synthforce.workflows.world.Deadline;
import io.synthforce.workflows.world.Formula;
import io.synthforce.workflows.world.Indicator;
import io.synthforce.workflows.world.World;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What never changes in a world, as far as everybody knows it: its choices, its limits and who is outside. */
final class Catalogue {

    private final World world;
    private final Clock clock;

    Catalogue(Scene scene) {
        this.world = scene.scenario().world();
        this.clock = scene.scenario().clock();
    }

    /** What a scenario's action costs, forbids and needs; how it will turn out is nobody's to know. */
    List<String> actions() {
        return world.actions().stream()
                .map(action -> "%s: %s. Cost %s%s%s, may be ordered by %s"
                        .formatted(
                                action.id(),
                                action.description(),
                                cost(action),
                                action.excludes().isEmpty()
                                        ? ""
                                        : ", not together with " + String.join(" and ", action.excludes()),
                                action.once() ? ", only once" : "",
                                action.authority().isEmpty() ? "anyone" : String.join(", ", action.authority())))
                .toList();
    }

    private String cost(ActionType action) {
        return action.cost().signum() == 0
                ? "0"
                : plain(action.cost()) + " "
                        + world.indicator(action.costIndicator()).unit() + " of " + action.costIndicator();
    }

    List<String> limits() {
        List<String> limits = new ArrayList<>();
        for (Indicator indicator : world.indicators()) {
            if (indicator.ruinAt() != null) {
                limits.add("%s: %s %s is ruin%s"
                        .formatted(
                                indicator.id(),
                                plain(indicator.ruinAt()),
                                indicator.unit(),
                                indicator.ruinEnds() ? " and the end" : ""));
            }
            Formula formula = indicator.formula();
            if (formula != null
                    && formula.names().stream()
                            .allMatch(name -> world.parameter(name).isEmpty())) {
                limits.add("%s: always %s".formatted(indicator.id(), formula));
            }
        }
        world.deadlines().forEach(deadline -> limits.add(deadline(deadline)));
        return limits;
    }

    private String deadline(Deadline deadline) {
        BigDecimal least = deadline.atLeast();
        BigDecimal most = deadline.atMost();
        return "%s: by the end of turn %d, before %s: %s%s%s%s"
                .formatted(
                        deadline.id(),
                        deadline.turn(),
                        clock.dateOf(deadline.turn() + 1),
                        deadline.description(),
                        least == null ? "" : ", %s at least %s".formatted(deadline.indicator(), plain(least)),
                        most == null ? "" : ", %s at most %s".formatted(deadline.indicator(), plain(most)),
                        deadline.ends() ? ", or it is the end" : "");
    }

    List<String> outside() {
        return world.outside().stream()
                .map(actor -> actor.id() + ": " + actor.name())
                .toList();
    }

    static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
