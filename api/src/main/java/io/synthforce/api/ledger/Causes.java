package io.synthforce.api.ledger;

import io.synthforce.api.ledger.LedgerAnswer.Why;
import io.synthforce.api.wire.Words;
import io.synthforce.workflows.world.ActionType;
import io.synthforce.workflows.world.Cause;
import io.synthforce.workflows.world.Dynamic;
import io.synthforce.workflows.world.World;
import io.synthforce.workflows.world.WorldEvent;
import java.util.Optional;

/** Tells causes in the words of the world. */
record Causes(World world) {

    Why of(Cause cause) {
        return new Why(
                Words.of(cause.kind()),
                cause.name(),
                description(cause).orElse(cause.name()),
                cause.turn(),
                cause.by());
    }

    private Optional<String> description(Cause cause) {
        return switch (cause.kind()) {
            case ACTION -> world.action(cause.name()).map(ActionType::description);
            case EVENT -> world.event(cause.name()).map(WorldEvent::description);
            case RULE -> world.rule(cause.name()).map(Dynamic::description);
            case OUTSIDE -> move(cause.name());
            case CHANGE -> Optional.of("Changed where this was forked");
        };
    }

    private Optional<String> move(String name) {
        int slash = name.indexOf('/');
        return world.actor(name.substring(0, Math.max(0, slash)))
                .flatMap(actor -> actor.responses().stream()
                        .filter(response -> response.move().equals(name.substring(slash + 1)))
                        .map(response -> actor.name() + ": " + response.description())
                        .findFirst());
    }
}
