package io.synthforce.api.branch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.request.KeyUsedBefore;
import io.synthforce.api.request.RequestKey;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.simulation.Branches;
import io.synthforce.store.simulation.Branches.Forked;
import io.synthforce.store.simulation.NewBranch;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.change.Change;
import io.synthforce.workflows.change.InvalidChange;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Forks simulations. Nothing is played and no model is asked; the simulation that is forked never changes. */
@RestController
@ApiRole
@Tag(name = "Branches")
final class BranchesController {

    private static final String CHANGES = "body.changes";

    private final Branches branches;
    private final Simulations simulations;

    BranchesController(Branches branches, Simulations simulations) {
        this.branches = branches;
        this.simulations = simulations;
    }

    @PostMapping("/simulations/{session_id}/branches")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "fork_simulation",
            summary = "Fork a simulation from the snapshot of a turn",
            description =
                    "The branch shares all turns up to base_turn and is played like any simulation. Turns, minutes"
                            + " and memories before the fork are read from what it was forked from, as they were then.")
    BranchAnswer fork(
            @PathVariable("session_id") UUID sessionId,
            @Valid @RequestBody(required = false) @Nullable BranchRequest body,
            RequestKey key) {
        BranchRequest request = Optional.ofNullable(body).orElse(BranchRequest.NOTHING_CHANGED);
        SimulationRow simulation = simulations.find(sessionId).orElseThrow(() -> new UnknownSimulation(sessionId));
        List<Change> changes = Changes.of(CHANGES, request.changesOrNone());
        int turn = Optional.ofNullable(request.baseTurn()).orElse(simulation.currentTurn());
        NewBranch branch = new NewBranch(
                UUID.randomUUID(),
                sessionId,
                turn,
                request.name(),
                request.maxTurns(),
                changes,
                request.recordedInputs());
        return switch (fork(branch, key, request)) {
            case Forked.Branch forked -> BranchAnswer.of(forked.row(), changes);
            case Forked.KeyConflict _ -> throw new KeyUsedBefore(key);
            case Forked.UnknownSimulation _ -> throw new UnknownSimulation(sessionId);
            case Forked.UnknownTurn unknown -> throw beyond(unknown.currentTurn());
            case Forked.InvalidLength length -> throw length(length);
            case Forked.TooDeep deep -> throw BranchRefused.tooDeep(deep.most());
        };
    }

    private Forked fork(NewBranch branch, RequestKey key, BranchRequest request) {
        try {
            return branches.fork(branch, key.value(), request.hash());
        } catch (InvalidChange invalid) {
            throw Changes.refused(CHANGES, invalid);
        }
    }

    private static InvalidRequest beyond(int current) {
        return new InvalidRequest(
                "body.base_turn",
                "less_than_equal",
                "Input should be less than or equal to the current turn, %d".formatted(current));
    }

    private static InvalidRequest length(Forked.InvalidLength length) {
        return new InvalidRequest(
                "body.max_turns",
                "value_error",
                "Input should be from %d, the first turn after the fork, to %d"
                        .formatted(length.first(), length.most()));
    }
}
