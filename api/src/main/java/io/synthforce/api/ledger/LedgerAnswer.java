package io.synthforce.api.ledger;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.turn.EndingAnswer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of a simulation. What is drawn and what is under way is shown to you; agents are not told it.
 *
 * @param currentTurn the last turn that was played
 * @param fromTurn the first turn that is shown; turn 0 is the beginning, with what a fork was changed by
 * @param toTurn the last turn that is shown
 * @param pending what is decided and lands later, as of the current turn
 * @param parameters what was uncertain and is drawn
 * @param ruined whether the company was ruined at any time
 * @param missed deadlines that were missed
 * @param ending why nothing more is played, where the last planned turn was not reached
 */
@Schema(name = "Ledger")
record LedgerAnswer(
        UUID sessionId,
        int currentTurn,
        int fromTurn,
        int toTurn,
        List<Series> indicators,
        List<Pending> pending,
        List<Uncertain> parameters,
        boolean ruined,
        List<String> missed,
        @Nullable EndingAnswer ending) {

    /**
     * One indicator over the turns.
     *
     * @param direction which way is good
     * @param formula what it is worked out of, or null
     * @param ruinAt what ruins the company, or null
     */
    @Schema(name = "IndicatorSeries")
    record Series(
            String indicator,
            String name,
            String unit,
            @Schema(example = "up") String direction,
            @Nullable String formula,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable BigDecimal ruinAt,
            List<Point> points) {}

    /**
     * The value after a turn.
     *
     * @param date of the turn, that of the first one for turn 0
     * @param changes all that moved it since the turn before; their sum is the difference
     */
    @Schema(name = "IndicatorPoint")
    record Point(int turn, LocalDate date, BigDecimal value, List<Change> changes) {}

    /** What moved a number, by how much, and why. */
    @Schema(name = "IndicatorChange")
    record Change(BigDecimal by, BigDecimal from, BigDecimal to, Why cause) {}

    /**
     * Why a number changed.
     *
     * @param description in the words of the world
     * @param turn in which it was caused
     * @param by the seat that ordered an action, or null
     */
    @Schema(name = "ChangeCause")
    record Why(
            @Schema(example = "action") String kind,
            String name,
            String description,
            int turn,
            @Nullable String by) {}

    /**
     * What will change a number in a later turn.
     *
     * @param lasts turns after which is taken back what of it arrived; 0 when it stays
     */
    @Schema(name = "PendingChange")
    record Pending(String indicator, BigDecimal by, int turn, LocalDate date, int lasts, Why cause) {}

    /**
     * A parameter as it was drawn.
     *
     * @param value what holds in this simulation
     * @param knownToAgents always false: they act without knowing it
     */
    @Schema(name = "DrawnParameter")
    record Uncertain(
            String parameter,
            String description,
            BigDecimal low,
            BigDecimal mode,
            BigDecimal high,
            BigDecimal value,
            boolean knownToAgents) {}
}
