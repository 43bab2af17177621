package io.synthforce.store.discussion;

import io.synthforce.workflows.turn.Phase;

/**
 * What a seat or the coordinator said.
 *
 * @param parseStep which step of reading the reply succeeded
 */
public record Said(int turn, String seat, String role, Phase phase, int round, String text, String parseStep) {}
