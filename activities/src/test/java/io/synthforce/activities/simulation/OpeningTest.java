package io.synthforce.activities.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.request.RequestRow;
import io.synthforce.workflows.simulation.Bell;
import io.synthforce.workflows.simulation.Operation;
import io.synthforce.workflows.simulation.SimulationActivities.Opened;
import io.synthforce.workflows.simulation.SimulationActivities.Verdict;
import io.synthforce.workflows.simulation.Status;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class OpeningTest {

    @AutoClose
    private final TestStore store = new TestStore();

    private final SimulationActivitiesImpl activities = new SimulationActivitiesImpl(
            store.simulations,
            store.snapshots,
            store.requests,
            store.turns,
            store.journal,
            store.calls,
            store.experiments,
            new SimpleMeterRegistry());
    private final Story story = Story.ofPriceIncrease(store);

    @Test
    void aRunOpensWithTheStateOfTheLastTurnAndWhatIsUnanswered() {
        story.playTurn();
        RequestRow waiting = story.next();

        Opened opened = activities.open(story.id, "run");

        assertThat(opened.verdict()).isEqualTo(Verdict.DONE);
        assertThat(opened.state().turn()).isEqualTo(1);
        assertThat(opened.head()).isEqualTo(story.head());
        assertThat(opened.open()).containsExactly(new Bell(waiting.id(), Operation.NEXT));
    }

    @Test
    void anUnknownSimulationIsGone() {
        assertThat(activities.open(UUID.randomUUID(), "run")).isEqualTo(Opened.NONE);
    }

    @Test
    void aSimulationWhoseSnapshotCannotBeReadHasFailedAndSaysSo() {
        RequestRow waiting = story.next();
        store.jdbc.sql("update snapshots set state = '{\"ledger\": 7}'").update();

        assertThat(activities.open(story.id, "run")).isEqualTo(Opened.NONE);

        assertThat(story.row().status()).isEqualTo(Status.FAILED);
        assertThat(story.request(waiting.id()).outcome().error()).isEqualTo("simulation_failed");
    }
}
