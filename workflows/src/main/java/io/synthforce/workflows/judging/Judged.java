package io.synthforce.workflows.judging;

import java.util.List;
import java.util.Optional;

/** What the judge and people said of a proposition about one run. */
public record Judged(String proposition, List<Ruling> rulings, List<RunLabel> labels) {

    public Judged {
        rulings = List.copyOf(rulings);
        labels = List.copyOf(labels);
    }

    public Optional<Ruling> ruling(Asking asking) {
        return rulings.stream()
                .filter(ruling -> ruling.matter().asking() == asking)
                .findFirst();
    }

    /** What counts; empty when it was not judged, or without a usable answer. */
    public Optional<Holds> holds() {
        return ruling(Asking.FIRST).map(Ruling::holds);
    }

    /** What people say, when there are any and they agree. */
    public Optional<Boolean> label() {
        return isDisputed() ? Optional.empty() : labels.stream().findFirst().map(RunLabel::holds);
    }

    public boolean isDisputed() {
        return labels.stream().map(RunLabel::holds).distinct().count() > 1;
    }

    /** Whether the judge said the same when it was asked like that; empty when there are not two usable answers. */
    public Optional<Boolean> agrees(Asking asking) {
        Optional<Holds> other = ruling(asking).map(Ruling::meaning);
        return other.isEmpty() || holds().isEmpty() ? Optional.empty() : Optional.of(other.equals(holds()));
    }
}
