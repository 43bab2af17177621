package io.synthforce.api.experiment;

import io.synthforce.api.experiment.WhatIfRequest.Assumption;
import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.workflows.change.InvalidChange;
import io.synthforce.workflows.change.Parameters;
import io.synthforce.workflows.experiment.Design;
import io.synthforce.workflows.experiment.Probe;
import io.synthforce.workflows.experiment.StopRule;
import io.synthforce.workflows.experiment.Target;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.world.DrawnInputs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how a caller wants runs to be compared. */
final class Designs {

    private final WhatIfRequest request;
    private final Scenario scenario;
    private final int baseTurn;
    private final Target target;

    Designs(WhatIfRequest request, Scenario scenario, int baseTurn, Target target) {
        this.request = request;
        this.scenario = scenario;
        this.baseTurn = baseTurn;
        this.target = target;
    }

    Design design() {
        return new Design(pairing(), stopRule(), extension(), probes(), new Expectations(request).all());
    }

    private boolean pairing() {
        boolean asked = Boolean.TRUE.equals(request.pairing());
        if (asked && request.ownTrunks() == 0 && !DrawnInputs.areIn(scenario.world(), baseTurn)) {
            throw new InvalidRequest(
                    "body.pairing",
                    "value_error",
                    "The scenario draws nothing after turn %d, so runs have nothing in common that could pair them; leave it out"
                            .formatted(baseTurn));
        }
        if (asked && target.isShare()) {
            throw new InvalidRequest(
                    "body.pairing", "value_error", "Shares of runs are compared as independent runs; leave it out");
        }
        return asked;
    }

    private @Nullable StopRule stopRule() {
        if (request.stopRule() == null) {
            return null;
        }
        if (target.isShare()) {
            throw new InvalidRequest(
                    "body.stop_rule",
                    "value_error",
                    "Intervals of shares do not hold where their width ends the experiment; leave it out, or judge by a"
                            + " level");
        }
        StopRule rule = request.stopRule().rule();
        int trunks = request.ownTrunks();
        if (trunks > 0 && rule.atLeast() > trunks) {
            throw new InvalidRequest(
                    "body.trunks",
                    "value_error",
                    "A stop rule needs as many trunks as the %d after which it first looks".formatted(rule.atLeast()));
        }
        if (rule.atLeast() >= request.repeatsOrOne() * Math.max(1, trunks)) {
            throw new InvalidRequest(
                    "body.repeats",
                    "value_error",
                    "A stop rule needs more repeats than the %d after which it first looks".formatted(rule.atLeast()));
        }
        return rule;
    }

    private @Nullable Integer extension() {
        if (request.extension() == null) {
            return null;
        }
        if (request.stopRule() != null) {
            throw new InvalidRequest(
                    "body.extension",
                    "value_error",
                    "A stop rule and an extension exclude each other; leave one of them out");
        }
        return request.extension().repeats();
    }

    private List<Probe> probes() {
        List<Probe> probes = new ArrayList<>();
        for (Assumption assumption : request.assumptions()) {
            String field = "body.sensitivity." + probes.size();
            List<String> names = Parameters.names(scenario);
            if (!names.contains(assumption.parameter())) {
                throw new InvalidRequest(
                        field + ".parameter", "enum", "Input should be one of " + String.join(", ", names));
            }
            if (assumption.low().compareTo(assumption.high()) >= 0) {
                throw new InvalidRequest(
                        field + ".high", "greater_than", "Input should be greater than " + assumption.low());
            }
            probes.add(new Probe(assumption.parameter(), assumption.low(), assumption.high()));
        }
        return probes;
    }

    /** @param option of the sensitivity, from 0: low and high by turns */
    static InvalidRequest refused(int option, InvalidChange invalid) {
        return new InvalidRequest(
                "body.sensitivity.%d.%s".formatted(option / 2, option % 2 == 0 ? "low" : "high"),
                "value_error",
                String.valueOf(invalid.getMessage()));
    }
}
