package io.synthforce.workflows.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.synthforce.workflows.turn.Phase;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Records the histories that {@link ReplayTest} replays, on a real server. Run it for a new way a simulation can go, and
 * keep the old recordings: they stand for simulations that are under way when a release is rolled out.
 *
 * <pre>./mvnw -pl workflows -am test -Dtest=RecordHistories -Dsurefire.failIfNoSpecifiedTests=false -Drecord.histories=true</pre>
 */
@EnabledIfSystemProperty(named = "record.histories", matches = "true")
class RecordHistories {

    private static final int NEVER = 50_000;

    private interface Scene {
        void play(Stage stage);
    }

    @Test
    void twoTurnsWithReplies() throws IOException {
        record("two-turns", NEVER, stage -> {
            stage.awaitAnswer(stage.next());
            stage.awaitAnswer(stage.next());
            stage.awaitTurn(2);
        });
    }

    @Test
    void pausedInATurnAndResumed() throws IOException {
        record("paused-and-resumed", NEVER, stage -> {
            stage.agents.at(Phase.REPLY).shut();
            long next = stage.next();
            stage.agents.at(Phase.REPLY).awaitArrivals(3);
            stage.awaitAnswer(stage.request(Operation.PAUSE));
            stage.agents.at(Phase.REPLY).open();
            stage.awaitAnswer(next);
            stage.awaitAnswer(stage.next());
            stage.awaitAnswer(stage.request(Operation.RESUME));
            stage.awaitAnswer(stage.next());
            stage.awaitTurn(2);
        });
    }

    @Test
    void stoppedWhileWaiting() throws IOException {
        record("stopped-while-waiting", NEVER, stage -> {
            stage.agents.limit(call -> call.key().phase() == Phase.REPLY);
            long next = stage.next();
            stage.awaitWaiting(Phase.REPLY);
            stage.request(Operation.STOP);
            stage.awaitAnswer(next);
            stage.agents.limit(_ -> false);
            stage.awaitAnswer(stage.next());
            stage.awaitTurn(1);
        });
    }

    @Test
    void aRoleDegraded() throws IOException {
        record("degraded-role", NEVER, stage -> {
            stage.agents.degrade(call -> call.key().seat().equals("ceo"));
            stage.awaitAnswer(stage.next());
            stage.awaitTurn(1);
        });
    }

    @Test
    void nobodyAnswered() throws IOException {
        record("nobody-answered", NEVER, stage -> {
            stage.agents.degrade(_ -> true);
            stage.awaitAnswer(stage.next());
            stage.agents.forget();
            stage.agents.degrade(_ -> false);
            stage.awaitAnswer(stage.next());
            stage.awaitTurn(1);
        });
    }

    @Test
    void cancelledInATurn() throws IOException {
        record("cancelled-in-a-turn", NEVER, stage -> {
            stage.awaitAnswer(stage.next());
            stage.agents.at(Phase.POSITION).shut();
            stage.next();
            stage.agents.at(Phase.POSITION).awaitArrivals(7);
            stage.cancel();
            stage.awaitStatus(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
        });
    }

    @Test
    void cancelledWhenIdle() throws IOException {
        record("cancelled-when-idle", NEVER, stage -> {
            stage.awaitAnswer(stage.next());
            stage.awaitTurn(1);
            stage.cancel();
            stage.awaitStatus(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
        });
    }

    @Test
    void completedWithARequestTooMany() throws IOException {
        record("completed", NEVER, stage -> {
            stage.store.maxTurns = 1;
            stage.awaitAnswer(stage.next());
            stage.awaitStatus(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
        });
    }

    @Test
    void continuedAsNewWithRequestsPending() throws IOException {
        record("continued-as-new", 100, stage -> {
            List<Long> turns = List.of(stage.next(), stage.next(), stage.next());
            turns.forEach(stage::awaitAnswer);
            stage.awaitTurn(3);
        });
    }

    /** Writes the history of every run, the first one without a number. */
    private static void record(String name, int suggestion, Scene scene) throws IOException {
        try (Server server = DevServer.open(suggestion);
                Stage stage = new Stage(server)) {
            scene.play(stage);
            List<String> runs = stage.store.runs();
            for (int i = 0; i < runs.size(); i++) {
                Path file = Path.of("src/test/resources/histories", name + (i == 0 ? "" : "-" + (i + 1)) + ".json");
                Files.createDirectories(file.getParent());
                Files.writeString(file, stage.history(runs.get(i)).toJson(true), UTF_8);
            }
        }
    }
}
