package io.synthforce.store.turn;

import io.synthforce.store.journal.JournalEntry;
import io.synthforce.store.journal.JournalRows;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.store.sql.Columns;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.turn.Relevance;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom the next turn concerns, where a scenario lets only those speak. */
final class Concerned {

    private static final String SCENARIO = "select scenario from simulations where id = :id";
    private static final List<String> SPEECH = List.of("position_taken", "reply_given");

    private final JdbcClient jdbc;
    private final JournalRows journal;
    private final Snapshots snapshots;

    Concerned(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.journal = new JournalRows(jdbc);
        this.snapshots = new Snapshots(jdbc);
    }

    List<Seat> among(List<Seat> present, UUID simulation, TurnInputs inputs, int turn) {
        Scenario scenario = jdbc.sql(SCENARIO)
                .param("id", simulation)
                .query((row, _) -> Columns.json(row, "scenario", Scenario.class))
                .single();
        SimulationState before = snapshots
                .find(simulation, turn - 1)
                .orElseThrow(() -> new IllegalStateException("There is no snapshot before turn " + turn))
                .state();
        List<SimulationEvent> last = journal.seen(simulation, turn - 1, turn - 1, SPEECH).stream()
                .map(JournalEntry::event)
                .toList();
        return Relevance.of(
                        scenario,
                        simulation,
                        before,
                        present,
                        inputs.injected().stream()
                                .map(InjectedInput::withoutText)
                                .toList(),
                        last,
                        inputs.userInput())
                .among(present);
    }
}
