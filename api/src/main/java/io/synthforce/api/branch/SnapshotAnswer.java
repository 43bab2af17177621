package io.synthforce.api.branch;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.wire.Words;
import io.synthforce.store.snapshot.Snapshot;
import io.synthforce.workflows.journal.Decided;
import io.synthforce.workflows.journal.HeldStance;
import io.synthforce.workflows.journal.SimulationState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * All that a fork needs of the turns before it.
 *
 * @param playedBy the simulation whose snapshot it is: the asked one, or one it was forked from
 * @param head end of that simulation's journal at the turn
 * @param engine version of the rules
 * @param hash of the whole state
 * @param pending effects that will land later
 */
@Schema(name = "Snapshot")
record SnapshotAnswer(
        UUID sessionId,
        int turn,
        UUID playedBy,
        long head,
        int engine,
        String hash,
        boolean ruined,
        List<Line> ledger,
        List<Pending> pending,
        List<Held> stances,
        List<Decision> decisions,
        int unlistedProposals,
        Instant createdAt) {

    /** A number of the ledger. */
    @Schema(name = "SnapshotLine")
    record Line(String indicator, BigDecimal value) {}

    /**
     * A change that is decided and lands in a later turn.
     *
     * @param lasts turns after which is taken back what of it arrived; 0 when it stays
     */
    @Schema(name = "SnapshotPending")
    record Pending(String indicator, BigDecimal amount, int due, int lasts, String kind, String cause) {}

    /** How far a seat is for an issue, -2 to 2, before and after the discussion. */
    @Schema(name = "SnapshotStance")
    record Held(String seat, String issue, int before, int after) {
        static Held of(HeldStance held) {
            return new Held(held.seat(), held.issue(), held.before(), held.after());
        }
    }

    /** What was decided last on an issue. */
    @Schema(name = "SnapshotDecision")
    record Decision(String issue, String choice, int turn) {
        static Decision of(Decided decided) {
            return new Decision(decided.issue(), decided.choice(), decided.turn());
        }
    }

    static SnapshotAnswer of(UUID simulation, Snapshot snapshot) {
        SimulationState state = snapshot.state();
        return new SnapshotAnswer(
                simulation,
                snapshot.turn(),
                snapshot.simulation(),
                snapshot.head(),
                snapshot.engine(),
                snapshot.hash(),
                state.ruined(),
                state.ledger().stream()
                        .map(line -> new Line(line.indicator(), line.value()))
                        .toList(),
                state.pending().stream()
                        .map(effect -> new Pending(
                                effect.indicator(),
                                effect.amount(),
                                effect.due(),
                                effect.lasts(),
                                Words.of(effect.cause().kind()),
                                effect.cause().name()))
                        .toList(),
                state.stances().stream().map(Held::of).toList(),
                state.decisions().stream().map(Decision::of).toList(),
                state.unlisted(),
                snapshot.createdAt());
    }
}
