package io.synthforce.api.export;

import io.synthforce.api.wire.Words;
import io.synthforce.store.journal.Journal;
import io.synthforce.store.journal.JournalEntry;
import io.synthforce.store.lineage.Ancestor;
import io.synthforce.store.lineage.Lineages;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.workflows.journal.SimulationEvent.IndicatorChanged;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.world.Indicator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened in a simulation turn by turn; before a fork, in what it was forked from. One turn is read at a time. */
final class Chronicle {

    private final SimulationRow simulation;
    private final List<Ancestor> ancestors;
    private final Journal journal;
    private final Snapshots snapshots;

    Chronicle(SimulationRow simulation, Lineages lineages, Journal journal, Snapshots snapshots) {
        this.simulation = simulation;
        this.ancestors = lineages.ancestors(simulation.id());
        this.journal = journal;
        this.snapshots = snapshots;
    }

    List<Ancestor> ancestors() {
        return ancestors;
    }

    LocalDate date(int turn) {
        return simulation.scenario().clock().dateOf(Math.max(1, turn));
    }

    SimulationState state(int turn) {
        return snapshots
                .seen(simulation.id(), turn)
                .orElseThrow(() -> new IllegalStateException("There is no snapshot of turn " + turn))
                .state();
    }

    /** The journal of a turn; of the one a branch was forked after, with what it was forked with. */
    List<JournalEntry> entries(int turn) {
        return ancestors.stream()
                .filter(ancestor -> turn <= ancestor.uptoTurn())
                .flatMap(ancestor -> journal.ofTurn(ancestor.id(), turn).stream())
                .toList();
    }

    /** Every indicator after a turn, with what moved it. */
    List<LedgerLine> ledger(int turn) {
        List<IndicatorChanged> changes = entries(turn).stream()
                .map(JournalEntry::event)
                .filter(IndicatorChanged.class::isInstance)
                .map(IndicatorChanged.class::cast)
                .toList();
        SimulationState after = state(turn);
        SimulationState before = turn == 0 ? after : state(turn - 1);
        return simulation.scenario().world().indicators().stream()
                .map(indicator -> line(turn, indicator, turn == 0 ? null : before, after, changes))
                .toList();
    }

    private LedgerLine line(
            int turn,
            Indicator indicator,
            @Nullable SimulationState before,
            SimulationState after,
            List<IndicatorChanged> changes) {
        String id = indicator.id();
        BigDecimal value = after.value(id);
        return new LedgerLine(
                turn,
                date(turn),
                id,
                indicator.name(),
                indicator.unit(),
                before == null ? null : before.value(id),
                value,
                changes.stream()
                        .filter(change -> change.indicator().equals(id))
                        .map(Chronicle::caused)
                        .toList());
    }

    private static LedgerLine.Caused caused(IndicatorChanged change) {
        return new LedgerLine.Caused(
                Words.of(change.cause().kind()),
                change.cause().name(),
                change.cause().turn(),
                change.to().subtract(change.from()));
    }
}
