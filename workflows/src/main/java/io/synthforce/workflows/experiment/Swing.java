package io.synthforce.workflows.experiment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One bar of a tornado: what an assumption does to the primary outcome at either end, against no change.
 *
 * @param low what came of the low end, {@code high} of the high one
 */
public record Swing(
        String parameter, BigDecimal lowValue, BigDecimal highValue, OptionFinding low, OptionFinding high) {

    /** How far the ends are apart; 0 where one of them has no runs. */
    public double width() {
        Double one = low.difference();
        Double other = high.difference();
        return one == null || other == null ? 0 : Math.abs(other - one);
    }

    /** The widest first. */
    static List<Swing> of(Plan plan, List<OptionFinding> options) {
        List<Swing> swings = new ArrayList<>();
        List<Probe> probes = plan.design().sensitivity();
        int first = options.size() - 2 * probes.size();
        for (int i = 0; i < probes.size(); i++) {
            Probe probe = probes.get(i);
            swings.add(new Swing(
                    probe.parameter(),
                    probe.low(),
                    probe.high(),
                    options.get(first + 2 * i),
                    options.get(first + 2 * i + 1)));
        }
        swings.sort(Comparator.comparingDouble(Swing::width).reversed());
        return List.copyOf(swings);
    }
}
