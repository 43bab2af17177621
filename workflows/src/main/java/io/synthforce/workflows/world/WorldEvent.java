package io.synthforce.workflows.world;

import java.util.List;

/**
 * Something that happens to the company: on a fixed turn ({@code onTurn} > 0) or by chance in any turn
 * ({@code probability}).
 */
public record WorldEvent(
        String id, String description, int onTurn, double probability, Visibility visibility, List<Effect> effects) {

    public WorldEvent {
        effects = List.copyOf(effects);
    }

    public boolean scheduled() {
        return onTurn > 0;
    }
}
