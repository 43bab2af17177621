package io.synthforce.workflows.comparison;

/**
 * What a bootstrap says of a difference.
 *
 * @param interval at the level of the one it checks
 * @param agrees whether it would allow the same to be said
 */
public record Check(Interval interval, boolean agrees) {}
