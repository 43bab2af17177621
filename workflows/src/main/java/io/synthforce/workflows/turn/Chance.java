package io.synthforce.workflows.turn;

import io.synthforce.workflows.journal.SimulationEvent.ValueDrawn;
import io.synthforce.workflows.world.Draws;
import java.math.BigDecimal;

/** Decides whether what may happen does, and records what was drawn for it: a journal also tells why something did not. */
record Chance(TurnLog log, Draws draws, int turn) {

    /** Whether the draw is below the probability; nothing is drawn for what is certain or impossible. */
    boolean favours(String stream, double probability) {
        if (probability <= 0 || probability >= 1) {
            return probability >= 1;
        }
        double drawn = draws.uniform(turn, stream);
        log.record(new ValueDrawn(stream, BigDecimal.valueOf(drawn)));
        return drawn < probability;
    }
}
