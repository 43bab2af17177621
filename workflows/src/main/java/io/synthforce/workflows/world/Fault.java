package io.synthforce.workflows.world;

/**
 * Something that is wrong with a world as it is written.
 *
 * @param at where, as a JSON pointer into the world: {@code /actions/0/effects/1/indicator}
 * @param message what is wrong and what is possible
 */
public record Fault(String at, String message) {}
