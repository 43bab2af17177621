package io.synthforce.store.lineage;

import java.util.UUID;

/**
 * What a simulation sees of one it descends from, itself included.
 *
 * @param uptoSeq end of what it sees of the ancestor's journal
 * @param depth forks in between; 0 is the simulation itself
 */
public record Ancestor(UUID id, long uptoSeq, int uptoTurn, int depth) {}
