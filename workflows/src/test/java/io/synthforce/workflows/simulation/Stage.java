package io.synthforce.workflows.simulation;

import static org.awaitility.Awaitility.await;

import com.google.protobuf.util.Timestamps;
import io.synthforce.workflows.simulation.FakeStore.Request;
import io.synthforce.workflows.turn.Phase;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import io.temporal.common.SearchAttributes;
import io.temporal.common.WorkflowExecutionHistory;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;

/** A simulation on a Temporal server, with a store and agents that obey the test. */
final class Stage implements AutoCloseable {

    final UUID simulation = UUID.randomUUID();
    final FakeStore store = new FakeStore(simulation);
    final FakeAgents agents = new FakeAgents();
    private final WorkflowClient client;

    Stage(Server server) {
        this.client = server.client();
        store.turnWaits = agents::waiting;
        server.serve(this);
    }

    static Stage inProcess() {
        return new Stage(Server.inProcess());
    }

    /** Stores a request and rings. */
    long request(Operation operation) {
        long id = store.submit(operation);
        ring(id);
        return id;
    }

    long next() {
        return request(Operation.NEXT);
    }

    long play(int untilTurn) {
        long id = store.submit(Operation.PLAY, untilTurn);
        ring(id);
        return id;
    }

    /** The in-process server may refuse a bell while a run ends; it is rung again, as the product does. */
    void ring(long request) {
        Bell bell = new Bell(request, store.request(request).operation());
        WorkflowStub stub = client.newUntypedWorkflowStub(
                "Simulation",
                WorkflowOptions.newBuilder()
                        .setWorkflowId(workflowId())
                        .setTaskQueue(SimulationWorkflow.TASK_QUEUE)
                        .build());
        patiently().ignoreExceptionsInstanceOf(WorkflowServiceException.class).until(() -> {
            stub.signalWithStart("ring", new Object[] {bell}, new Object[] {SimulationRun.of(simulation)});
            return true;
        });
    }

    SearchAttributes searchAttributes() {
        return current().describe().getTypedSearchAttributes();
    }

    void rest() {
        current().signal("rest");
    }

    void cancel() {
        current().cancel();
    }

    SimulationView view() {
        return current().query("state", SimulationView.class);
    }

    WorkflowExecutionStatus status() {
        return current().describe().getStatus();
    }

    long historyLength() {
        return current()
                .describe()
                .getRawDescription()
                .getWorkflowExecutionInfo()
                .getHistoryLength();
    }

    long historySize() {
        return current()
                .describe()
                .getRawDescription()
                .getWorkflowExecutionInfo()
                .getHistorySizeBytes();
    }

    /** The history of the latest run. */
    WorkflowExecutionHistory history() {
        return client.fetchHistory(workflowId());
    }

    WorkflowExecutionHistory history(String runId) {
        return client.fetchHistory(workflowId(), runId);
    }

    List<HistoryEvent> events(EventType type) {
        return history().getEvents().stream()
                .filter(event -> event.getEventType() == type)
                .toList();
    }

    Request awaitAnswer(long request) {
        patiently().until(() -> store.request(request).answered());
        return store.request(request);
    }

    /** Waits until a turn is played and the run waits for the next bell. */
    void awaitTurn(int turn) {
        patiently().until(() -> view().turn() == turn && view().playing() == null);
    }

    /** Waits until all that is left to do in a phase waits for the provider. */
    void awaitWaiting(Phase phase) {
        agents.at(phase).awaitArrivals(1);
        patiently().until(() -> agents.waiting() && allRefused());
    }

    private boolean allRefused() {
        List<PendingActivityInfo> pending =
                current().describe().getRawDescription().getPendingActivitiesList();
        return !pending.isEmpty()
                && pending.stream()
                        .allMatch(info -> info.hasLastFailure()
                                && Timestamps.compare(info.getLastAttemptCompleteTime(), info.getLastStartedTime())
                                        >= 0);
    }

    void awaitStatus(WorkflowExecutionStatus expected) {
        patiently().until(() -> status() == expected);
    }

    static ConditionFactory patiently() {
        return await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(20));
    }

    private WorkflowStub current() {
        return client.newUntypedWorkflowStub(workflowId());
    }

    private String workflowId() {
        return SimulationRun.workflowId(simulation);
    }

    /** Lets everything go that waits, and ends the run. */
    @Override
    public void close() {
        store.delete();
        store.steps.openAll();
        agents.openAll();
        try {
            current().terminate("The test is over");
        } catch (WorkflowNotFoundException e) {
            // It ended by itself, or never began.
        }
    }
}
