package io.synthforce.workflows.turn;

import io.synthforce.workflows.world.Visibility;

/**
 * An event that a user lets happen in a turn. Its text stays in the store.
 *
 * @param event an event of the world's catalogue, which then has its effects, or {@code injected/n} for the turn's nth
 *     one in the user's own words, which has none
 */
public record Injected(String event, Visibility visibility) {

    /** The name of an event in a user's own words, from 1 in each turn. */
    public static String named(int number) {
        return "injected/" + number;
    }
}
