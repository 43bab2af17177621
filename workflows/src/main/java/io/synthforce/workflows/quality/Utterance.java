package io.synthforce.workflows.quality;

/**
 * All that a seat said in a turn, position and replies together.
 *
 * @param claims numbers in it that have to rest on something; {@code ungrounded} those that do not
 */
public record Utterance(int turn, String seat, String role, String text, int claims, int ungrounded) {}
