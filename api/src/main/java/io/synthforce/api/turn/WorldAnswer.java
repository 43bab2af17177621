package io.synthforce.api.turn;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.wire.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened in the simulated world: computed by its rules, never taken from prose.
 *
 * @param date the simulated date of the turn
 * @param ruined whether the company is ruined after the turn
 * @param ending why this was the last turn, where it was not the last that was planned
 */
@Schema(name = "World")
record WorldAnswer(
        LocalDate date,
        List<Line> ledger,
        List<Change> changes,
        List<Event> events,
        List<Decision> decisions,
        List<Action> actions,
        List<Outside> outside,
        List<DeadlineOutcome> deadlines,
        boolean ruined,
        @Nullable EndingAnswer ending) {

    static WorldAnswer nothingYet(LocalDate date) {
        return new WorldAnswer(
                date, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false, null);
    }

    /** A number of the company before and after the turn. */
    @Schema(name = "LedgerLine")
    record Line(String indicator, String name, String unit, BigDecimal before, BigDecimal after) {}

    /** A change of a number, and why. */
    @Schema(name = "LedgerChange")
    record Change(String indicator, BigDecimal from, BigDecimal to, Cause cause) {}

    /**
     * Why a number changed: which action, event, rule or outside actor, set in which turn.
     *
     * @param by the seat that ordered an action
     */
    @Schema(name = "Cause")
    record Cause(
            @Schema(example = "action") String kind,
            String name,
            int turn,
            @Nullable String by) {

        static Cause of(io.synthforce.workflows.world.Cause cause) {
            return new Cause(Words.of(cause.kind()), cause.name(), cause.turn(), cause.by());
        }
    }

    /** Something that happened to the company. */
    @Schema(name = "WorldEvent")
    record Event(
            String event,
            String description,
            @Schema(example = "drawn") String origin,
            @Schema(example = "public") String visibility) {}

    /**
     * What became of an issue.
     *
     * @param choice null when it was left open
     * @param pro seats for its first option
     * @param contra seats for its alternative
     */
    @Schema(name = "Decision")
    record Decision(String issue, String question, @Nullable String choice, String rule, int pro, int contra) {}

    /**
     * What became of an action someone proposed.
     *
     * @param reason why it was rejected
     * @param seats who proposed it
     * @param by the seat that ordered it
     */
    @Schema(name = "ActionOutcome")
    record Action(
            String action,
            String description,
            boolean accepted,
            @Nullable String reason,
            List<String> seats,
            @Nullable String by) {}

    /** How someone outside answered an action, a public event or a number that passed a threshold, or moved unprovoked. */
    @Schema(name = "OutsideMove")
    record Outside(
            String actor,
            String name,
            String move,
            String description,
            @Nullable String toAction,
            @Nullable String toEvent,
            @Nullable String toIndicator) {}

    /** A deadline that was reached with the turn. */
    @Schema(name = "DeadlineOutcome")
    record DeadlineOutcome(String deadline, String description, boolean met, String indicator, BigDecimal value) {}
}
