package io.synthforce.workflows.simulation;

import io.synthforce.workflows.journal.SimulationEvent.AnalysisGiven;
import io.synthforce.workflows.journal.SimulationEvent.DisagreementsNamed;
import io.synthforce.workflows.journal.SimulationEvent.MinutesTaken;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.turn.AgentActivities;
import io.synthforce.workflows.turn.ModelCall;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.Jackson3JsonPayloadConverter;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A Temporal server with one worker, which serves every stage from that stage's own store and agents. */
final class Server implements AutoCloseable {

    static final DataConverter CONVERTER = DefaultDataConverter.newDefaultInstance()
            .withPayloadConverterOverrides(new Jackson3JsonPayloadConverter(false));

    private static @Nullable Server inProcess;

    private final Map<UUID, Stage> stages = new ConcurrentHashMap<>();
    private final TestWorkflowEnvironment environment;

    /** @param others workflows that are played beside simulations */
    Server(TestWorkflowEnvironment environment, Class<?>... others) {
        this.environment = environment;
        Worker worker = environment.newWorker(SimulationWorkflow.TASK_QUEUE);
        worker.registerWorkflowImplementationTypes(SimulationWorkflowImpl.class);
        worker.registerWorkflowImplementationTypes(others);
        worker.registerActivitiesImplementations(new Stores(), new Agents());
        environment.start();
    }

    /** The one in this process, which all tests share; it lives as long as they do. */
    static synchronized Server inProcess() {
        if (inProcess == null) {
            inProcess = new Server(TestWorkflowEnvironment.newInstance(options()));
        }
        return inProcess;
    }

    /** Without time skipping: it stalls under local activities. */
    static TestEnvironmentOptions options() {
        TestEnvironmentOptions.Builder options = TestEnvironmentOptions.newBuilder()
                .setUseTimeskipping(false)
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(CONVERTER)
                        .setIdentity("stage")
                        .build());
        Shown.KEYS.forEach(key -> options.registerSearchAttribute(key.getName(), key.getValueType()));
        return options.build();
    }

    WorkflowClient client() {
        return environment.getWorkflowClient();
    }

    void serve(Stage stage) {
        stages.put(stage.simulation, stage);
    }

    void leave(Stage stage) {
        stages.remove(stage.simulation);
    }

    @Override
    public void close() {
        environment.close();
    }

    private final class Stores implements SimulationActivities {

        private FakeStore of(UUID simulation) {
            return stages.get(simulation).store;
        }

        @Override
        public Opened open(UUID simulation, String runId) {
            return of(simulation).open(simulation, runId);
        }

        @Override
        public Taken take(UUID simulation, long request, long head) {
            return of(simulation).take(simulation, request, head);
        }

        @Override
        public Projected project(Projection projection) {
            return of(projection.simulation()).project(projection);
        }

        @Override
        public Commanded command(UUID simulation, long request) {
            return of(simulation).command(simulation, request);
        }

        @Override
        public UUID experiment(UUID simulation, long request) {
            return of(simulation).experiment(simulation, request);
        }

        @Override
        public void abandon(Abandonment abandonment) {
            of(abandonment.simulation()).abandon(abandonment);
        }
    }

    private final class Agents implements AgentActivities {

        private FakeAgents of(ModelCall call) {
            return stages.get(call.key().simulation()).agents;
        }

        @Override
        public PositionTaken position(ModelCall call) {
            return of(call).position(call);
        }

        @Override
        public DisagreementsNamed disagreements(ModelCall call) {
            return of(call).disagreements(call);
        }

        @Override
        public ReplyGiven reply(ModelCall call) {
            return of(call).reply(call);
        }

        @Override
        public MinutesTaken minutes(ModelCall call) {
            return of(call).minutes(call);
        }

        @Override
        public AnalysisGiven analysis(ModelCall call) {
            return of(call).analysis(call);
        }
    }
}
