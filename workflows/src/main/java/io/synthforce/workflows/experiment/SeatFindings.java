package io.synthforce.workflows.experiment;

import io.synthforce.workflows.experiment.RunRecord.SeatRecord;
import io.synthforce.workflows.experiment.RunRecord.TurnRecord;
import io.synthforce.workflows.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Measures how differently each seat acted in an option's branches. */
final class SeatFindings {

    private static final String ANALYST = "simulation_analyst";
    private static final double SCALE = 4;
    private static final int MOST = 5;

    private final Scenario scenario;
    private final Trials trials;

    SeatFindings(Scenario scenario, Trials trials) {
        this.scenario = scenario;
        this.trials = trials;
    }

    /** In the order in which the simulation was asked for its agents. */
    List<SeatFinding> all() {
        List<String> order = scenario.settings().agents();
        return trials.changed().stream()
                .flatMap(run -> run.seats().stream())
                .map(SeatRecord::seat)
                .distinct()
                .map(this::finding)
                .sorted(Comparator.comparingInt(seat -> place(order, seat.role())))
                .toList();
    }

    private static int place(List<String> order, String role) {
        int place = order.indexOf(role);
        return place < 0 ? order.size() : place;
    }

    private SeatFinding finding(String seat) {
        List<SeatRecord> with = of(trials.changed(), seat);
        List<SeatRecord> without = of(trials.unchanged(), seat);
        String role = with.getFirst().role();
        Stream<String> disputed = with.stream().flatMap(record -> record.disputed().stream());
        Stream<String> concerns = role.equals(ANALYST) ? Stream.concat(risks(), disputed) : disputed;
        return new SeatFinding(
                seat,
                role,
                Math.max(stanceDifference(with, without), choiceDifference(with, without)),
                Stream.concat(
                                with.stream()
                                        .flatMap(record ->
                                                record.chosen().stream().map(this::described)),
                                with.stream().flatMap(record -> record.proposed().stream()))
                        .distinct()
                        .limit(MOST)
                        .toList(),
                concerns.distinct().limit(MOST).toList(),
                mean(with, SeatRecord::confidence).orElse(0));
    }

    private Stream<String> risks() {
        return trials.changed().stream()
                .flatMap(run -> run.turns().stream())
                .map(TurnRecord::risks)
                .flatMap(List::stream);
    }

    private String described(String action) {
        return scenario.world().action(action).map(type -> type.description()).orElse(action);
    }

    private static double stanceDifference(List<SeatRecord> with, List<SeatRecord> without) {
        OptionalDouble one = mean(with, SeatRecord::stance);
        OptionalDouble other = mean(without, SeatRecord::stance);
        return one.isPresent() && other.isPresent() ? Math.abs(one.getAsDouble() - other.getAsDouble()) / SCALE : 0;
    }

    private static double choiceDifference(List<SeatRecord> with, List<SeatRecord> without) {
        if (without.isEmpty()) {
            return 0;
        }
        Set<String> chosen = new LinkedHashSet<>();
        with.forEach(record -> chosen.addAll(record.chosen()));
        without.forEach(record -> chosen.addAll(record.chosen()));
        return chosen.stream()
                .mapToDouble(action -> Math.abs(share(with, action) - share(without, action)))
                .average()
                .orElse(0);
    }

    private static double share(List<SeatRecord> records, String action) {
        return records.stream()
                        .filter(record -> record.chosen().contains(action))
                        .count()
                / (double) records.size();
    }

    private static OptionalDouble mean(List<SeatRecord> records, Function<SeatRecord, @Nullable Double> what) {
        return records.stream()
                .map(what)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average();
    }

    private static List<SeatRecord> of(List<RunRecord> runs, String seat) {
        List<SeatRecord> records = new ArrayList<>();
        runs.forEach(run -> run.seats().stream()
                .filter(record -> record.seat().equals(seat))
                .forEach(records::add));
        return records;
    }
}
