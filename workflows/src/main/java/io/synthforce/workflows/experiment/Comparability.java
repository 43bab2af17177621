package io.synthforce.workflows.experiment;

import io.synthforce.workflows.change.DirectAgent;
import io.synthforce.workflows.experiment.RunRecord.Served;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether runs differ by what was changed alone: the same models must have answered the same questions, and about as many
 * of either kind must have failed.
 */
final class Comparability {

    private static final double FAILED_SHARE = 0.05;

    private Comparability() {}

    /** Why an option's runs cannot be compared with those without change; null when they can. */
    static @Nullable String missing(Option option, Trials trials) {
        String own = ownModels(option);
        String models = own == null ? models(trials) : own;
        if (models != null) {
            return models;
        }
        int changed = trials.changed().size() + trials.failed();
        int unchanged = trials.unchanged().size() + trials.failedUnchanged();
        double difference = share(trials.failed(), changed) - share(trials.failedUnchanged(), unchanged);
        return Math.abs(difference) <= FAILED_SHARE
                ? null
                : "%d of %d runs failed, without the change %d of %d"
                        .formatted(trials.failed(), changed, trials.failedUnchanged(), unchanged);
    }

    /** Such an option is there to be looked at: whatever it does may be the model's doing. */
    private static @Nullable String ownModels(Option option) {
        return option.changes().stream()
                .flatMap(change -> change instanceof DirectAgent told && told.model() != null
                        ? Stream.of("%s by %s".formatted(told.agent(), told.model()))
                        : Stream.empty())
                .findFirst()
                .map("the option has a model of its own speak (%s), and models are not compared"::formatted)
                .orElse(null);
    }

    private static @Nullable String models(Trials trials) {
        List<RunRecord> all = new ArrayList<>(trials.changed());
        all.addAll(trials.unchanged());
        Map<String, Set<String>> answered = new TreeMap<>();
        all.stream()
                .flatMap(Comparability::served)
                .forEach(served -> answered.computeIfAbsent(served.of(), _ -> new TreeSet<>())
                        .add(served.model()));
        return answered.entrySet().stream()
                .filter(models -> models.getValue().size() > 1)
                .findFirst()
                .map(models -> "several models answered (%s: %s)"
                        .formatted(models.getKey(), String.join(" and ", models.getValue())))
                .orElse(null);
    }

    /** Records of earlier releases know the models of a run only. */
    private static Stream<Served> served(RunRecord run) {
        return run.served().isEmpty() && run.model() != null
                ? Stream.of(new Served("the whole run", run.model()))
                : run.served().stream();
    }

    private static double share(int failed, int all) {
        return all == 0 ? 0 : (double) failed / all;
    }
}
