package io.synthforce.workflows.experiment;

import static io.synthforce.workflows.experiment.ExperimentStage.patiently;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.synthforce.workflows.judging.Docket;
import io.synthforce.workflows.judging.Matter;
import io.synthforce.workflows.simulation.ExperimentRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Records the histories that {@link ExperimentReplayTest} replays, on a real server. Run it for a new way an experiment can
 * go, and keep the old recordings: they stand for experiments that are under way when a release is rolled out.
 *
 * <pre>./mvnw -pl workflows -am test -Dtest=RecordExperiments -Dsurefire.failIfNoSpecifiedTests=false -Drecord.histories=true</pre>
 */
@EnabledIfSystemProperty(named = "record.histories", matches = "true")
class RecordExperiments {

    private static final int NEVER = 50_000;

    private interface Scene {
        void play(ExperimentStage stage);
    }

    @Test
    void playedToItsEnd() throws IOException {
        record("played", NEVER, stage -> {
            stage.store.reached(stage.branches.get(3));
            stage.begin();
            stage.endOneByOne();
        });
    }

    @Test
    void cancelled() throws IOException {
        record("cancelled", NEVER, stage -> {
            stage.begin();
            stage.awaitWindow();
            stage.store.cancel();
            stage.look();
            for (UUID branch : stage.store.begun()) {
                patiently().until(() -> stage.store.stopped().contains(branch));
                stage.reached(branch);
            }
        });
    }

    @Test
    void deletedInTheMiddle() throws IOException {
        record("deleted", NEVER, stage -> {
            stage.begin();
            stage.awaitWindow();
            stage.stub().cancel("deleted");
        });
    }

    @Test
    void endedByADefect() throws IOException {
        record("defect", NEVER, stage -> {
            stage.begin();
            stage.awaitWindow();
            stage.store.spoil();
            stage.look();
        });
    }

    @Test
    void continuedAsNew() throws IOException {
        record("continued-as-new", 60, stage -> {
            stage.begin();
            stage.endOneByOne();
        });
    }

    @Test
    void judged() throws IOException {
        record("judged", NEVER, stage -> {
            stage.store.asks(docket(stage));
            stage.store.cannotJudge(docket(stage).get(3));
            stage.begin();
            stage.endOneByOne();
        });
    }

    @Test
    void judgedWhenCancelled() throws IOException {
        record("judged-when-cancelled", NEVER, stage -> {
            stage.store.asks(docket(stage));
            stage.begin();
            stage.awaitWindow();
            stage.store.cancel();
            stage.look();
            for (UUID branch : stage.store.begun()) {
                patiently().until(() -> stage.store.stopped().contains(branch));
                stage.reached(branch);
            }
        });
    }

    private static List<Matter> docket(ExperimentStage stage) {
        return Docket.of(1, IntStream.range(0, stage.branches.size()).boxed().toList(), "seed");
    }

    /** Writes the history of every run, the first one without a number. */
    private static void record(String name, int suggestion, Scene scene) throws IOException {
        try (ExperimentStage stage = ExperimentStage.onARealServer(suggestion)) {
            scene.play(stage);
            patiently().until(stage::isOver);
            List<String> runs = runs(stage);
            for (int i = 0; i < runs.size(); i++) {
                Path file = Path.of("src/test/resources/experiments", name + (i == 0 ? "" : "-" + (i + 1)) + ".json");
                Files.createDirectories(file.getParent());
                Files.writeString(
                        file,
                        stage.client()
                                .fetchHistory(ExperimentRun.workflowId(stage.experiment), runs.get(i))
                                .toJson(true),
                        UTF_8);
            }
        }
    }

    /** From the last one back, as each names the one before. */
    private static List<String> runs(ExperimentStage stage) {
        List<String> runs = new ArrayList<>();
        String run = stage.run();
        while (!run.isEmpty()) {
            runs.addFirst(run);
            run = stage.client()
                    .fetchHistory(ExperimentRun.workflowId(stage.experiment), run)
                    .getEvents()
                    .getFirst()
                    .getWorkflowExecutionStartedEventAttributes()
                    .getContinuedExecutionRunId();
        }
        return runs;
    }
}
