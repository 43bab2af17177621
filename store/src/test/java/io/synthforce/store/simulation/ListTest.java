package io.synthforce.store.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.workflows.simulation.Operation;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ListTest {

    @AutoClose
    private final TestStore store = new TestStore();

    @Test
    void what_is_looked_for_is_found_in_name_description_and_scenario_whatever_its_case() {
        UUID byName = simulation("Prices go UP", null, "a");
        UUID byDescription = simulation(null, "what if prices double", "b");
        UUID byScenario = simulation(null, null, "Our Prices");
        simulation("Hiring", null, "c");

        assertThat(found("prices")).containsExactlyInAnyOrder(byName, byDescription, byScenario);
        assertThat(store.simulations.count(new SimulationFilter(null, "prices")))
                .isEqualTo(3);
        assertThat(store.simulations.count(new SimulationFilter("paused", "prices")))
                .isZero();
    }

    @Test
    void idle_is_who_was_not_asked_for_so_long_and_owes_no_answer() {
        UUID idle = simulation("idle", null, "a");
        UUID asked = simulation("asked", null, "b");
        simulation("young", null, "c");
        UUID known = simulation("known", null, "d");
        touched(idle, "61 minutes");
        touched(asked, "61 minutes");
        touched(known, "63 minutes");
        store.requests.submit(asked, "key", Operation.NEXT, "{}");

        assertThat(store.simulations.idle(Duration.ofMinutes(60), Duration.ofMinutes(2)))
                .containsExactly(idle);
    }

    private void touched(UUID simulation, String ago) {
        store.jdbc
                .sql("update simulations set updated_at = now() - cast(:ago as interval) where id = :id")
                .param("ago", ago)
                .param("id", simulation)
                .update();
    }

    @Test
    void signs_that_stand_for_others_elsewhere_stand_for_themselves() {
        UUID percent = simulation("100% remote", null, "a");
        simulation("100 remote", null, "b");

        assertThat(found("0% r")).containsExactly(percent);
        assertThat(found("_")).isEmpty();
    }

    @Test
    void pages_that_follow_a_place_neither_repeat_nor_skip_when_others_are_started() {
        simulation("1", null, "a");
        simulation("2", null, "b");
        simulation("3", null, "c");
        // Of the same moment, so that the id decides.
        store.jdbc
                .sql("update simulations set created_at = '2026-01-01T00:00:00.123456Z'")
                .update();
        List<UUID> all = ids(store.simulations.list(SimulationFilter.ALL, null, 10, 0));

        SimulationSummary first =
                store.simulations.list(SimulationFilter.ALL, null, 1, 0).getFirst();
        simulation("4", null, "d");
        List<UUID> rest =
                ids(store.simulations.list(SimulationFilter.ALL, new Place(first.createdAt(), first.id()), 10, 0));

        assertThat(rest).isEqualTo(all.subList(1, 3));
    }

    private List<UUID> found(String text) {
        return ids(store.simulations.list(new SimulationFilter(null, text), null, 10, 0));
    }

    private static List<UUID> ids(List<SimulationSummary> page) {
        return page.stream().map(SimulationSummary::id).toList();
    }

    private UUID simulation(@Nullable String name, @Nullable String description, String text) {
        UUID id = Story.ofPriceIncrease(store).id;
        store.jdbc
                .sql("update simulations set name = :name, description = :description, text = :text where id = :id")
                .param("name", name)
                .param("description", description)
                .param("text", text)
                .param("id", id)
                .update();
        return id;
    }
}
