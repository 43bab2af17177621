package io.synthforce.api.experiment;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.request.Asked;
import io.synthforce.api.request.Inbox;
import io.synthforce.api.request.Preference;
import io.synthforce.api.request.RequestKey;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.settings.ApiSettings;
import io.synthforce.store.experiment.BranchRun;
import io.synthforce.store.experiment.Experiment;
import io.synthforce.store.experiment.Experiments;
import io.synthforce.store.experiment.NewExperiment;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.simulation.Operation;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Asks what would be if. Branches are really played beside no change; the simulation itself never changes. */
@RestController
@ApiRole
@Tag(name = "What-if")
final class WhatIfController {

    private final Experiments experiments;
    private final Simulations simulations;
    private final Inbox inbox;
    private final ApiSettings settings;
    private final WhatIfs whatIfs;

    WhatIfController(
            Experiments experiments, Simulations simulations, Inbox inbox, ApiSettings settings, WhatIfs whatIfs) {
        this.whatIfs = whatIfs;
        this.experiments = experiments;
        this.simulations = simulations;
        this.inbox = inbox;
        this.settings = settings;
    }

    @PostMapping("/simulate/what-if")
    @io.swagger.v3.oas.annotations.Operation(
            operationId = "ask_what_if",
            summary = "Try options beside no change",
            description =
                    "Every option is played from a snapshot of the simulation, as often as repeats says, beside as"
                            + " many or more runs without change. The plain form (modifications, one repeat) is a sketch,"
                            + " as is everything with one repeat: one run each cannot tell a difference from chance. Works"
                            + " while the simulation is paused, and before its first turn. Branches spend from the"
                            + " simulation's budget and wait for it; a what-if of which not even one turn is covered is"
                            + " refused with 409. A budget of its own caps them beside it: when what is left covers no"
                            + " further block, whole ones are compared. With Prefer: respond-async or wait=N it answers 202"
                            + " when it takes longer; progress and result are at Location.")
    ResponseEntity<WhatIfAnswer> ask(
            @Valid @RequestBody WhatIfRequest request,
            RequestKey key,
            @Parameter(description = "respond-async, or wait=N with N in seconds (RFC 7240)")
                    @RequestHeader(name = Preference.HEADER, required = false)
                    @Nullable
                    String prefer) {
        NewExperiment experiment = whatIfs.store(request, key);
        Preference preference = Preference.of(prefer);
        Asked asked = inbox.ask(
                experiment.simulation(),
                key,
                Operation.WHAT_IF,
                experiment.body(),
                preference.within(settings.syncTimeout()));
        return switch (asked) {
            case Asked.Done done -> preference.done(answer(done.request().id()));
            case Asked.Pending open -> pending(answer(open.request().id()), key, preference);
        };
    }

    private ResponseEntity<WhatIfAnswer> pending(WhatIfAnswer answer, RequestKey key, Preference preference) {
        return preference.begun(answer, "/experiments/" + answer.id(), key, settings.syncTimeout());
    }

    private WhatIfAnswer answer(long request) {
        Experiment experiment = experiments.ofRequest(request).orElseThrow(WhatIfRefused::unknown);
        Scenario scenario = simulations
                .at(experiment.simulation(), experiment.plan().baseTurn())
                .orElseThrow(() -> new UnknownSimulation(experiment.simulation()))
                .scenario();
        List<BranchRun> runs = experiments.runs(experiment.id());
        return WhatIfAnswers.of(experiment, scenario, runs, WhatIfAnswers.findings(experiment, scenario, runs));
    }
}
