package io.synthforce.store.journal;

import io.synthforce.workflows.journal.SimulationEvent;
import java.time.Instant;

/** One event with its place in the journal. */
public record JournalEntry(long seq, int turn, SimulationEvent event, String hash, Instant recordedAt) {}
