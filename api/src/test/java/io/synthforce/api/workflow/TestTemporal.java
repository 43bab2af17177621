package io.synthforce.api.workflow;

import io.synthforce.store.simulation.Simulations;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.UUID;
import org.springframework.mock.env.MockEnvironment;

/** A Temporal that is there, with nobody working on it, or one that is away. */
public final class TestTemporal implements AutoCloseable {

    private static final WorkflowClientOptions CLIENT = WorkflowClientOptions.newBuilder()
            .setNamespace("default")
            .setDataConverter(new Payloads().dataConverter())
            .validateAndBuildWithDefaults();

    private final Deadlines deadlines = new Deadlines();
    private final WorkflowClient client;
    private final Runnable close;

    private TestTemporal(WorkflowClient client, Runnable close) {
        this.client = client;
        this.close = close;
    }

    public static TestTemporal inProcess() {
        TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setUseTimeskipping(false)
                .setWorkflowClientOptions(CLIENT)
                .build());
        return new TestTemporal(environment.getWorkflowClient(), environment::close);
    }

    public static TestTemporal away() {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget("127.0.0.1:" + closedPort())
                .build());
        return new TestTemporal(WorkflowClient.newInstance(stubs, CLIENT), stubs::shutdownNow);
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SimulationWorkflows workflows(Simulations simulations) {
        return new SimulationWorkflows(client, searchAttributes(), simulations, deadlines);
    }

    public TemporalServer server(String... roles) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(roles);
        return new TemporalServer(client.getWorkflowServiceStubs(), deadlines, "default", environment);
    }

    SearchAttributes searchAttributes() {
        return new SearchAttributes(client.getWorkflowServiceStubs(), deadlines, "default");
    }

    /** How much has happened to the simulation's workflow; every bell adds to it. */
    public long events(Simulations simulations, UUID simulation) throws TemporalAway {
        return workflows(simulations).describe(simulation).orElseThrow().getHistoryLength();
    }

    public void terminate(UUID simulation) {
        client.newUntypedWorkflowStub("simulation/" + simulation).terminate("The server was replaced");
    }

    @Override
    public void close() {
        deadlines.destroy();
        close.run();
    }
}
