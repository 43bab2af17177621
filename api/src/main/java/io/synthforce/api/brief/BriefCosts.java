package io.synthforce.api.brief;

import io.synthforce.api.brief.BriefAnswer.CostLine;
import io.synthforce.api.brief.BriefAnswer.OptionCost;
import io.synthforce.store.brief.CaseFile;
import io.synthforce.store.call.Cost;
import io.synthforce.store.call.Costs;
import io.synthforce.store.experiment.BranchRun;
import io.synthforce.workflows.experiment.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Sums up what the branches of an experiment took, in all and by option. */
final class BriefCosts {

    /** What is of no option. */
    private static final String TRUNKS = "trunks";

    private BriefCosts() {}

    static CostLine of(CaseFile file) {
        List<Cost> all = file.costs().stream().map(Costs.OfSimulation::cost).toList();
        return new CostLine(
                all.stream().mapToInt(Cost::requests).sum(),
                all.stream().mapToLong(Cost::promptTokens).sum(),
                all.stream().mapToLong(Cost::completionTokens).sum(),
                sum(all, Cost::usd),
                sum(all, Cost::openUsd),
                all.stream().mapToInt(Cost::unpriced).sum(),
                all.stream().mapToInt(Cost::scripted).sum(),
                options(file));
    }

    private static List<OptionCost> options(CaseFile file) {
        Plan plan = file.experiment().plan();
        Map<UUID, String> names = new LinkedHashMap<>();
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        plan.options().forEach(option -> costs.put(option.name(), new ArrayList<>()));
        for (BranchRun run : file.runs()) {
            names.put(run.branch(), plan.option(run.run()).name());
            costs.putIfAbsent(plan.option(run.run()).name(), new ArrayList<>());
        }
        file.costs().forEach(one -> {
            String name = names.getOrDefault(one.simulation(), TRUNKS);
            costs.computeIfAbsent(name, _ -> new ArrayList<>()).add(one.cost());
        });
        return costs.entrySet().stream()
                .map(one -> new OptionCost(
                        one.getKey(),
                        one.getValue().stream().mapToInt(Cost::requests).sum(),
                        sum(one.getValue(), Cost::usd)))
                .toList();
    }

    private static BigDecimal sum(List<Cost> costs, Function<Cost, BigDecimal> part) {
        BigDecimal sum = costs.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.signum() == 0 ? BigDecimal.ZERO : sum.stripTrailingZeros();
    }
}
