package io.synthforce.workflows.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a world leaves to chance while turns are played. Runs that share their draws share this much. */
public final class DrawnInputs {

    private DrawnInputs() {}

    /** Whether there is anything. */
    public static boolean areIn(World world) {
        return world.events().stream().anyMatch(DrawnInputs::isDrawn)
                || world.actions().stream().anyMatch(action -> areDrawn(action.effects()))
                || world.outside().stream()
                        .flatMap(actor -> actor.responses().stream())
                        .anyMatch(response -> isOpen(response.probability(), response.probabilityFormula())
                                || areDrawn(response.effects()));
    }

    private static boolean isDrawn(WorldEvent event) {
        return (!event.scheduled() && isOpen(event.probability(), event.probabilityFormula()))
                || areDrawn(event.effects());
    }

    private static boolean isOpen(double probability, @Nullable Formula formula) {
        return formula != null || (probability > 0 && probability < 1);
    }

    private static boolean areDrawn(List<Effect> effects) {
        return effects.stream()
                .map(Effect::amount)
                .anyMatch(amount -> amount.low().compareTo(amount.high()) < 0);
    }
}
