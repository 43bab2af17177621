package io.synthforce.store.bundle;

import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.call.ModelCalls.Spoken;
import io.synthforce.store.journal.Journal;
import io.synthforce.store.journal.JournalEntry;
import io.synthforce.store.lineage.Ancestor;
import io.synthforce.store.lineage.Lineages;
import io.synthforce.store.plan.PlanRow;
import io.synthforce.store.plan.Plans;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.store.turn.GivenInputs;
import io.synthforce.store.turn.TurnRow;
import io.synthforce.store.turn.Turns;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.simulation.Status;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JsonGenerator;

/**
 * Writes bundles, one turn after the other: the header, then {@code simulations} from the root down, each with {@code head},
 * {@code turns}, {@code edits}, {@code memories} and {@code interviews} in this order.
 */
public class BundleWriter {

    private final Simulations simulations;
    private final Lineages lineages;
    private final Turns turns;
    private final Journal journal;
    private final ModelCalls calls;
    private final Plans plans;
    private final BundleRows rows;
    private final GivenInputs givenInputs;

    public BundleWriter(
            JdbcClient jdbc,
            Simulations simulations,
            Lineages lineages,
            Turns turns,
            Journal journal,
            ModelCalls calls,
            Plans plans) {
        this.simulations = simulations;
        this.lineages = lineages;
        this.turns = turns;
        this.journal = journal;
        this.calls = calls;
        this.plans = plans;
        this.rows = new BundleRows(jdbc);
        this.givenInputs = new GivenInputs(jdbc);
    }

    /** @param product name and version of who writes it, for people */
    public void write(SimulationRow simulation, @Nullable String product, OutputStream out) {
        try (JsonGenerator json = Json.mapper().createGenerator(out)) {
            json.writeStartObject();
            json.writePOJOProperty("header", header(simulation, product));
            json.writeArrayPropertyStart("simulations");
            for (Ancestor ancestor : lineages.ancestors(simulation.id())) {
                SimulationRow one = ancestor.depth() == 0
                        ? simulation
                        : simulations.find(ancestor.id()).orElseThrow();
                write(simulation.id(), one, Math.min(ancestor.uptoTurn(), one.currentTurn()), json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private Bundle.Header header(SimulationRow simulation, @Nullable String product) {
        return new Bundle.Header(
                Bundle.FORMAT,
                SimulationState.ENGINE,
                product,
                Instant.now(),
                simulation.id(),
                simulation.currentTurn(),
                journal.hash(simulation.id(), simulation.currentTurn()),
                calls.spoken(simulation.id(), simulation.currentTurn()).stream().anyMatch(Spoken::scripted));
    }

    private void write(UUID reader, SimulationRow simulation, int upto, JsonGenerator json) {
        UUID id = simulation.id();
        json.writeStartObject();
        json.writePOJOProperty(
                "head",
                new Bundle.Head(
                        id,
                        simulation.baseTurn(),
                        upto,
                        simulation.status() == Status.COMPLETED && upto == simulation.currentTurn(),
                        simulation.scenario(),
                        lineages.changes(id),
                        entries(id, simulation.baseTurn()),
                        simulation.recordedInputs() ? true : null,
                        id.equals(reader) ? givenInputs.toCome(id, upto) : List.of()));
        json.writeArrayPropertyStart("turns");
        for (int turn = simulation.baseTurn() + 1; turn <= upto; turn++) {
            json.writePOJO(turn(turns.find(id, turn).orElseThrow()));
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("edits");
        rows.edits(reader, id).forEach(json::writePOJO);
        json.writeEndArray();
        json.writeArrayPropertyStart("memories");
        for (int turn = simulation.baseTurn(); turn <= upto; turn++) {
            rows.memories(reader, id, turn).forEach(json::writePOJO);
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("interviews");
        rows.interviews(id, upto).forEach(json::writePOJO);
        json.writeEndArray();
        json.writeEndObject();
    }

    private Bundle.Turn turn(TurnRow row) {
        UUID id = row.simulation();
        PlanRow plan = plans.after(id, row.turn());
        return new Bundle.Turn(
                row.turn(),
                row.engine(),
                row.takenAt(),
                row.endedAt(),
                row.inputs(),
                row.inputsHash(),
                entries(id, row.turn()),
                rows.calls(id, row.turn()),
                plan.plan(),
                plan.figures());
    }

    private List<Bundle.Entry> entries(UUID simulation, int turn) {
        return journal.ofTurn(simulation, turn).stream()
                .map(BundleWriter::entry)
                .toList();
    }

    private static Bundle.Entry entry(JournalEntry entry) {
        return new Bundle.Entry(entry.event(), entry.hash());
    }
}
