package io.synthforce.workflows.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.synthforce.workflows.judging.Docket;
import io.synthforce.workflows.judging.JudgeActivities;
import io.synthforce.workflows.judging.Matter;
import io.synthforce.workflows.simulation.Bell;
import io.synthforce.workflows.simulation.ExperimentRun;
import io.synthforce.workflows.simulation.Operation;
import io.synthforce.workflows.simulation.SimulationRun;
import io.synthforce.workflows.simulation.SimulationView;
import io.synthforce.workflows.simulation.SimulationWorkflow;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.Jackson3JsonPayloadConverter;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExperimentTest {

    private final UUID experiment = UUID.randomUUID();
    private final List<UUID> branches =
            IntStream.range(0, 10).mapToObj(_ -> UUID.randomUUID()).toList();
    private final FakeExperiments store = new FakeExperiments(branches);
    private TestWorkflowEnvironment temporal;
    private Worker worker;

    @BeforeEach
    void start() {
        temporal = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setUseTimeskipping(false)
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(DefaultDataConverter.newDefaultInstance()
                                .withPayloadConverterOverrides(new Jackson3JsonPayloadConverter(false)))
                        .build())
                .build());
        worker = temporal.newWorker(SimulationWorkflow.TASK_QUEUE);
        worker.registerWorkflowImplementationTypes(ExperimentWorkflowImpl.class, Branch.class);
        worker.registerActivitiesImplementations(store);
        temporal.start();
    }

    @AfterEach
    void close() {
        temporal.close();
    }

    @Test
    void aFewBranchesPlayAtATimeInTheOrderOfThePlan() {
        begin();

        patiently().until(() -> store.begun().size() == ExperimentWorkflowImpl.WINDOW);
        assertThat(store.begun()).isEqualTo(branches.subList(0, ExperimentWorkflowImpl.WINDOW));

        endOneByOne();
        patiently().until(store::concluded);
        assertThat(store.begun()).isEqualTo(branches);
        assertThat(store.most()).isEqualTo(ExperimentWorkflowImpl.WINDOW);
    }

    @Test
    void branchesThatAreAtTheirHorizonAreNotStarted() {
        store.reached(branches.get(0));
        begin();

        endOneByOne();

        patiently().until(store::concluded);
        assertThat(started(branches.get(0))).isFalse();
        assertThat(started(branches.get(1))).isTrue();
    }

    @Test
    void whatIsCancelledBeginsNoMoreBranchesAndStopsThoseThatPlay() {
        begin();
        patiently().until(() -> store.begun().size() == ExperimentWorkflowImpl.WINDOW);

        store.cancel();
        look();

        patiently().until(store::concluded);
        assertThat(store.begun()).hasSize(ExperimentWorkflowImpl.WINDOW);
        assertThat(store.stopped()).isEqualTo(branches.subList(0, ExperimentWorkflowImpl.WINDOW));
        for (UUID branch : store.stopped()) {
            patiently().until(() -> closed(branch));
        }
    }

    @Test
    void runsAreJudgedWhenAllHaveEndedEachMatterOnceAndThenItIsConcluded() {
        store.asks(docket());
        begin();
        patiently().until(() -> store.begun().size() == ExperimentWorkflowImpl.WINDOW);
        assertThat(store.heard()).isEmpty();

        endOneByOne();

        patiently().until(store::concluded);
        assertThat(store.heard()).containsExactlyInAnyOrderElementsOf(docket());
        assertThat(store.unjudged()).isEmpty();
    }

    @Test
    void aRunThatBeginsAgainHasOnlyThatJudgedWhichIsNot() {
        store.asks(docket());
        branches.forEach(store::reached);
        docket().subList(0, 7).forEach(store::judgedBefore);

        begin();

        patiently().until(store::concluded);
        assertThat(store.heard()).containsExactlyInAnyOrderElementsOf(docket().subList(7, docket().size()));
    }

    @Test
    void whatCannotBeJudgedHoldsUpNothing() {
        store.asks(docket());
        store.cannotJudge(docket().get(3));
        branches.forEach(store::reached);

        begin();

        patiently().until(store::concluded);
        assertThat(store.unjudged()).containsExactly(docket().get(3));
    }

    @Test
    void whatIsCancelledIsJudgedNoMore() {
        store.asks(docket());
        store.cancel();
        branches.forEach(store::reached);

        begin();

        patiently().until(store::concluded);
        assertThat(store.heard()).isEmpty();
    }

    @Test
    void anExperimentThatIsGoneEndsWithoutAWord() {
        store.delete();
        begin();

        patiently().until(this::over);
        assertThat(store.concluded()).isFalse();
        assertThat(store.begun()).isEmpty();
    }

    @Test
    void aRunThatBeginsAgainGoesOnWithTheBranchesThatPlay() {
        begin();
        patiently().until(() -> store.begun().size() == ExperimentWorkflowImpl.WINDOW);
        stub().terminate("as if the server had lost it");

        begin();
        endOneByOne();

        patiently().until(store::concluded);
        assertThat(store.begun().stream().distinct()).containsExactlyElementsOf(branches);
    }

    @Test
    void itsHistoryReplays() {
        begin();
        endOneByOne();
        patiently().until(this::over);

        var history = temporal.getWorkflowClient().fetchHistory(ExperimentRun.workflowId(experiment));
        assertThatCode(() -> worker.replayWorkflowExecution(history)).doesNotThrowAnyException();
    }

    private List<Matter> docket() {
        return Docket.of(1, IntStream.range(0, branches.size()).boxed().toList(), "seed");
    }

    private void begin() {
        WorkflowClient.start(
                temporal.getWorkflowClient()
                        .newWorkflowStub(
                                ExperimentWorkflow.class,
                                WorkflowOptions.newBuilder()
                                        .setWorkflowId(ExperimentRun.workflowId(experiment))
                                        .setTaskQueue(SimulationWorkflow.TASK_QUEUE)
                                        .build())::run,
                new ExperimentRun(experiment));
    }

    private void endOneByOne() {
        for (UUID branch : branches) {
            patiently().until(() -> store.isOver(branch) || store.begun().contains(branch));
            store.reached(branch);
            look();
        }
    }

    private void look() {
        try {
            stub().signal(ExperimentRun.LOOK);
        } catch (io.temporal.client.WorkflowNotFoundException over) {
            // It has seen the last branch by itself.
        }
    }

    private boolean over() {
        return stub().describe().getStatus()
                == io.temporal.api.enums.v1.WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED;
    }

    private boolean started(UUID branch) {
        try {
            describe(branch);
            return true;
        } catch (io.temporal.client.WorkflowNotFoundException never) {
            return false;
        }
    }

    private boolean closed(UUID branch) {
        return describe(branch) == io.temporal.api.enums.v1.WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED;
    }

    private io.temporal.api.enums.v1.WorkflowExecutionStatus describe(UUID branch) {
        return temporal.getWorkflowClient()
                .newUntypedWorkflowStub(SimulationRun.workflowId(branch))
                .describe()
                .getStatus();
    }

    private WorkflowStub stub() {
        return temporal.getWorkflowClient().newUntypedWorkflowStub(ExperimentRun.workflowId(experiment));
    }

    private static ConditionFactory patiently() {
        return await().pollInterval(Duration.ofMillis(10)).atMost(Duration.ofSeconds(30));
    }

    /** A branch that plays until it is stopped. */
    public static final class Branch implements SimulationWorkflow {

        private boolean stopped;

        @Override
        public void run(SimulationRun run) {
            Workflow.await(() -> stopped);
        }

        @Override
        public void ring(Bell bell) {
            stopped = bell.operation() == Operation.STOP;
        }

        @Override
        public void rest() {
            throw new UnsupportedOperationException("Nobody asks");
        }

        @Override
        public SimulationView state() {
            throw new UnsupportedOperationException("Nobody asks");
        }
    }

    /** The store in memory. */
    static final class FakeExperiments implements ExperimentActivities, JudgeActivities {

        private enum State {
            WAITING,
            PLAYING,
            OVER
        }

        private final Map<UUID, State> states = new LinkedHashMap<>();
        private final List<UUID> begun = new ArrayList<>();
        private final List<UUID> stopped = new ArrayList<>();
        private final List<Matter> heard = new ArrayList<>();
        private final List<Matter> unjudged = new ArrayList<>();
        private @Nullable Matter hopeless;
        private boolean known = true;
        private boolean cancelled;
        private boolean concluded;
        private int most;

        FakeExperiments(List<UUID> branches) {
            branches.forEach(branch -> states.put(branch, State.WAITING));
        }

        synchronized void reached(UUID branch) {
            states.put(branch, State.OVER);
        }

        synchronized void asks(List<Matter> docket) {
            unjudged.addAll(docket);
        }

        synchronized void judgedBefore(Matter matter) {
            unjudged.remove(matter);
        }

        synchronized void cannotJudge(Matter matter) {
            hopeless = matter;
        }

        synchronized List<Matter> heard() {
            return List.copyOf(heard);
        }

        synchronized List<Matter> unjudged() {
            return List.copyOf(unjudged);
        }

        @Override
        public synchronized void judge(UUID experiment, Matter matter) {
            heard.add(matter);
            if (matter.equals(hopeless)) {
                throw ApplicationFailure.newNonRetryableFailure("a defect", "defect");
            }
            unjudged.remove(matter);
        }

        synchronized void cancel() {
            cancelled = true;
        }

        synchronized void delete() {
            known = false;
        }

        synchronized List<UUID> begun() {
            return List.copyOf(begun);
        }

        synchronized List<UUID> stopped() {
            return List.copyOf(stopped);
        }

        synchronized boolean isOver(UUID branch) {
            return states.get(branch) == State.OVER;
        }

        synchronized boolean concluded() {
            return concluded;
        }

        synchronized int most() {
            return most;
        }

        @Override
        public synchronized Standing look(UUID experiment) {
            return new Standing(
                    known,
                    cancelled,
                    "",
                    in(State.WAITING),
                    in(State.PLAYING),
                    in(State.OVER).size(),
                    in(State.OVER).size() == states.size() ? unjudged() : List.of());
        }

        @Override
        public synchronized boolean begin(UUID experiment, UUID branch) {
            if (states.get(branch) == State.OVER) {
                return false;
            }
            states.put(branch, State.PLAYING);
            begun.add(branch);
            most = Math.max(most, in(State.PLAYING).size());
            return true;
        }

        @Override
        public synchronized Bell stop(UUID experiment, UUID branch) {
            stopped.add(branch);
            return new Bell(1, Operation.STOP);
        }

        @Override
        public synchronized void conclude(UUID experiment) {
            concluded = true;
        }

        private List<UUID> in(State state) {
            return states.entrySet().stream()
                    .filter(entry -> entry.getValue() == state)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }
}
