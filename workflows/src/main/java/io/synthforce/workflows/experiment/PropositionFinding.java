package io.synthforce.workflows.experiment;

import io.synthforce.workflows.comparison.Interval;
import io.synthforce.workflows.comparison.Proportion;
import io.synthforce.workflows.comparison.Reliability;
import io.synthforce.workflows.judging.Asking;
import io.synthforce.workflows.judging.Holds;
import io.synthforce.workflows.judging.Judged;
import io.synthforce.workflows.judging.Ruling;
import io.synthforce.workflows.turn.Scripted;
import io.synthforce.workflows.world.Indicator.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a judge has made of a proposition over the runs of an experiment, and how far that may be believed.
 *
 * @param judge how often it is right, by the labels of people
 * @param labelled runs that people labelled alike; {@code disputed} those on which they do not agree
 * @param again of the runs judged twice, those judged alike; {@code negated} of those judged the other way round, too
 * @param models who judged
 * @param inCast whether one of them also spoke in the runs it judged
 * @param missing why runs that are compared have no ruling
 */
public record PropositionFinding(
        String proposition,
        Reliability judge,
        int labelled,
        int disputed,
        List<Arm> arms,
        Proportion again,
        Proportion negated,
        List<String> models,
        boolean inCast,
        List<Missing> missing) {

    /** So many runs without a ruling for one reason. */
    public record Missing(String reason, long runs) {

        private static List<Missing> of(String proposition, List<RunRecord> runs) {
            Map<String, Long> reasons = new LinkedHashMap<>();
            runs.forEach(run -> reason(proposition, run).ifPresent(why -> reasons.merge(why, 1L, Long::sum)));
            return reasons.entrySet().stream()
                    .map(why -> new Missing(why.getKey(), why.getValue()))
                    .toList();
        }

        private static Optional<String> reason(String proposition, RunRecord run) {
            Optional<Judged> judged = run.judged(proposition);
            return judged.flatMap(Judged::holds).isPresent()
                    ? Optional.empty()
                    : Optional.of(judged.flatMap(one -> one.ruling(Asking.FIRST))
                            .map(Ruling::reason)
                            .orElse("it was not judged"));
        }

        private String told() {
            return "%d %s (%s)".formatted(runs, runs == 1 ? "run" : "runs", reason);
        }
    }

    /**
     * One option, or no change.
     *
     * @param holds in how many of the runs with a clear ruling
     * @param unclear runs of which the record does not tell
     * @param unusable runs without a ruling that could be used
     * @param corrected the share of runs in which it holds, corrected by the labels; null where they do not suffice
     * @param interval of that, 95 %
     */
    public record Arm(
            String name,
            Proportion holds,
            int unclear,
            int unusable,
            @Nullable Double corrected,
            @Nullable Interval interval) {

        /** @param holds as exact as there are independent runs to it */
        private static Arm of(
                String name, List<RunRecord> runs, String proposition, Proportion holds, Reliability judge) {
            List<Optional<Holds>> rulings = runs.stream()
                    .map(run -> run.judged(proposition).flatMap(Judged::holds))
                    .toList();
            return new Arm(
                    name,
                    holds,
                    count(rulings, Holds.UNCLEAR),
                    (int) rulings.stream().filter(Optional::isEmpty).count(),
                    judge.share(holds),
                    judge.interval(holds));
        }

        private String told() {
            return "%s %d of %d%s%s"
                    .formatted(
                            name,
                            holds.seen(),
                            holds.n(),
                            interval == null || corrected == null
                                    ? ""
                                    : ", corrected %.0f %% (%.0f–%.0f %%)"
                                            .formatted(100 * corrected, 100 * interval.low(), 100 * interval.high()),
                            unclear + unusable == 0
                                    ? ""
                                    : " (%d without a clear ruling)".formatted(unclear + unusable));
        }

        private static int count(List<Optional<Holds>> rulings, Holds as) {
            return (int) rulings.stream().filter(Optional.of(as)::equals).count();
        }
    }

    public PropositionFinding {
        arms = List.copyOf(arms);
        models = List.copyOf(models);
        missing = List.copyOf(missing);
    }

    public static List<PropositionFinding> all(Plan plan, List<RunRecord> records) {
        return plan.propositions().stream()
                .map(proposition -> of(plan, proposition, records))
                .toList();
    }

    private static PropositionFinding of(Plan plan, String proposition, List<RunRecord> records) {
        List<Judged> judged = judged(proposition, records);
        Reliability judge = reliability(judged);
        List<String> models = models(judged);
        return new PropositionFinding(
                proposition,
                judge,
                (int) judged.stream().filter(one -> one.label().isPresent()).count(),
                (int) judged.stream().filter(Judged::isDisputed).count(),
                arms(plan, proposition, records, judge),
                agreement(judged, Asking.AGAIN),
                agreement(judged, Asking.NEGATED),
                models,
                records.stream().flatMap(PropositionFinding::cast).anyMatch(models::contains),
                Missing.of(
                        proposition,
                        Trials.whole(plan, records).stream()
                                .filter(record -> !record.failed())
                                .toList()));
    }

    static Reliability reliability(String proposition, List<RunRecord> records) {
        return reliability(judged(proposition, records));
    }

    /** By the runs that have both a clear ruling and a label; nobody vouches for several judges. */
    private static Reliability reliability(List<Judged> judged) {
        return models(judged).size() > 1
                ? Reliability.UNKNOWN
                : new Reliability(right(judged, Holds.TRUE), right(judged, Holds.FALSE));
    }

    private static List<Judged> judged(String proposition, List<RunRecord> records) {
        return records.stream()
                .flatMap(record -> record.judged(proposition).stream())
                .toList();
    }

    private static Proportion right(List<Judged> judged, Holds truth) {
        List<Holds> rulings = judged.stream()
                .filter(one -> one.label().equals(Optional.of(truth == Holds.TRUE)))
                .flatMap(one -> one.holds().stream())
                .filter(ruling -> ruling != Holds.UNCLEAR)
                .toList();
        return new Proportion((int) rulings.stream().filter(truth::equals).count(), rulings.size());
    }

    private static Proportion agreement(List<Judged> judged, Asking asking) {
        List<Boolean> both =
                judged.stream().flatMap(one -> one.agrees(asking).stream()).toList();
        return new Proportion((int) both.stream().filter(same -> same).count(), both.size());
    }

    private static List<Arm> arms(Plan plan, String proposition, List<RunRecord> records, Reliability judge) {
        Target judged = new Target.OfProposition(proposition, Direction.UP, null);
        List<Arm> arms = new ArrayList<>();
        for (int option = 1; option <= plan.options().size(); option++) {
            Trials trials = Trials.of(plan, records, option);
            arms.add(Arm.of(
                    plan.options().get(option - 1).name(),
                    trials.changed(),
                    proposition,
                    trials.seen(trials.changed(), judged, plan.horizon()),
                    judge));
        }
        Trials trials = Trials.of(plan, records, PlannedRun.NO_CHANGE);
        arms.add(Arm.of(
                "no change",
                trials.unchanged(),
                proposition,
                trials.seen(trials.unchanged(), judged, plan.horizon()),
                judge));
        return arms;
    }

    private static List<String> models(List<Judged> judged) {
        return judged.stream()
                .flatMap(one -> one.rulings().stream())
                .map(PropositionFinding::model)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private static @Nullable String model(Ruling ruling) {
        return ruling.scripted() ? Scripted.WORD : ruling.model();
    }

    private static Stream<String> cast(RunRecord record) {
        return record.model() == null
                ? Stream.empty()
                : Arrays.stream(record.model().split(", "));
    }

    /** Why there is no verdict on it; null when the labels vouch for the judge. */
    public @Nullable String unchecked() {
        if (models.size() > 1) {
            return "more than one model judged: " + String.join(", ", models);
        }
        if (labelled == 0) {
            return "nobody has labelled a run";
        }
        if (!judge.hasEnough()) {
            return "of labelled runs that are judged it holds in %d and does not in %d; %d of either kind are needed"
                    .formatted(judge.sensitivity().n(), judge.specificity().n(), Reliability.FEWEST);
        }
        return judge.isKnown() ? null : "by the labels it may rule no better than a coin";
    }

    /** In how many runs of every arm it holds, with how far that may be believed. */
    public String summary() {
        return "“%s” holds in %s judged runs. %s"
                .formatted(
                        proposition,
                        String.join(", ", arms.stream().map(Arm::told).toList()),
                        told());
    }

    /** How far it may be believed, in words. */
    public String told() {
        String unchecked = unchecked();
        String checked = unchecked == null
                ? "Judge checked by %d labelled runs: right in %d of %d in which it holds, and in %d of %d in which it does not."
                        .formatted(
                                labelled,
                                judge.sensitivity().seen(),
                                judge.sensitivity().n(),
                                judge.specificity().seen(),
                                judge.specificity().n())
                : "Judge unchecked: %s. The shares are what it counted, and no verdict.".formatted(unchecked);
        return checked
                + (missing.isEmpty()
                        ? ""
                        : " Without a ruling: %s."
                                .formatted(String.join(
                                        ", ",
                                        missing.stream().map(Missing::told).toList())))
                + (inCast ? " The model that judged also spoke in the runs." : "")
                + consistency("Judged twice", again)
                + consistency("Judged the other way round", negated);
    }

    private static String consistency(String how, Proportion agreed) {
        return agreed.n() == 0 ? "" : " %s, %d of %d rulings were the same.".formatted(how, agreed.seen(), agreed.n());
    }
}
