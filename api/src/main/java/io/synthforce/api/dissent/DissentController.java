package io.synthforce.api.dissent;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.dissent.DissentAnswer.Entry;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.discussion.Discussions;
import io.synthforce.store.discussion.Said;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.dissent.Dissent;
import io.synthforce.workflows.dissent.DissentRegister;
import io.synthforce.workflows.dissent.Groupthink;
import io.synthforce.workflows.dissent.PlayedTurn;
import io.synthforce.workflows.scenario.Issue;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.turn.Phase;
import jakarta.validation.constraints.Min;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows who disagreed. */
@RestController
@ApiRole
@Tag(name = "Simulations")
final class DissentController {

    private static final int QUOTED = 300;

    private final Simulations simulations;
    private final ModelCalls calls;
    private final Discussions discussions;

    DissentController(Simulations simulations, ModelCalls calls, Discussions discussions) {
        this.simulations = simulations;
        this.calls = calls;
        this.discussions = discussions;
    }

    @GetMapping("/simulations/{session_id}/dissent")
    @Operation(
            operationId = "get_dissent",
            summary = "Who stood against what was decided, and signs of groupthink",
            description = "Of the turns asked for, all by default. How long a dissent is open is told from turn 1 on.")
    DissentAnswer dissent(
            @PathVariable("session_id") UUID sessionId,
            @RequestParam(name = "from_turn", defaultValue = "1") @Min(1) int fromTurn,
            @RequestParam(name = "to_turn", required = false) @Min(1) @Nullable Integer toTurn) {
        SimulationRow simulation = simulations.find(sessionId).orElseThrow(() -> new UnknownSimulation(sessionId));
        int last = toTurn == null ? simulation.currentTurn() : Math.min(toTurn, simulation.currentTurn());
        List<PlayedTurn> turns = discussions.turns(sessionId, last);
        List<Said> said = discussions.said(sessionId, fromTurn, last);
        List<Dissent> register = new DissentRegister(
                        simulation.scenario().issues(), simulation.scenario().cast())
                .of(turns).stream()
                        .filter(dissent -> dissent.turn() >= fromTurn)
                        .toList();
        return new DissentAnswer(
                sessionId,
                fromTurn,
                last,
                (int) register.stream()
                        .filter(dissent -> dissent.turn() == last && dissent.isOpen())
                        .count(),
                calls.scripted(sessionId, last),
                register.stream().map(dissent -> entry(dissent, said)).toList(),
                DissentAnswer.groupthink(Groupthink.in(
                        turns.stream().filter(turn -> turn.turn() >= fromTurn).toList(),
                        simulation.scenario().issues().stream().map(Issue::id).toList(),
                        simulation.scenario().cast().stream()
                                .sorted(Comparator.comparingInt(Seat::priority).reversed())
                                .map(Seat::id)
                                .toList())));
    }

    private static Entry entry(Dissent dissent, List<Said> said) {
        Optional<Said> position = said.stream()
                .filter(one -> one.turn() == dissent.turn()
                        && one.seat().equals(dissent.seat())
                        && one.phase() == Phase.POSITION)
                .findFirst();
        return new Entry(
                dissent.turn(),
                dissent.issue(),
                dissent.choice(),
                dissent.rule().name().toLowerCase(Locale.ROOT),
                dissent.seat(),
                position.map(Said::role).orElse(dissent.seat()),
                dissent.before(),
                dissent.after(),
                dissent.conceded(),
                position.map(Said::text).map(DissentController::beginning).orElse(""),
                dissent.overruledBy(),
                dissent.isOpen() ? dissent.openSince() : null);
    }

    private static String beginning(String text) {
        return text.codePointCount(0, text.length()) <= QUOTED
                ? text
                : text.substring(0, text.offsetByCodePoints(0, QUOTED)) + " …";
    }
}
