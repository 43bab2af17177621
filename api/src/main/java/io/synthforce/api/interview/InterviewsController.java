package io.synthforce.api.interview;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.api.problem.OverBudget;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.request.KeyUsedBefore;
import io.synthforce.api.request.RequestKey;
import io.synthforce.api.request.StillPending;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.settings.ApiSettings;
import io.synthforce.api.workflow.ReportsAway;
import io.synthforce.api.workflow.SimulationWorkflows;
import io.synthforce.api.workflow.TemporalAway;
import io.synthforce.api.workflow.TemporalServer;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.doorbell.Doorbell;
import io.synthforce.store.interview.Interview;
import io.synthforce.store.interview.Interview.State;
import io.synthforce.store.interview.Interviews;
import io.synthforce.store.interview.Interviews.Asked;
import io.synthforce.store.interview.Interviews.Submitted;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.store.snapshot.Snapshot;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets agents be asked beside their simulation, as they were after any turn. */
@RestController
@ApiRole
@Tag(name = "Agents")
final class InterviewsController {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST = 100;

    private final Simulations simulations;
    private final Snapshots snapshots;
    private final Interviews interviews;
    private final ModelCalls calls;
    private final SimulationWorkflows workflows;
    private final TemporalServer temporal;
    private final Doorbell doorbell;
    private final ApiSettings settings;

    InterviewsController(
            Simulations simulations,
            Snapshots snapshots,
            Interviews interviews,
            ModelCalls calls,
            SimulationWorkflows workflows,
            TemporalServer temporal,
            Doorbell doorbell,
            ApiSettings settings) {
        this.simulations = simulations;
        this.snapshots = snapshots;
        this.interviews = interviews;
        this.calls = calls;
        this.workflows = workflows;
        this.temporal = temporal;
        this.doorbell = doorbell;
        this.settings = settings;
    }

    /** The interviews of a simulation, newest first. */
    @io.swagger.v3.oas.annotations.media.Schema(name = "InterviewList")
    record ListAnswer(List<InterviewAnswer> interviews) {}

    @PostMapping("/simulations/{session_id}/ask")
    @Operation(
            operationId = "ask_agent",
            summary = "Ask an agent something, as it was after a turn",
            description =
                    "It answers by that turn's snapshot and minutes and by what it remembered then. The simulation does not"
                            + " notice: neither its journal nor anyone's memory changes. What it costs is booked under the"
                            + " simulation.")
    InterviewAnswer ask(
            @PathVariable("session_id") UUID sessionId, @Valid @RequestBody AskRequest request, RequestKey key) {
        return switch (interviews.submit(asked(sessionId, request), key.value(), request.hash())) {
            case Submitted.Stored stored -> answered(stored.interview(), key);
            case Submitted.KeyConflict _ -> throw new KeyUsedBefore(key);
            case Submitted.UnknownSimulation _ -> throw new UnknownSimulation(sessionId);
            case Submitted.OverBudget over ->
                throw new OverBudget(over.shortage().detail("question", "Nobody was asked"));
        };
    }

    @GetMapping("/simulations/{session_id}/interviews")
    @Operation(operationId = "list_interviews", summary = "What agents were asked, the last hundred, newest first")
    ListAnswer list(@PathVariable("session_id") UUID sessionId) {
        simulations.head(sessionId).orElseThrow(() -> new UnknownSimulation(sessionId));
        return new ListAnswer(
                interviews.list(sessionId, MOST).stream().map(this::answer).toList());
    }

    private Asked asked(UUID sessionId, AskRequest request) {
        if (request.question().isBlank()) {
            throw new InvalidRequest(
                    "body.question", "string_too_short", "Input should say something; it has only blanks");
        }
        SimulationRow simulation = simulations.find(sessionId).orElseThrow(() -> new UnknownSimulation(sessionId));
        int turn = request.atTurn() == null ? simulation.currentTurn() : request.atTurn();
        Snapshot after = snapshots
                .seen(sessionId, turn)
                .filter(_ -> turn <= simulation.currentTurn())
                .orElseThrow(() -> new InvalidRequest(
                        "body.at_turn",
                        "less_than_equal",
                        "Input should be less than or equal to the current turn, " + simulation.currentTurn()));
        Scenario scenario = scenario(simulation, after);
        return new Asked(sessionId, turn, seat(scenario, request.agent()), scenario, request.question());
    }

    /** Before a fork the cast is that of what it was forked from. */
    private Scenario scenario(SimulationRow simulation, Snapshot after) {
        return after.simulation().equals(simulation.id())
                ? simulation.scenario()
                : simulations
                        .find(after.simulation())
                        .orElseThrow(() -> new UnknownSimulation(after.simulation()))
                        .scenario();
    }

    private static Seat seat(Scenario scenario, String agent) {
        List<Seat> cast = scenario.cast();
        return cast.stream()
                .filter(seat -> seat.id().equals(agent))
                .findFirst()
                .or(() ->
                        cast.stream().filter(seat -> seat.role().equals(agent)).findFirst())
                .orElseThrow(() -> new InvalidRequest(
                        "body.agent",
                        "enum",
                        "Nobody in the cast is called that; there are "
                                + String.join(", ", cast.stream().map(Seat::id).toList())));
    }

    private InterviewAnswer answered(Interview stored, RequestKey key) {
        if (stored.state() == State.OPEN) {
            begin(stored);
        }
        Interview ended = stored.state() == State.OPEN ? await(stored, key) : stored;
        return answer(ended);
    }

    private void begin(Interview interview) {
        try {
            workflows.interview(interview.id());
        } catch (TemporalAway away) {
            throw new ReportsAway();
        }
        if (!temporal.hasWorker(PATIENCE)) {
            throw new ReportsAway();
        }
    }

    private Interview await(Interview interview, RequestKey key) {
        return doorbell.await(interview.simulation(), () -> ended(interview), settings.syncTimeout())
                .orElseThrow(() -> new StillPending(
                        key, settings.syncTimeout(), "/simulations/%s/interviews".formatted(interview.simulation())));
    }

    private Optional<Interview> ended(Interview interview) {
        Interview now =
                interviews.find(interview.id()).orElseThrow(() -> new UnknownSimulation(interview.simulation()));
        return now.state() == State.OPEN ? Optional.empty() : Optional.of(now);
    }

    private InterviewAnswer answer(Interview interview) {
        return InterviewAnswer.of(interview, calls.recorded(interview.key()).orElse(null));
    }
}
