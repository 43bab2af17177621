package io.synthforce.api.export;

import io.synthforce.api.wire.Csv;
import io.synthforce.store.simulation.SimulationRow;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** The ledger, tidy: a line for every turn and indicator, turn 0 being the beginning. */
final class CsvExport {

    private static final List<String> HEADER = List.of(
            "session_id", "turn", "date", "indicator", "name", "unit", "before", "after", "change", "causes", "ruined");

    private CsvExport() {}

    static void write(SimulationRow simulation, Chronicle chronicle, Writer out) throws IOException {
        out.write(Csv.line(HEADER));
        for (int turn = 0; turn <= simulation.currentTurn(); turn++) {
            String ruined = String.valueOf(chronicle.state(turn).ruined());
            for (LedgerLine line : chronicle.ledger(turn)) {
                out.write(Csv.line(cells(simulation, line, ruined)));
            }
        }
    }

    private static List<String> cells(SimulationRow simulation, LedgerLine line, String ruined) {
        return List.of(
                simulation.id().toString(),
                String.valueOf(line.turn()),
                line.date().toString(),
                line.indicator(),
                line.name(),
                line.unit(),
                line.before() == null ? "" : line.before().toPlainString(),
                line.after().toPlainString(),
                line.before() == null ? "" : line.change().toPlainString(),
                line.causes().stream().map(LedgerLine.Caused::inWords).collect(Collectors.joining("; ")),
                ruined);
    }
}
