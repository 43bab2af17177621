package io.synthforce.api.export;

import io.synthforce.api.turn.TurnDocuments;
import io.synthforce.store.journal.JournalEntry;
import io.synthforce.store.lineage.Ancestor;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.turn.TurnInputs;
import io.synthforce.store.turn.Turns;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.scenario.Scenario;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything, one turn after the other, so that the longest simulation fits through a small heap. */
final class JsonExport {

    private static final String FORMAT = "synthforce.export/1";

    private final Export export;
    private final Turns turns;
    private final TurnDocuments documents;
    private final JsonMapper json;

    JsonExport(Export export, Turns turns, TurnDocuments documents, JsonMapper json) {
        this.export = export;
        this.turns = turns;
        this.documents = documents;
        this.json = json;
    }

    /** A turn with all that belongs to it. */
    private record Played(
            int turn,
            LocalDate date,
            UUID playedBy,
            TurnInputs inputs,
            JsonNode answer,
            List<LedgerLine> ledger,
            List<Entry> journal) {}

    private record Entry(long seq, SimulationEvent event, String hash) {

        static Entry of(JournalEntry entry) {
            return new Entry(entry.seq(), entry.event(), entry.hash());
        }
    }

    private record Inherited(UUID sessionId, int uptoTurn) {

        static Inherited of(Ancestor ancestor) {
            return new Inherited(ancestor.id(), ancestor.uptoTurn());
        }
    }

    void write(OutputStream out) {
        SimulationRow simulation = export.simulation();
        Scenario scenario = simulation.scenario();
        try (JsonGenerator generator = json.createGenerator(out)) {
            generator.writeStartObject();
            generator.writeStringProperty("format", FORMAT);
            generator.writePOJOProperty("exported_at", Instant.now());
            generator.writeBooleanProperty("scripted", export.scripted());
            generator.writePOJOProperty("models", export.speakers());
            generator.writePOJOProperty("simulation", export.summary());
            generator.writePOJOProperty("scenario", scenario);
            generator.writePOJOProperty("changes", export.changes());
            generator.writePOJOProperty("inherited", inherited());
            generator.writePOJOProperty("beginning", export.chronicle().ledger(0));
            generator.writePOJOProperty("beginning_journal", journal(0));
            generator.writeArrayPropertyStart("turns");
            for (int turn = 1; turn <= simulation.currentTurn(); turn++) {
                generator.writePOJO(played(turn));
            }
            generator.writeEndArray();
            generator.writePOJOProperty("tasks", export.tasks());
            generator.writePOJOProperty("memories", export.memories());
            generator.writePOJOProperty("interviews", export.interviews());
            generator.writePOJOProperty("cost", export.cost());
            generator.writeEndObject();
        }
    }

    private List<Inherited> inherited() {
        return export.chronicle().ancestors().stream()
                .filter(ancestor -> ancestor.depth() > 0)
                .map(Inherited::of)
                .toList();
    }

    private Played played(int turn) {
        Chronicle chronicle = export.chronicle();
        var row = turns.findPlayed(export.simulation().id(), turn).orElseThrow();
        return new Played(
                turn,
                chronicle.date(turn),
                row.simulation(),
                row.inputs(),
                documents.of(export.simulation(), turn),
                chronicle.ledger(turn),
                journal(turn));
    }

    private List<Entry> journal(int turn) {
        return export.chronicle().entries(turn).stream().map(Entry::of).toList();
    }
}
