package io.synthforce.workflows.judging;

/**
 * What a ruling rests on, word for word.
 *
 * @param source which part of the run says it
 */
public record Quote(String source, String quote) {}
