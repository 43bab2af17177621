package io.synthforce.api.ledger;

import io.synthforce.api.ledger.LedgerAnswer.Change;
import io.synthforce.api.ledger.LedgerAnswer.Pending;
import io.synthforce.api.ledger.LedgerAnswer.Point;
import io.synthforce.api.ledger.LedgerAnswer.Series;
import io.synthforce.api.ledger.LedgerAnswer.Uncertain;
import io.synthforce.api.turn.EndingAnswer;
import io.synthforce.api.wire.Words;
import io.synthforce.store.journal.JournalEntry;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.workflows.journal.Readings;
import io.synthforce.workflows.journal.SimulationEvent.IndicatorChanged;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.world.Indicator;
import io.synthforce.workflows.world.Parameter;
import io.synthforce.workflows.world.World;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Puts a ledger together of the changes in the journal and the snapshot after the last of them. */
final class Ledgers {

    private final SimulationRow simulation;
    private final World world;
    private final Causes causes;
    private final int from;
    private final int to;

    /** @param to the last turn that is shown */
    Ledgers(SimulationRow simulation, int from, int to) {
        this.simulation = simulation;
        this.world = simulation.scenario().world();
        this.causes = new Causes(world);
        this.from = from;
        this.to = to;
    }

    /**
     * @param entries changes of the turns that are shown, in order
     * @param shown state after the last turn that is shown
     * @param now state after the last turn there is
     */
    LedgerAnswer answer(List<JournalEntry> entries, SimulationState shown, SimulationState now) {
        return new LedgerAnswer(
                simulation.id(),
                now.turn(),
                from,
                to,
                world.indicators().stream()
                        .map(indicator -> series(indicator, entries, shown))
                        .toList(),
                now.pending().stream()
                        .map(effect -> new Pending(
                                effect.indicator(),
                                effect.amount(),
                                effect.due(),
                                date(effect.due()),
                                effect.lasts(),
                                causes.of(effect.cause())))
                        .toList(),
                world.parameters().stream()
                        .map(parameter -> uncertain(parameter, now))
                        .toList(),
                now.ruined(),
                now.missed(),
                EndingAnswer.of(now.ending()));
    }

    private Series series(Indicator indicator, List<JournalEntry> entries, SimulationState shown) {
        List<JournalEntry> own = entries.stream()
                .filter(entry -> entry.event() instanceof IndicatorChanged change
                        && change.indicator().equals(indicator.id()))
                .toList();
        BigDecimal value = own.isEmpty()
                ? shown.value(indicator.id())
                : ((IndicatorChanged) own.getFirst().event()).from();
        List<Point> points = new ArrayList<>();
        for (int turn = from; turn <= to; turn++) {
            List<Change> changes = changes(own, turn);
            value = changes.isEmpty() ? value : changes.getLast().to();
            points.add(new Point(turn, date(turn), value, changes));
        }
        return new Series(
                indicator.id(),
                indicator.name(),
                indicator.unit(),
                Words.of(indicator.direction()),
                indicator.formula() == null ? null : indicator.formula().text(),
                indicator.min(),
                indicator.max(),
                indicator.ruinAt(),
                points);
    }

    private List<Change> changes(List<JournalEntry> entries, int turn) {
        return entries.stream()
                .filter(entry -> entry.turn() == turn)
                .map(entry -> (IndicatorChanged) entry.event())
                .map(change -> new Change(
                        change.to().subtract(change.from()), change.from(), change.to(), causes.of(change.cause())))
                .toList();
    }

    private Uncertain uncertain(Parameter parameter, SimulationState now) {
        return new Uncertain(
                parameter.id(),
                parameter.description(),
                parameter.value().low(),
                parameter.value().mode(),
                parameter.value().high(),
                new Readings(world, now).value(parameter),
                false);
    }

    private LocalDate date(int turn) {
        return simulation.scenario().clock().dateOf(Math.max(1, turn));
    }
}
