package io.synthforce.workflows.simulation;

import static java.util.Objects.requireNonNull;

import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.simulation.SimulationActivities.Commanded;
import io.synthforce.workflows.simulation.SimulationActivities.Labels;
import io.synthforce.workflows.simulation.SimulationActivities.Opened;
import io.synthforce.workflows.simulation.SimulationActivities.Projected;
import io.synthforce.workflows.simulation.SimulationActivities.Projection;
import io.synthforce.workflows.simulation.SimulationActivities.Taken;
import io.synthforce.workflows.simulation.SimulationActivities.Verdict;
import io.synthforce.workflows.turn.Phase;
import io.synthforce.workflows.turn.Plot;
import io.synthforce.workflows.turn.Turn;
import io.synthforce.workflows.turn.TurnPlayer;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import io.temporal.workflow.WorkflowLock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * The main loop is the single writer: it takes one request after the other and plays its turn. Commands are answered
 * beside it, as soon as the store says so.
 */
public final class SimulationWorkflowImpl implements SimulationWorkflow {

    private final SimulationActivities store = Dealings.withStore();

    private static final Logger LOG = Workflow.getLogger(SimulationWorkflowImpl.class);

    private final UUID simulation;
    private final WorkflowLock writing = Workflow.newWorkflowLock();
    private final Inbox inbox = new Inbox();
    private boolean opened;
    private boolean closed;
    private boolean idle;
    private @Nullable Status status;
    private long head;
    private SimulationState state = SimulationState.BLANK;
    private @Nullable Plot plot;
    private @Nullable Labels labels;
    private @Nullable Turn playing;
    private @Nullable Phase phase;
    private @Nullable CancellationScope turnScope;

    @WorkflowInit
    public SimulationWorkflowImpl(SimulationRun run) {
        this.simulation = run.simulation();
        inbox.addAll(run.inbox());
    }

    @Override
    public void run(SimulationRun run) {
        open(run.inbox().isEmpty());
        while (awaitWork()) {
            if (mayRenew()) {
                renew();
            } else {
                answer(inbox.next());
            }
        }
        closed = true;
        Workflow.await(() -> isCancelled() || Workflow.isEveryHandlerFinished());
        WhatIfs.tellOf(labels);
    }

    /** @return whether there is any; if not, the run is over */
    private boolean awaitWork() {
        Workflow.await(() -> closed || isCancelled() || !inbox.isEmpty() || mayRest() || mayRenew());
        return !closed && !isCancelled() && !(inbox.isEmpty() && mayRest());
    }

    @Override
    public void ring(Bell bell) {
        idle = false;
        if (bell.operation().asksForTurns()) {
            inbox.add(bell);
            return;
        }
        if (bell.operation() == Operation.WHAT_IF) {
            WhatIfs.start(store, simulation, bell);
            return;
        }
        Workflow.await(() -> opened || closed);
        if (!closed) {
            obey(bell);
        }
    }

    @Override
    public void rest() {
        idle = true;
    }

    @Override
    public SimulationView state() {
        return new SimulationView(
                simulation,
                status,
                state.turn(),
                head,
                playing == null ? null : playing.number(),
                phase == null ? null : phase.label(),
                inbox.bells());
    }

    /** @param revived whether the store, not an earlier run, knows what is waiting and which turn was taken */
    private void open(boolean revived) {
        Opened found = store.open(simulation, Workflow.getInfo().getRunId());
        if (found.verdict() != Verdict.DONE) {
            closed = true;
            return;
        }
        plot = requireNonNull(found.plot());
        labels = requireNonNull(found.labels());
        Shown.identity(labels);
        update(requireNonNull(found.status()), found.head(), requireNonNull(found.state()));
        List<Bell> turns = found.open().stream()
                .filter(bell -> bell.operation().asksForTurns())
                .toList();
        if (revived) {
            inbox.addAllFirst(turns);
        } else {
            inbox.addAll(turns);
        }
        found.open().stream().filter(bell -> bell.operation().isCommand()).forEach(this::obey);
        found.open().stream()
                .filter(bell -> bell.operation() == Operation.WHAT_IF)
                .forEach(bell -> WhatIfs.start(store, simulation, bell));
        opened = true;
    }

    private void update(Status newStatus, long newHead, SimulationState newState) {
        status = newStatus;
        head = newHead;
        state = newState;
        Shown.progress(newStatus, newState, requireNonNull(labels));
    }

    private void answer(Bell bell) {
        Taken taken = take(bell);
        switch (taken.verdict()) {
            case DONE -> {
                Turn turn = requireNonNull(taken.turn());
                if (turn.request() != bell.request()) {
                    inbox.addAllFirst(List.of(bell));
                } else if (bell.operation() == Operation.PLAY) {
                    inbox.add(bell);
                }
                play(turn);
            }
            case PAUSED -> inbox.hold(bell);
            case SKIPPED -> {}
            case BEHIND, GONE -> closed = true;
        }
    }

    /** A play asks in order with the commands, so that none that resumes it is missed. */
    private Taken take(Bell bell) {
        boolean inOrder = bell.operation() == Operation.PLAY;
        if (inOrder) {
            writing.lock();
        }
        try {
            return store.take(simulation, bell.request(), head);
        } finally {
            if (inOrder) {
                writing.unlock();
            }
        }
    }

    private void play(Turn turn) {
        playing = turn;
        List<SimulationEvent> events = new ArrayList<>();
        CancellationScope scope =
                Workflow.newCancellationScope(() -> events.addAll(playerOf(turn).play()));
        turnScope = scope;
        try {
            scope.run();
            project(turn, events);
        } catch (TemporalFailure failure) {
            if (CancellationScope.current().isCancelRequested()) {
                throw failure;
            }
            if (scope.isCancelRequested()) {
                store.abandon(Abandonments.stopped(turn));
            } else if (Abandonments.isGone(failure)) {
                closed = true;
            } else {
                store.abandon(Abandonments.failed(turn, failure));
            }
        } finally {
            playing = null;
            phase = null;
            turnScope = null;
        }
    }

    private TurnPlayer playerOf(Turn turn) {
        return new TurnPlayer(requireNonNull(plot), turn, state, next -> {
            phase = next;
            Shown.playing(turn, next, state, requireNonNull(labels));
        });
    }

    private void project(Turn turn, List<SimulationEvent> events) {
        inOrder(() -> projectInOrder(turn, events));
    }

    private void projectInOrder(Turn turn, List<SimulationEvent> events) {
        Projected projected = store.project(new Projection(simulation, turn.number(), turn.request(), head, events));
        if (projected.verdict() == Verdict.DONE) {
            update(requireNonNull(projected.status()), projected.head(), requireNonNull(projected.state()));
        } else {
            closed = true;
        }
    }

    /** A command that meets a defect stays unanswered; it must not take the turn under way with it. */
    private void obey(Bell bell) {
        try {
            inOrder(() -> obeyInOrder(bell));
        } catch (ActivityFailure failure) {
            LOG.error("Request {} ({}) failed", bell.request(), bell.operation(), failure);
        }
    }

    private void obeyInOrder(Bell bell) {
        Commanded commanded = store.command(simulation, bell.request());
        if (commanded.verdict() == Verdict.GONE) {
            closed = true;
        } else if (commanded.status() != null) {
            status = commanded.status();
            if (status != Status.PAUSED) {
                inbox.release();
            }
            Shown.progress(commanded.status(), state, requireNonNull(labels));
        }
        if (bell.operation() == Operation.STOP && commanded.turnWaits() && turnScope != null) {
            turnScope.cancel("stopped");
        }
    }

    /** What changes the status is done one after the other, or an answer that comes late would bring back an old one. */
    private void inOrder(Runnable write) {
        writing.lock();
        try {
            write.run();
        } finally {
            writing.unlock();
        }
    }

    private boolean mayRest() {
        boolean branch = labels != null && labels.experiment() != null;
        return (status == Status.COMPLETED || branch || idle) && Workflow.isEveryHandlerFinished();
    }

    private boolean mayRenew() {
        return opened && Workflow.getInfo().isContinueAsNewSuggested();
    }

    private boolean isCancelled() {
        return CancellationScope.current().isCancelRequested();
    }

    private void renew() {
        Workflow.await(() -> isCancelled() || Workflow.isEveryHandlerFinished());
        if (!closed && !isCancelled()) {
            Workflow.continueAsNew(new SimulationRun(simulation, inbox.bells()));
        }
    }
}
