package io.synthforce.workflows.quality;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * All measures of a run and the label they come to: that of the measure of most concern.
 *
 * @param turns that were looked at
 */
public record Panel(Label label, int turns, List<Measure> measures) {

    /** From fewer turns nothing is concluded. */
    public static final int LEAST_TURNS = 3;

    /** What is to be thought of a run. */
    public enum Label {
        SOUND,
        WATCH,
        POOR,
        TOO_FEW_TURNS
    }

    public Panel {
        measures = List.copyOf(measures);
    }

    public static Panel of(Run run) {
        List<Measure> measures = Stream.of(
                        Participation.measures(run),
                        Variety.measures(run),
                        Sameness.measures(run),
                        Roles.measures(run),
                        Shares.measures(run))
                .flatMap(List::stream)
                .toList();
        return new Panel(label(run, measures), run.turns().size(), measures);
    }

    private static Label label(Run run, List<Measure> measures) {
        if (run.turns().size() < LEAST_TURNS) {
            return Label.TOO_FEW_TURNS;
        }
        Rating worst = measures.stream()
                .map(Measure::rating)
                .max(Comparator.naturalOrder())
                .orElse(Rating.UNKNOWN);
        return switch (worst) {
            case POOR -> Label.POOR;
            case WATCH -> Label.WATCH;
            case SOUND, UNKNOWN -> Label.SOUND;
        };
    }
}
