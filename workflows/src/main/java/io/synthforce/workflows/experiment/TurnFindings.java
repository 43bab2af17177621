package io.synthforce.workflows.experiment;

import io.synthforce.workflows.comparison.Proportion;
import io.synthforce.workflows.experiment.RunRecord.TurnRecord;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.world.Indicator;
import io.synthforce.workflows.world.Indicator.Direction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Tells, turn by turn, what happened in the branches of an option and how that differs from no change. */
final class TurnFindings {

    private static final int MOST = 5;

    private final Plan plan;
    private final Scenario scenario;
    private final Trials trials;

    TurnFindings(Plan plan, Scenario scenario, Trials trials) {
        this.plan = plan;
        this.scenario = scenario;
        this.trials = trials;
    }

    List<TurnFinding> all() {
        List<TurnFinding> findings = new ArrayList<>();
        for (int turn = plan.baseTurn() + 1; turn <= plan.horizon(); turn++) {
            findings.add(finding(turn));
        }
        return findings;
    }

    private TurnFinding finding(int turn) {
        List<String> risks = new ArrayList<>();
        List<String> opportunities = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        for (Indicator indicator : scenario.world().indicators()) {
            double difference = difference(Target.of(indicator), turn);
            if (!Figures.plain(difference).equals("0")) {
                String told = "%s %s %s against no change"
                        .formatted(indicator.name(), Figures.signed(difference), indicator.unit());
                changes.add(told);
                boolean better = difference > 0 == (indicator.direction() == Direction.UP);
                (better ? opportunities : risks).add(told);
            }
        }
        changes.addAll(shares(turn, TurnRecord::decisions, UnaryOperator.identity()));
        changes.addAll(shares(turn, TurnRecord::actions, this::action));
        changes.addAll(shares(turn, TurnRecord::happened, this::event));
        ruin(turn, risks);
        heard(turn, risks);
        return new TurnFinding(
                turn,
                summary(turn),
                changes,
                risks,
                opportunities,
                trials.score(plan.target(), turn).probability());
    }

    private String summary(int turn) {
        List<String> lines = new ArrayList<>();
        for (Target target : told()) {
            Measure measure = Measure.of(target, scenario);
            OptionalDouble with = Trials.mean(trials.changed(), target, turn);
            OptionalDouble without = Trials.mean(trials.unchanged(), target, turn);
            if (with.isPresent() && without.isPresent()) {
                lines.add("%s %s %s (no change: %s)"
                        .formatted(
                                measure.name(),
                                Figures.plain(with.getAsDouble()),
                                measure.unit(),
                                Figures.plain(without.getAsDouble())));
            }
        }
        String basis = trials.changed().size() == 1
                ? "1 run each: a sketch."
                : "Means of %s with the change and %d without, those that survived."
                        .formatted(
                                Figures.runs(
                                        Trials.survived(trials.changed(), turn).size()),
                                Trials.survived(trials.unchanged(), turn).size());
        return "Turn %d, %s: %s. %s".formatted(turn, scenario.clock().dateOf(turn), String.join(", ", lines), basis);
    }

    /** What options are judged by, where that is no indicator, then all of these. */
    private List<Target> told() {
        Stream<Target> indicators = scenario.world().indicators().stream().map(Target::of);
        Stream<Target> primary = Stream.of(plan.target()).filter(target -> !(target instanceof Target.OfIndicator));
        return Stream.concat(primary, indicators).toList();
    }

    private double difference(Target indicator, int turn) {
        OptionalDouble with = Trials.mean(trials.changed(), indicator, turn);
        OptionalDouble without = Trials.mean(trials.unchanged(), indicator, turn);
        return with.isPresent() && without.isPresent() ? with.getAsDouble() - without.getAsDouble() : 0;
    }

    /** What happened in another share of the runs than without the change. */
    private List<String> shares(int turn, Function<TurnRecord, List<String>> what, UnaryOperator<String> described) {
        Set<String> seen = new LinkedHashSet<>();
        trials.changed().forEach(run -> run.turn(turn).map(what).ifPresent(seen::addAll));
        trials.unchanged().forEach(run -> run.turn(turn).map(what).ifPresent(seen::addAll));
        List<String> told = new ArrayList<>();
        for (String one : seen) {
            long with = count(trials.changed(), turn, what, one);
            long without = count(trials.unchanged(), turn, what, one);
            if (with * trials.unchanged().size() != without * trials.changed().size()) {
                told.add("%s %s, without the change %s"
                        .formatted(
                                described.apply(one),
                                new Proportion((int) with, trials.changed().size()).told(),
                                new Proportion((int) without, trials.unchanged().size()).told()));
            }
        }
        return told;
    }

    private String action(String id) {
        return scenario.world().actions().stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .map(action -> described(id, action.description()))
                .orElse(id);
    }

    private String event(String id) {
        return scenario.world().events().stream()
                .filter(event -> event.id().equals(id))
                .findFirst()
                .map(event -> described(id, event.description()))
                .orElse(id);
    }

    private static String described(String id, String description) {
        return description.isBlank() ? id : "“%s”".formatted(description.strip());
    }

    private static long count(List<RunRecord> runs, int turn, Function<TurnRecord, List<String>> what, String one) {
        return runs.stream()
                .filter(run -> run.turn(turn).map(what).stream().anyMatch(all -> all.contains(one)))
                .count();
    }

    private void ruin(int turn, List<String> risks) {
        long with = trials.changed().stream().filter(run -> run.ruinedBy(turn)).count();
        long without =
                trials.unchanged().stream().filter(run -> run.ruinedBy(turn)).count();
        if (with > 0) {
            risks.add("Ruined by then in %d of %s, without the change in %d of %d"
                    .formatted(
                            with,
                            Figures.runs(trials.changed().size()),
                            without,
                            trials.unchanged().size()));
        }
    }

    /** What the analyst of a branch said, in its words. */
    private void heard(int turn, List<String> risks) {
        trials.changed().stream()
                .flatMap(run -> run.turn(turn).map(TurnRecord::risks).stream())
                .flatMap(List::stream)
                .distinct()
                .limit(MOST)
                .map(risk -> "The analyst said: " + risk)
                .forEach(risks::add);
    }
}
