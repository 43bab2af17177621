package io.synthforce.api.experiment;

import io.synthforce.api.branch.Changes;
import io.synthforce.api.branch.RecordedInputs;
import io.synthforce.api.experiment.WhatIfRequest.Option;
import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.api.request.RequestKey;
import io.synthforce.api.wire.Canonical;
import io.synthforce.store.experiment.NewExperiment;
import io.synthforce.store.simulation.InvalidOption;
import io.synthforce.workflows.experiment.Design;
import io.synthforce.workflows.experiment.Plan;
import io.synthforce.workflows.experiment.Target;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Makes a plan of what a caller says. */
final class WhatIfPlans {

    /** Where clients of the reference say what is to be otherwise. */
    private static final String PLAIN = "body.modifications";

    private final WhatIfRequest request;
    private final Scenario scenario;
    private final int currentTurn;
    private final List<String> unpriced;

    /**
     * @param scenario that the base turn was played by
     * @param unpriced models that may be asked and whose price is not known
     */
    WhatIfPlans(WhatIfRequest request, Scenario scenario, int currentTurn, List<String> unpriced) {
        this.request = request;
        this.scenario = scenario;
        this.currentTurn = currentTurn;
        this.unpriced = unpriced;
    }

    NewExperiment experiment(RequestKey key) {
        List<Option> asked = request.all();
        WhatIfRequest.Outcome outcome = Objects.requireNonNullElse(request.outcome(), WhatIfRequest.Outcome.NONE);
        Targets targets = new Targets(scenario);
        Target target = targets.primary(outcome);
        Design design = new Designs(request, scenario, request.base().orElse(currentTurn), target).design();
        if (asked.isEmpty() && design.sensitivity().isEmpty()) {
            throw new InvalidRequest(PLAIN, "missing", "Field required, unless options or sensitivity are given");
        }
        List<io.synthforce.workflows.experiment.Option> options = new ArrayList<>();
        for (Option option : asked) {
            String field = field(options.size());
            boolean plain = field.equals(PLAIN);
            options.add(new io.synthforce.workflows.experiment.Option(
                    option.name(),
                    plain
                            ? Changes.ofAnyType(field, option.modifications())
                            : Changes.of(field, option.modifications())));
        }
        design.sensitivity().forEach(probe -> options.addAll(probe.options()));
        NewExperiment experiment = new NewExperiment(
                UUID.randomUUID(),
                request.sessionId(),
                key.value(),
                canonical(),
                request.name(),
                request.description(),
                Json.write(asked.stream()
                        .limit(1)
                        .flatMap(option -> option.modifications().stream())
                        .toArray()),
                request.base().orElse(null),
                request.turns(),
                options,
                request.repeatsOrOne(),
                target,
                targets.secondary(outcome),
                design,
                RecordedInputs.areAsked(request.inputs()),
                request.ownTrunks(),
                request.budget() == null ? null : request.budget().checked("body.budget", unpriced));
        check(experiment.plan(0));
        return experiment;
    }

    private void check(Plan plan) {
        int simulations = plan.runs() + plan.trunks();
        if (simulations > Plan.MOST_RUNS) {
            throw new InvalidRequest(
                    "body.repeats",
                    "value_error",
                    "That would be %d branches, with trunks and those without change; at most %d are possible"
                            .formatted(simulations, Plan.MOST_RUNS));
        }
        if (plan.ofTrunks() && request.base().orElse(currentTurn) == 0) {
            throw new InvalidRequest(
                    "body.trunks",
                    "value_error",
                    "From turn 0 every run is independent of the others already; leave trunks out and ask for repeats");
        }
    }

    /** What a change that the scenario does not allow means for the request it came in. */
    InvalidRequest refused(InvalidOption invalid) {
        int option = invalid.option() - 1;
        int own = request.all().size();
        return option < own
                ? Changes.refused(field(option), invalid.change())
                : Designs.refused(option - own, invalid.change());
    }

    /** Where the modifications of an option lie in the request. */
    private String field(int option) {
        boolean plain = request.modifications() != null;
        if (plain && option == 0) {
            return PLAIN;
        }
        return "body.options.%d.modifications".formatted(plain ? option - 1 : option);
    }

    /** Equal requests have equal texts, whatever the order of members. */
    private String canonical() {
        return Json.write(Canonical.ofTree(Json.mapper().valueToTree(request)));
    }
}
