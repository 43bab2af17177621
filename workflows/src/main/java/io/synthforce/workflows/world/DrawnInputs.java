package io.synthforce.workflows.world;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a world leaves to chance in the turns that are played. Runs that share their draws share this much. */
public final class DrawnInputs {

    private DrawnInputs() {}

    /**
     * Whether there is anything.
     *
     * @param afterTurn the last turn that is shared; with 0, what is drawn at the start is drawn anew
     */
    public static boolean areIn(World world, int afterTurn) {
        return (afterTurn == 0 && hasUncertainStart(world))
                || world.events().stream().anyMatch(DrawnInputs::isDrawn)
                || world.actions().stream().anyMatch(action -> areDrawn(action.effects()))
                || world.outside().stream()
                        .flatMap(actor -> actor.responses().stream())
                        .anyMatch(response -> isOpen(response.probability(), response.probabilityFormula())
                                || areDrawn(response.effects()));
    }

    private static boolean hasUncertainStart(World world) {
        return world.parameters().stream().anyMatch(parameter -> !parameter.certain())
                || world.indicators().stream()
                        .map(Indicator::startRange)
                        .filter(Objects::nonNull)
                        .anyMatch(DrawnInputs::isWide);
    }

    private static boolean isDrawn(WorldEvent event) {
        return (!event.scheduled() && isOpen(event.probability(), event.probabilityFormula()))
                || areDrawn(event.effects());
    }

    private static boolean isOpen(double probability, @Nullable Formula formula) {
        return formula != null || (probability > 0 && probability < 1);
    }

    private static boolean areDrawn(List<Effect> effects) {
        return effects.stream().map(Effect::amount).anyMatch(DrawnInputs::isWide);
    }

    private static boolean isWide(Range range) {
        return range.low().compareTo(range.high()) < 0;
    }
}
