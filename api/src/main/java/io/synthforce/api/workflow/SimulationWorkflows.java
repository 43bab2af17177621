package io.synthforce.api.workflow;

import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.brief.BriefWorkflow;
import io.synthforce.workflows.interview.InterviewWorkflow;
import io.synthforce.workflows.replay.ReplayReport;
import io.synthforce.workflows.replay.ReplayRun;
import io.synthforce.workflows.simulation.Bell;
import io.synthforce.workflows.simulation.ExperimentRun;
import io.synthforce.workflows.simulation.SimulationRun;
import io.synthforce.workflows.simulation.SimulationView;
import io.synthforce.workflows.simulation.SimulationWorkflow;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.BatchRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowTargetOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The workflows of simulations. Nothing else in the API speaks to a workflow. */
@Component
public final class SimulationWorkflows {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int TRIES = 5;

    private static final Logger log = LoggerFactory.getLogger(SimulationWorkflows.class);

    private final WorkflowClient client;
    private final SearchAttributes searchAttributes;
    private final Simulations simulations;
    private final Deadlines deadlines;

    SimulationWorkflows(
            WorkflowClient client, SearchAttributes searchAttributes, Simulations simulations, Deadlines deadlines) {
        this.client = client;
        this.searchAttributes = searchAttributes;
        this.simulations = simulations;
        this.deadlines = deadlines;
    }

    /**
     * Rings at the simulation's workflow, and starts or revives it where there is none.
     *
     * @return the run that took the bell
     * @throws TemporalAway if that is not known in time; the bell may have been heard all the same
     */
    public String ring(UUID simulation, Bell bell) throws TemporalAway {
        searchAttributes.ensure();
        WorkflowOptions options = options(simulation);
        return deadlines.within(PATIENCE, () -> ring(simulation, bell, options, TRIES));
    }

    /** Sees to it that workflows can get on, where they seem not to. */
    public void prepare() throws TemporalAway {
        searchAttributes.ensureAgain();
    }

    /** What the server knows of the simulation's newest run, empty when it knows none. */
    public Optional<WorkflowExecutionDescription> describe(UUID simulation) throws TemporalAway {
        return describe(stub(simulation));
    }

    /**
     * Whether the run that took a bell is there to answer it, or one that came after it when it renewed itself. Of a run
     * of another server nothing is known here, so it is not.
     */
    public boolean isOpen(UUID simulation, String run) throws TemporalAway {
        WorkflowStub took = client.newUntypedWorkflowStub(WorkflowTargetOptions.newBuilder()
                .setWorkflowId(SimulationRun.workflowId(simulation))
                .setRunId(run)
                .build());
        Optional<WorkflowExecutionStatus> status = describe(took).map(WorkflowExecutionDescription::getStatus);
        if (status.equals(Optional.of(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW))) {
            status = describe(simulation).map(WorkflowExecutionDescription::getStatus);
        }
        return status.equals(Optional.of(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING));
    }

    /** The workflow's own view of itself. */
    public SimulationView state(UUID simulation, Duration limit) throws TemporalAway {
        return deadlines.within(limit, () -> stub(simulation).query("state", SimulationView.class));
    }

    /** Lets the simulation's run end once nothing waits. Where there is none, it rests already. */
    public void rest(UUID simulation) throws TemporalAway {
        try {
            deadlines.within(PATIENCE, () -> {
                stub(simulation).signal("rest");
                return simulation;
            });
        } catch (WorkflowNotFoundException rests) {
            // Never rung, or let rest before.
        }
    }

    /** Cancels the workflow of a simulation that is gone. Where there is none, there is nothing to do. */
    public void cancel(UUID simulation, Duration limit) throws TemporalAway {
        cancel(stub(simulation), limit);
    }

    /** Cancels the workflow of an experiment that is gone, so that it begins no further branch. */
    public void cancelExperiment(UUID experiment, Duration limit) throws TemporalAway {
        cancel(client.newUntypedWorkflowStub(ExperimentRun.workflowId(experiment)), limit);
    }

    private void cancel(WorkflowStub workflow, Duration limit) throws TemporalAway {
        try {
            deadlines.within(limit, () -> {
                workflow.cancel("deleted");
                return workflow;
            });
        } catch (WorkflowNotFoundException notThere) {
            // Never rung, or completed: its next activity would have found nothing and ended it anyway.
        }
    }

    /** Tells an experiment's workflow to look at its branches; one that is not reached looks by itself. */
    public void tell(UUID experiment) {
        try {
            deadlines.within(PATIENCE, () -> {
                client.newUntypedWorkflowStub(ExperimentRun.workflowId(experiment))
                        .signal(ExperimentRun.LOOK);
                return experiment;
            });
        } catch (TemporalAway | WorkflowNotFoundException later) {
            log.info("Experiment {} will look by itself: {}", experiment, later.getMessage());
        }
    }

    /**
     * Has a simulation played from its records, by whatever worker is there.
     *
     * @throws TemporalAway if nobody did in time
     */
    public ReplayReport replay(ReplayRun run, Duration limit) throws TemporalAway {
        WorkflowStub stub = client.newUntypedWorkflowStub(
                "Replay",
                WorkflowOptions.newBuilder()
                        .setWorkflowId(ReplayRun.workflowId(run.simulation(), UUID.randomUUID()))
                        .setTaskQueue(SimulationWorkflow.TASK_QUEUE)
                        .setWorkflowExecutionTimeout(limit)
                        .build());
        deadlines.within(PATIENCE, () -> stub.start(run));
        return deadlines.within(limit, () -> stub.getResult(ReplayReport.class));
    }

    /** Begins an interview, unless it is under way. */
    public void interview(UUID interview) throws TemporalAway {
        begin(InterviewWorkflow.TYPE, InterviewWorkflow.workflowId(interview), interview);
    }

    /** Begins the writing of a brief, unless it is under way. */
    public void brief(UUID brief) throws TemporalAway {
        begin(BriefWorkflow.TYPE, BriefWorkflow.workflowId(brief), brief);
    }

    private void begin(String type, String workflowId, UUID about) throws TemporalAway {
        WorkflowStub stub = client.newUntypedWorkflowStub(
                type,
                WorkflowOptions.newBuilder()
                        .setWorkflowId(workflowId)
                        .setTaskQueue(SimulationWorkflow.TASK_QUEUE)
                        .build());
        try {
            deadlines.within(PATIENCE, () -> stub.start(about));
        } catch (WorkflowExecutionAlreadyStarted underWay) {
            log.debug("{} is under way", workflowId);
        }
    }

    /** While a run renews itself, the in-process server may say that it exists already and deliver nothing. */
    private String ring(UUID simulation, Bell bell, WorkflowOptions options, int tries) {
        SimulationWorkflow workflow = client.newWorkflowStub(SimulationWorkflow.class, options);
        BatchRequest startAndRing = client.newSignalWithStartRequest();
        startAndRing.add(workflow::run, SimulationRun.of(simulation));
        startAndRing.add(workflow::ring, bell);
        try {
            return client.signalWithStart(startAndRing).getRunId();
        } catch (WorkflowExecutionAlreadyStarted renewing) {
            if (tries <= 1) {
                throw renewing;
            }
            return ring(simulation, bell, options, tries - 1);
        }
    }

    private Optional<WorkflowExecutionDescription> describe(WorkflowStub stub) throws TemporalAway {
        try {
            return Optional.of(deadlines.within(PATIENCE, stub::describe));
        } catch (WorkflowNotFoundException notThere) {
            return Optional.empty();
        }
    }

    private WorkflowOptions options(UUID simulation) {
        WorkflowOptions.Builder options = WorkflowOptions.newBuilder()
                .setWorkflowId(SimulationRun.workflowId(simulation))
                .setTaskQueue(SimulationWorkflow.TASK_QUEUE)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE);
        simulations.find(simulation).map(SimulationWorkflows::summary).ifPresent(options::setStaticSummary);
        return options.build();
    }

    /** For people who look at workflows; it holds no text of the user's. */
    private static String summary(SimulationRow simulation) {
        return "%d agents · %d turns".formatted(simulation.scenario().cast().size(), simulation.maxTurns());
    }

    private WorkflowStub stub(UUID simulation) {
        return client.newUntypedWorkflowStub(SimulationRun.workflowId(simulation));
    }
}
