package io.synthforce.store.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.store.fixture.AtOnce;
import io.synthforce.store.fixture.Scenarios;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.journal.JournalEntry;
import io.synthforce.store.simulation.Simulations.Started;
import io.synthforce.workflows.journal.SimulationEvent.SimulationStarted;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.json.ContentHash;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.simulation.Status;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class StartTest {

    @AutoClose
    private static final TestStore store = new TestStore();

    @Test
    void a_start_writes_the_row_the_first_entry_snapshot_0_and_the_lineage() {
        UUID id = UUID.randomUUID();
        Scenario scenario = Scenarios.priceIncrease();

        var started = (Started.Simulation) store.simulations.start(id, "anna", "key", "hash", scenario);

        assertThat(started.isNew()).isTrue();
        SimulationRow row = store.simulations.find(id).orElseThrow();
        assertThat(row).isEqualTo(started.row());
        assertThat(row.scenario()).isEqualTo(scenario);
        assertThat(row.root()).isEqualTo(id);
        assertThat(row.parent()).isNull();
        assertThat(row.status()).isEqualTo(Status.ACTIVE);
        assertThat(row.head()).isEqualTo(1);
        assertThat(row.maxTurns()).isEqualTo(5);

        List<JournalEntry> journal = store.journal.after(id, 0, 10);
        var first = new SimulationStarted(
                ContentHash.of(scenario),
                SimulationState.ENGINE,
                scenario.world().openingLedger());
        assertThat(journal).singleElement().satisfies(entry -> {
            assertThat(entry.seq()).isEqualTo(1);
            assertThat(entry.turn()).isZero();
            assertThat(entry.event()).isEqualTo(first);
            assertThat(entry.hash()).isEqualTo(ContentHash.of(first));
        });

        SimulationState state = SimulationState.BLANK.fold(first);
        assertThat(store.snapshots.find(id, 0)).hasValueSatisfying(snapshot -> {
            assertThat(snapshot.state()).isEqualTo(state);
            assertThat(snapshot.hash()).isEqualTo(ContentHash.of(state));
            assertThat(snapshot.head()).isEqualTo(1);
        });
        assertThat(store.jdbc
                        .sql("select ancestor || ' ' || upto_seq || ' ' || depth from lineage where simulation = :id")
                        .param("id", id)
                        .query(String.class)
                        .list())
                .containsExactly(id + " " + Long.MAX_VALUE + " 0");
    }

    @Test
    void the_same_key_and_body_again_is_answered_with_the_first_simulation() {
        UUID first = UUID.randomUUID();
        store.simulations.start(first, "anna", "again", "hash", Scenarios.priceIncrease());

        var again = (Started.Simulation)
                store.simulations.start(UUID.randomUUID(), "anna", "again", "hash", Scenarios.priceIncrease());

        assertThat(again.isNew()).isFalse();
        assertThat(again.row().id()).isEqualTo(first);
    }

    @Test
    void the_same_key_with_another_body_is_a_conflict_but_not_with_another_owner() {
        store.simulations.start(UUID.randomUUID(), "anna", "shared", "hash", Scenarios.priceIncrease());

        assertThat(store.simulations.start(UUID.randomUUID(), "anna", "shared", "other", Scenarios.priceIncrease()))
                .isEqualTo(new Started.KeyConflict());
        assertThat(store.simulations.start(UUID.randomUUID(), "ben", "shared", "other", Scenarios.priceIncrease()))
                .isInstanceOf(Started.Simulation.class);
    }

    @Test
    void two_starts_at_once_under_one_key_make_one_simulation() {
        for (int round = 0; round < 20; round++) {
            String key = "at once " + round;
            var results = AtOnce.twice(() -> (Started.Simulation)
                    store.simulations.start(UUID.randomUUID(), "anna", key, "hash", Scenarios.priceIncrease()));

            assertThat(results).filteredOn(Started.Simulation::isNew).hasSize(1);
            assertThat(results)
                    .extracting(started -> started.row().id())
                    .containsOnly(results.getFirst().row().id());
        }
    }

    @Test
    void a_scenario_survives_characters_that_postgresql_cannot_keep() {
        var settings = Scenarios.priceIncrease().settings();
        Scenario plain = Scenarios.with(settings);
        Scenario scenario = new Scenario(
                "nul \u0000",
                "half \uD83D",
                "whole \uD83D\uDE00 and half \uDE00 and a backslash \\u0000",
                plain.cast(),
                plain.issues(),
                plain.world(),
                plain.clock(),
                settings,
                plain.initialContext(),
                plain.rootSeed(),
                0);

        Story story = Story.of(store, scenario);

        assertThat(story.row().scenario().name()).isEqualTo("nul \uFFFD");
        assertThat(story.row().scenario().description()).isEqualTo("half \uFFFD");
        assertThat(story.row().scenario().text())
                .isEqualTo("whole \uD83D\uDE00 and half \uFFFD and a backslash \\u0000");
    }

    @Test
    void simulations_are_listed_newest_first_and_by_status() {
        try (TestStore other = new TestStore()) {
            Story older = Story.ofPriceIncrease(other);
            Story newer = Story.ofPriceIncrease(other);
            other.jdbc
                    .sql("update simulations set status = 'paused' where id = :id")
                    .param("id", older.id)
                    .update();

            assertThat(other.simulations.list(SimulationFilter.ALL, null, 10, 0))
                    .extracting(SimulationSummary::id)
                    .containsExactly(newer.id, older.id);
            assertThat(other.simulations.list(SimulationFilter.ALL, null, 1, 1))
                    .extracting(SimulationSummary::id)
                    .containsExactly(older.id);
            assertThat(other.simulations.list(new SimulationFilter("paused", null), null, 10, 0))
                    .extracting(SimulationSummary::id)
                    .containsExactly(older.id);
            assertThat(other.simulations.list(new SimulationFilter("no such status", null), null, 10, 0))
                    .isEmpty();
            assertThat(other.simulations.count(SimulationFilter.ALL)).isEqualTo(2);
            assertThat(other.simulations.count(new SimulationFilter("paused", null)))
                    .isEqualTo(1);
        }
    }
}
