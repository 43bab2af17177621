package io.synthforce.api.simulation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.access.Owner;
import io.synthforce.api.budget.BudgetRequest;
import io.synthforce.api.budget.Estimates;
import io.synthforce.api.request.KeyUsedBefore;
import io.synthforce.api.request.RequestKey;
import io.synthforce.api.scenario.ScenarioLibrary;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.simulation.Scenarios.Rehearsal;
import io.synthforce.api.wire.Canonical;
import io.synthforce.store.budget.KnownTerms;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.store.simulation.Simulations.Started;
import io.synthforce.store.simulation.Spending;
import io.synthforce.workflows.budget.Budget;
import io.synthforce.workflows.json.ContentHash;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Settings;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Starts simulations. Nothing is played yet, and no model is asked. */
@RestController
@ApiRole
@Tag(name = "Simulations")
final class StartController {

    private final Simulations simulations;
    private final ScenarioLibrary library;
    private final StartSettings settings;
    private final KnownTerms terms;
    private final Estimates estimates;

    StartController(
            Simulations simulations,
            ScenarioLibrary library,
            StartSettings settings,
            KnownTerms terms,
            Estimates estimates) {
        this.estimates = estimates;
        this.simulations = simulations;
        this.library = library;
        this.terms = terms;
        this.settings = settings;
    }

    @PostMapping("/simulate/start")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "start_simulation",
            summary = "Start a simulation",
            description = "Writes the simulation down; its first turn is played by the first /simulate/next.")
    StartAnswer start(@Valid @RequestBody StartRequest request, RequestKey key) {
        Rehearsal rehearsal = Scenarios.of(request, library, settings, LocalDate.now(ZoneOffset.UTC));
        Scenario scenario = rehearsal.scenario();
        Budget budget = budget(rehearsal);
        Spending spending = new Spending(budget, estimate(scenario));
        return switch (simulations.start(
                UUID.randomUUID(), Owner.ANONYMOUS, key.value(), hash(request, scenario, budget), scenario, spending)) {
            case Started.Simulation started -> StartAnswer.of(started.row(), BudgetRequest.of(budget));
            case Started.KeyConflict _ -> throw new KeyUsedBefore(key);
        };
    }

    /** What was asked, with its defaults; not the whole scenario, which holds today's date and drawn values. */
    private record Meant(
            @Nullable String name,
            @Nullable String description,
            @Nullable String scenario,
            @Nullable Object document,
            @Nullable String scenarioId,
            Settings settings,
            String seed,
            Map<String, Object> initialContext,
            @Nullable Budget budget) {}

    private @Nullable String estimate(Scenario scenario) {
        return estimates
                .ofTurns(scenario, scenario.settings().maxTurns())
                .map(Json::write)
                .orElse(null);
    }

    private @Nullable Budget budget(Rehearsal rehearsal) {
        BudgetRequest asked = rehearsal.budget();
        if (asked == null) {
            return null;
        }
        return asked.checked(
                "body.config.budget",
                terms.find()
                        .map(known -> known.unpriced(rehearsal.scenario().cast()))
                        .orElse(List.of()));
    }

    private static String hash(StartRequest request, Scenario scenario, @Nullable Budget budget) {
        return ContentHash.of(new Meant(
                request.name(),
                request.description(),
                request.scenario(),
                request.scenarioDocument(),
                request.scenarioId(),
                scenario.settings(),
                String.valueOf(request.configOrDefault().seed()),
                Canonical.of(request.initialContext()),
                budget));
    }
}
