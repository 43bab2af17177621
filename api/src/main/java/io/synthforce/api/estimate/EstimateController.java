package io.synthforce.api.estimate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.budget.EstimateAnswer;
import io.synthforce.api.budget.Estimates;
import io.synthforce.api.experiment.WhatIfRequest;
import io.synthforce.api.experiment.WhatIfs;
import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.scenario.ScenarioLibrary;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.simulation.PlayRange;
import io.synthforce.api.simulation.Scenarios;
import io.synthforce.api.simulation.StartRequest;
import io.synthforce.api.simulation.StartSettings;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.budget.Estimate;
import io.synthforce.workflows.scenario.Scenario;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Says beforehand what a request will take. It is checked as if it were made, and nothing is stored. */
@RestController
@ApiRole
@Tag(name = "Simulations")
final class EstimateController {

    private final Estimates estimates;
    private final Simulations simulations;
    private final StartSettings settings;
    private final WhatIfs whatIfs;
    private final ScenarioLibrary library;

    EstimateController(
            Estimates estimates,
            Simulations simulations,
            StartSettings settings,
            WhatIfs whatIfs,
            ScenarioLibrary library) {
        this.estimates = estimates;
        this.simulations = simulations;
        this.settings = settings;
        this.whatIfs = whatIfs;
        this.library = library;
    }

    @PostMapping("/simulate/estimate")
    @Operation(
            operationId = "estimate_request",
            summary = "What a start, play or what-if will take",
            description =
                    "Name exactly one request, as it would be made; it is checked like that, and nothing is stored."
                            + " Calls, tokens, money and time are ranges under the limits of the key, with what they"
                            + " assume and how many measured calls they are based on. A start is reckoned over all of its"
                            + " turns.")
    EstimateAnswer estimate(@Valid @RequestBody EstimateRequest request) {
        long named = Stream.of(request.start(), request.play(), request.whatIf())
                .filter(Objects::nonNull)
                .count();
        if (named != 1) {
            throw new InvalidRequest("body", "value_error", "Name exactly one of start, play and what_if");
        }
        return EstimateAnswer.of(of(request).orElseThrow(NothingToReckonFrom::new));
    }

    private Optional<Estimate> of(EstimateRequest request) {
        if (request.start() != null) {
            return start(request.start());
        }
        return request.play() != null ? play(request.play()) : whatIf(Objects.requireNonNull(request.whatIf()));
    }

    private Optional<Estimate> start(StartRequest start) {
        Scenario scenario = Scenarios.of(start, library, settings, LocalDate.now(ZoneOffset.UTC))
                .scenario();
        return estimates.ofTurns(scenario, scenario.settings().maxTurns());
    }

    private Optional<Estimate> play(EstimateRequest.Play play) {
        SimulationRow simulation = find(play.sessionId());
        PlayRange.check("body.play.until_turn", simulation, play.untilTurn(), false);
        return estimates.ofTurns(simulation.scenario(), play.untilTurn() - simulation.currentTurn());
    }

    private Optional<Estimate> whatIf(WhatIfRequest request) {
        return estimates.ofWhatIf(find(request.sessionId()), whatIfs.rehearse(request));
    }

    private SimulationRow find(UUID id) {
        return simulations.find(id).orElseThrow(() -> new UnknownSimulation(id));
    }
}
