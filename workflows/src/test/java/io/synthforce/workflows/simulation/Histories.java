package io.synthforce.workflows.simulation;

import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowHistoryLoader;
import io.temporal.worker.Worker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What was recorded from earlier code, in a folder of the test's resources. */
public record Histories(String folder, TestEnvironmentOptions options) {

    public List<String> names() {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources", folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails where the implementation takes another course than the code that was recorded. */
    public void replay(String name, Class<?> implementation) throws Exception {
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(options)) {
            Worker worker = environment.newWorker(SimulationWorkflow.TASK_QUEUE);
            worker.registerWorkflowImplementationTypes(implementation);
            worker.replayWorkflowExecution(WorkflowHistoryLoader.readHistoryFromResource(folder + "/" + name));
        }
    }
}
