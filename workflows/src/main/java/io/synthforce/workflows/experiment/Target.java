package io.synthforce.workflows.experiment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.synthforce.workflows.judging.Holds;
import io.synthforce.workflows.judging.Judged;
import io.synthforce.workflows.world.Indicator;
import io.synthforce.workflows.world.Indicator.Direction;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What options are judged by after the last turn: a level, or a share of runs. Stored in plans, where its first member
 * says which kind it is, so names are added, never renamed.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @Type(Target.OfIndicator.class),
    @Type(Target.OfRuin.class),
    @Type(Target.OfDecision.class),
    @Type(Target.OfStance.class),
    @Type(Target.OfProposition.class)
})
public sealed interface Target {

    /** What a share counts a run as in which it was seen. */
    BigDecimal SEEN = BigDecimal.valueOf(100);

    /** An indicator, by which its own way is better. */
    static Target of(Indicator indicator) {
        return new OfIndicator(indicator.id(), indicator.direction(), null);
    }

    static Target ruin() {
        return new OfRuin(true, Direction.DOWN, null);
    }

    /** Which way is better. */
    Direction direction();

    /** The smallest difference that matters: of a level in its unit, of a share in points; null when nobody said. */
    @Nullable
    BigDecimal matters();

    /** Whether it is told as a share of all runs; a level is the mean of those that survived. */
    @JsonIgnore
    boolean isShare();

    /**
     * What a run has of it after a turn: a level, or for a share {@link #SEEN} or 0. Empty when the run has none, because
     * the turn was not played or nobody judged it.
     */
    Optional<BigDecimal> value(RunRecord run, int turn);

    /** The same, judged by what the caller says. */
    default Target with(Direction better, @Nullable BigDecimal smallest) {
        return switch (this) {
            case OfIndicator one -> new OfIndicator(one.indicator, better, smallest);
            case OfRuin _ -> new OfRuin(true, better, smallest);
            case OfDecision one -> new OfDecision(one.decision, better, smallest);
            case OfStance one -> new OfStance(one.stance, better, smallest);
            case OfProposition one -> new OfProposition(one.proposition, better, smallest);
        };
    }

    /** Whether a run counts: for a share every one does, for a level one that was not ruined. */
    default boolean counts(RunRecord run, int turn) {
        return isShare() || !run.ruinedBy(turn);
    }

    /** An indicator of the world. */
    record OfIndicator(
            String indicator, Direction direction, @Nullable BigDecimal matters) implements Target {

        @Override
        public boolean isShare() {
            return false;
        }

        @Override
        public Optional<BigDecimal> value(RunRecord run, int turn) {
            return run.value(indicator, turn);
        }
    }

    /**
     * Whether the company was ruined.
     *
     * @param ruin always true; it names the kind
     */
    record OfRuin(
            boolean ruin, Direction direction, @Nullable BigDecimal matters) implements Target {

        @Override
        public boolean isShare() {
            return true;
        }

        @Override
        public Optional<BigDecimal> value(RunRecord run, int turn) {
            return run.playedBy(turn).map(_ -> seen(run.ruinedBy(turn)));
        }
    }

    /** Whether an issue stands decided in a certain way. */
    record OfDecision(
            Choice decision, Direction direction, @Nullable BigDecimal matters) implements Target {

        @Override
        public boolean isShare() {
            return true;
        }

        @Override
        public Optional<BigDecimal> value(RunRecord run, int turn) {
            return run.playedBy(turn)
                    .map(played -> seen(played.standing().stream()
                            .anyMatch(one -> one.issue().equals(decision.issue())
                                    && one.choice().equals(decision.choice()))));
        }
    }

    /** What somebody, or everybody on average, thinks of an issue after the discussion, from −2 to 2. */
    record OfStance(
            Held stance, Direction direction, @Nullable BigDecimal matters) implements Target {

        @Override
        public boolean isShare() {
            return false;
        }

        @Override
        public Optional<BigDecimal> value(RunRecord run, int turn) {
            return run.playedBy(turn).flatMap(played -> played.stance(stance.issue(), stance.seat()));
        }
    }

    /** Whether a sentence holds of a run, as a model judged it. */
    record OfProposition(
            String proposition,
            Direction direction,
            @Nullable BigDecimal matters) implements Target {

        @Override
        public boolean isShare() {
            return true;
        }

        /** It is a whole run that is judged, so it has none before its last turn. */
        @Override
        public Optional<BigDecimal> value(RunRecord run, int turn) {
            return run.judged(proposition)
                    .filter(_ -> run.isOverBy(turn))
                    .flatMap(Judged::holds)
                    .filter(ruling -> ruling != Holds.UNCLEAR)
                    .map(ruling -> seen(ruling == Holds.TRUE));
        }
    }

    /** An issue and one of its two options, in the scenario's words. */
    record Choice(String issue, String choice) {}

    /** @param seat null for the mean of all who took a stance */
    record Held(String issue, @Nullable String seat) {}

    private static BigDecimal seen(boolean seen) {
        return seen ? SEEN : BigDecimal.ZERO;
    }
}
