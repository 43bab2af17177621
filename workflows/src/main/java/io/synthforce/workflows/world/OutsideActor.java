package io.synthforce.workflows.world;

import java.util.List;

/** A customer segment or competitor that answers public actions by response functions. */
public record OutsideActor(String id, String name, List<Response> responses) {

    public OutsideActor {
        responses = List.copyOf(responses);
    }

    /**
     * One move of the actor's catalogue.
     *
     * @param toAction the action that provokes it
     * @param probability that it answers at all
     */
    public record Response(String move, String description, String toAction, double probability, Effect effect) {}
}
