package io.synthforce.api.simulation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.request.EventInbox;
import io.synthforce.api.request.RequestKey;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.wire.Words;
import io.synthforce.store.request.Injection;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets something happen that the next turn has to deal with. */
@RestController
@ApiRole
@Tag(name = "Turns")
final class InjectController {

    private final EventInbox inbox;
    private final Simulations simulations;

    InjectController(EventInbox inbox, Simulations simulations) {
        this.inbox = inbox;
        this.simulations = simulations;
    }

    /**
     * The event, and when it happens.
     *
     * @param turn the turn in whose world phase it occurs
     * @param event its id in the catalogue, null for one in the user's own words
     */
    @Schema(name = "InjectedEvent")
    record Answer(
            UUID sessionId,
            int turn,
            @Nullable String event,
            @Nullable String text,
            @Schema(example = "public") String visibility,
            @Nullable String role) {}

    @PostMapping("/simulate/{session_id}/inject")
    @Operation(
            operationId = "inject_event",
            summary = "Let an event happen in the next turn",
            description =
                    "The next turn that has not begun opens with it, also when the simulation is paused now. Several"
                            + " happen in the order in which they were injected, at most ten in a turn. Who may know of it finds"
                            + " it in the prompt, nobody else does.",
            responses = @ApiResponse(responseCode = "202", description = "Stored; it happens in the turn at Location"))
    ResponseEntity<Answer> inject(
            @PathVariable("session_id") UUID sessionId, @Valid @RequestBody InjectRequest request, RequestKey key) {
        SimulationRow simulation = simulations.find(sessionId).orElseThrow(() -> new UnknownSimulation(sessionId));
        Injection injection = InjectedEvents.of(request, simulation.scenario());
        int turn = inbox.inject(sessionId, key, injection);
        return ResponseEntity.accepted()
                .location(URI.create("/simulations/%s/turns/%d".formatted(sessionId, turn)))
                .body(new Answer(
                        sessionId,
                        turn,
                        injection.event(),
                        injection.text(),
                        Words.of(injection.visibility().scope()),
                        injection.visibility().role()));
    }
}
