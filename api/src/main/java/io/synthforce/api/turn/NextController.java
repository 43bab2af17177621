package io.synthforce.api.turn;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.request.Asked;
import io.synthforce.api.request.Inbox;
import io.synthforce.api.request.Preference;
import io.synthforce.api.request.RequestKey;
import io.synthforce.api.scenario.RoleNames;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.settings.ApiSettings;
import io.synthforce.store.request.RequestRow;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.scenario.Roles;
import io.synthforce.workflows.scenario.Scenario;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Plays the next turn, and by default keeps its caller until it is played. */
@RestController
@ApiRole
@Tag(name = "Turns")
final class NextController {

    private final Inbox inbox;
    private final Simulations simulations;
    private final PlayedTurns played;
    private final PendingTurns pending;
    private final ApiSettings settings;

    NextController(
            Inbox inbox, Simulations simulations, PlayedTurns played, PendingTurns pending, ApiSettings settings) {
        this.inbox = inbox;
        this.simulations = simulations;
        this.played = played;
        this.pending = pending;
        this.settings = settings;
    }

    @PostMapping("/simulate/next")
    @Operation(
            operationId = "play_next_turn",
            summary = "Play the next turn",
            description = "Answers when the turn is played. Repeated under its Idempotency-Key it answers with the same"
                    + " turn. With Prefer: respond-async or wait=N it answers 202 when the turn takes longer; the turn"
                    + " will be at Location.")
    ResponseEntity<TurnAnswer> next(
            @Valid @RequestBody NextRequest request,
            RequestKey key,
            @Parameter(description = "respond-async, or wait=N with N in seconds (RFC 7240)")
                    @RequestHeader(name = Preference.HEADER, required = false)
                    @Nullable
                    String prefer) {
        UUID simulation = request.sessionId();
        requireRoles(request);
        Preference preference = Preference.of(prefer);
        Asked asked = inbox.ask(
                simulation,
                key,
                io.synthforce.workflows.simulation.Operation.NEXT,
                request.canonical(),
                preference.within(settings.syncTimeout()));
        return switch (asked) {
            case Asked.Done done -> preference.done(played(done.request()));
            case Asked.Pending open -> pending(open.request(), key, preference);
        };
    }

    /** Those of an unknown simulation are nobody's concern. */
    private void requireRoles(NextRequest request) {
        List<String> focus = request.focusAgents() == null ? List.of() : request.focusAgents();
        if (focus.stream().allMatch(role -> Roles.find(role).isPresent())) {
            return;
        }
        Optional<Scenario> scenario = simulations.find(request.sessionId()).map(SimulationRow::scenario);
        for (int i = 0; i < focus.size(); i++) {
            String field = "body.focus_agents." + i;
            String role = focus.get(i);
            scenario.ifPresent(played -> RoleNames.require(played, role, field));
        }
    }

    private TurnAnswer played(RequestRow request) {
        SimulationRow simulation = require(request.simulation());
        return played.find(simulation, Objects.requireNonNull(request.turn(), "an answered request has its turn"))
                .orElseThrow(() -> new UnknownSimulation(request.simulation()));
    }

    private ResponseEntity<TurnAnswer> pending(RequestRow request, RequestKey key, Preference preference) {
        SimulationRow simulation = require(request.simulation());
        int turn = pending.expected(simulation, request);
        String where = "/simulations/%s/turns/%d".formatted(simulation.id(), turn);
        return preference.begun(PendingTurns.answer(simulation, turn), where, key, settings.syncTimeout());
    }

    private SimulationRow require(UUID simulation) {
        return simulations.find(simulation).orElseThrow(() -> new UnknownSimulation(simulation));
    }
}
