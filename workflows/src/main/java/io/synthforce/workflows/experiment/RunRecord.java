package io.synthforce.workflows.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.synthforce.workflows.journal.Decided;
import io.synthforce.workflows.journal.HeldStance;
import io.synthforce.workflows.judging.Judged;
import io.synthforce.workflows.judging.Matter;
import io.synthforce.workflows.world.IndicatorValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What came of one branch, as far as it was played.
 *
 * @param failure why its horizon was not reached, or null
 * @param model the model that answered, {@code SCRIPTED} where a script did, or null when there was no answer
 * @param turns those after the fork, in order
 * @param usd what its calls took, at most; null when nobody knows, as where a script answered
 * @param served who was asked for what, and the model that answered; none in records of earlier releases
 * @param judged what was said of it afterwards; kept apart from what came of it
 */
public record RunRecord(
        PlannedRun run,
        @Nullable String failure,
        @Nullable String model,
        boolean scripted,
        List<TurnRecord> turns,
        List<SeatRecord> seats,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Served> served,
        @Nullable BigDecimal usd,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Judged> judged) {

    public RunRecord {
        turns = List.copyOf(turns);
        seats = List.copyOf(seats);
        served = orNone(served);
        judged = orNone(judged);
    }

    /** One that nobody has judged. */
    public RunRecord(
            PlannedRun run,
            @Nullable String failure,
            @Nullable String model,
            boolean scripted,
            List<TurnRecord> turns,
            List<SeatRecord> seats,
            List<Served> served,
            @Nullable BigDecimal usd) {
        this(run, failure, model, scripted, turns, seats, served, usd, List.of());
    }

    /** One of which nobody knows who was answered by what, nor what that took. */
    public RunRecord(
            PlannedRun run,
            @Nullable String failure,
            @Nullable String model,
            boolean scripted,
            List<TurnRecord> turns,
            List<SeatRecord> seats) {
        this(run, failure, model, scripted, turns, seats, List.of(), null);
    }

    /** @param of who was asked for what: {@code position of sales} */
    public record Served(String of, String model) {}

    /**
     * One turn of it, in ids of the scenario.
     *
     * @param decisions what was decided in it
     * @param standing how issues stand decided after it, also by decisions before the fork
     * @param stances after its discussion; of who was silent those it took last
     */
    public record TurnRecord(
            int turn,
            List<IndicatorValue> ledger,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> decisions,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> actions,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> happened,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> risks,
            boolean ruined,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Decided> standing,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<HeldStance> stances) {

        public TurnRecord {
            ledger = List.copyOf(ledger);
            decisions = orNone(decisions);
            actions = orNone(actions);
            happened = orNone(happened);
            risks = orNone(risks);
            standing = orNone(standing);
            stances = orNone(stances);
        }

        /** One after which nothing stands decided, and nobody took a stance. */
        public TurnRecord(
                int turn,
                List<IndicatorValue> ledger,
                List<String> decisions,
                List<String> actions,
                List<String> happened,
                List<String> risks,
                boolean ruined) {
            this(turn, ledger, decisions, actions, happened, risks, ruined, List.of(), List.of());
        }

        Optional<BigDecimal> value(String indicator) {
            return ledger.stream()
                    .filter(line -> line.indicator().equals(indicator))
                    .findFirst()
                    .map(IndicatorValue::value);
        }

        /** @param seat null for the mean of all */
        public Optional<BigDecimal> stance(String issue, @Nullable String seat) {
            OptionalDouble mean = stances.stream()
                    .filter(held -> held.issue().equals(issue)
                            && (seat == null || held.seat().equals(seat)))
                    .mapToInt(HeldStance::after)
                    .average();
            return mean.isPresent() ? Optional.of(BigDecimal.valueOf(mean.getAsDouble())) : Optional.empty();
        }
    }

    /**
     * What one seat did in it.
     *
     * @param stance mean of its stances after discussion, -2 to 2, or null when it took none
     * @param confidence mean of what it stated, 0 to 1, or null when it said nothing
     * @param proposed actions it chose, by id, and proposals in its own words
     * @param disputed questions of disagreements it was part of
     */
    public record SeatRecord(
            String seat,
            String role,
            @Nullable Double stance,
            @Nullable Double confidence,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> chosen,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> proposed,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> disputed) {

        public SeatRecord {
            chosen = orNone(chosen);
            proposed = orNone(proposed);
            disputed = orNone(disputed);
        }
    }

    public RunRecord with(List<Judged> propositions) {
        return new RunRecord(run, failure, model, scripted, turns, seats, served, usd, propositions);
    }

    public Optional<Judged> judged(String proposition) {
        return judged.stream()
                .filter(one -> one.proposition().equals(proposition))
                .findFirst();
    }

    public boolean isRuledOn(Matter matter) {
        return judged.stream()
                .flatMap(one -> one.rulings().stream())
                .anyMatch(ruling -> ruling.matter().equals(matter));
    }

    public boolean failed() {
        return failure != null;
    }

    /** An indicator after a turn, empty when that was not played. */
    public Optional<BigDecimal> value(String indicator, int turn) {
        return playedBy(turn).flatMap(played -> played.value(indicator));
    }

    /**
     * How things stood after a turn, empty when that was not played. Where the simulation ended before, by ruin or a missed
     * deadline, they stay what they were then: an outcome is no missing value.
     */
    Optional<TurnRecord> playedBy(int turn) {
        return turn(turn).or(() -> ending(turn));
    }

    /** The last turn, where the run had ended by the given one. */
    private Optional<TurnRecord> ending(int turn) {
        return failed() || turns.isEmpty() || turns.getLast().turn() >= turn
                ? Optional.empty()
                : Optional.of(turns.getLast());
    }

    /** Whether it had come to its end by a turn, so that nothing was played after it. */
    boolean isOverBy(int turn) {
        return !failed() && !turns.isEmpty() && turns.getLast().turn() <= turn;
    }

    /** Whether the company was ruined by the end of a turn. */
    boolean ruinedBy(int turn) {
        return turns.stream().anyMatch(played -> played.turn() <= turn && played.ruined());
    }

    public Optional<TurnRecord> turn(int turn) {
        return turns.stream().filter(played -> played.turn() == turn).findFirst();
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
