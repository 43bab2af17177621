package io.synthforce.api.simulation;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.request.Asked;
import io.synthforce.api.request.Inbox;
import io.synthforce.api.request.RequestKey;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.request.PlayInputs;
import io.synthforce.store.request.Plays;
import io.synthforce.store.request.RequestRow;
import io.synthforce.store.request.Requests;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.simulation.Operation;
import io.synthforce.workflows.simulation.Status;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets a simulation play on by itself. Nobody is kept waiting for that. */
@RestController
@ApiRole
@Tag(name = "Turns")
final class PlayController {

    private static final String UNTIL_TURN = "body.until_turn";

    private final Inbox inbox;
    private final Simulations simulations;
    private final Requests requests;
    private final Plays plays;

    PlayController(Inbox inbox, Simulations simulations, Requests requests, Plays plays) {
        this.inbox = inbox;
        this.simulations = simulations;
        this.requests = requests;
        this.plays = plays;
    }

    /** The play as it stands. */
    @Schema(name = "SimulationPlay")
    record Answer(UUID sessionId, PlayAnswer play) {}

    @PostMapping("/simulate/{session_id}/play")
    @io.swagger.v3.oas.annotations.Operation(
            operationId = "play_on",
            summary = "Play on by itself up to a turn",
            description =
                    "Answers 202 at once; the simulation at Location shows how the play goes. Pause holds it after the"
                            + " turn under way and resume lets it go on; stop ends it there and keeps what was played."
                            + " Whoever asks for the next turn meanwhile gets it between two turns of the play. A turn"
                            + " that fails ends the play. Repeated under its Idempotency-Key after its end it answers 200,"
                            + " or with the problem the play ended in.")
    ResponseEntity<Answer> play(
            @PathVariable("session_id") UUID sessionId, @Valid @RequestBody PlayRequest request, RequestKey key) {
        SimulationRow simulation = simulations.find(sessionId).orElseThrow(() -> new UnknownSimulation(sessionId));
        check(simulation, request.untilTurn(), key);
        String body = Json.write(new PlayInputs(request.untilTurn()));
        return switch (inbox.ask(sessionId, key, Operation.PLAY, body, Duration.ZERO)) {
            case Asked.Done done -> answer(HttpStatus.OK, simulation, done.request());
            case Asked.Pending pending -> answer(HttpStatus.ACCEPTED, simulation, pending.request());
        };
    }

    private void check(SimulationRow simulation, int untilTurn, RequestKey key) {
        boolean repeated = simulation.status() == Status.COMPLETED || requests.isKnown(simulation.id(), key.value());
        PlayRange.check(UNTIL_TURN, simulation, untilTurn, repeated);
    }

    private ResponseEntity<Answer> answer(HttpStatus status, SimulationRow simulation, RequestRow request) {
        UUID id = simulation.id();
        PlayAnswer play = plays.find(request.id())
                .map(found -> PlayAnswer.of(found, simulation.status()))
                .orElseThrow(() -> new UnknownSimulation(id));
        return ResponseEntity.status(status)
                .location(URI.create("/simulate/" + id))
                .body(new Answer(id, play));
    }
}
