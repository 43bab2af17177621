package io.synthforce.workflows.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.synthforce.workflows.scenario.DecisionRule;
import io.synthforce.workflows.world.Cause;
import io.synthforce.workflows.world.IndicatorValue;
import io.synthforce.workflows.world.PendingEffect;
import io.synthforce.workflows.world.Visibility;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens in a simulation. The same value is what the workflow decides, the state folds, PostgreSQL stores and
 * readers are sent. Events hold typed values and content hashes, never texts, times, costs or ids of rows, so two runs
 * that went the same way have the same journal.
 *
 * <p>The names below are frozen into histories and journals: add, never rename.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(name = "simulation_started", value = SimulationEvent.SimulationStarted.class),
    @Type(name = "simulation_forked", value = SimulationEvent.SimulationForked.class),
    @Type(name = "turn_opened", value = SimulationEvent.TurnOpened.class),
    @Type(name = "value_drawn", value = SimulationEvent.ValueDrawn.class),
    @Type(name = "event_occurred", value = SimulationEvent.EventOccurred.class),
    @Type(name = "indicator_changed", value = SimulationEvent.IndicatorChanged.class),
    @Type(name = "effect_scheduled", value = SimulationEvent.EffectScheduled.class),
    @Type(name = "position_taken", value = SimulationEvent.PositionTaken.class),
    @Type(name = "disagreements_named", value = SimulationEvent.DisagreementsNamed.class),
    @Type(name = "reply_given", value = SimulationEvent.ReplyGiven.class),
    @Type(name = "issue_decided", value = SimulationEvent.IssueDecided.class),
    @Type(name = "issue_left_open", value = SimulationEvent.IssueLeftOpen.class),
    @Type(name = "action_accepted", value = SimulationEvent.ActionAccepted.class),
    @Type(name = "action_rejected", value = SimulationEvent.ActionRejected.class),
    @Type(name = "outside_responded", value = SimulationEvent.OutsideResponded.class),
    @Type(name = "ruin_reached", value = SimulationEvent.RuinReached.class),
    @Type(name = "deadline_reached", value = SimulationEvent.DeadlineReached.class),
    @Type(name = "simulation_ended", value = SimulationEvent.SimulationEnded.class),
    @Type(name = "minutes_taken", value = SimulationEvent.MinutesTaken.class),
    @Type(name = "analysis_given", value = SimulationEvent.AnalysisGiven.class),
    @Type(name = "turn_closed", value = SimulationEvent.TurnClosed.class)
})
public sealed interface SimulationEvent {

    /** The journal's first entry, written with snapshot 0. */
    record SimulationStarted(String scenario, int engine, List<IndicatorValue> ledger) implements SimulationEvent {}

    /**
     * A branch's first entry, written with the snapshot it starts from.
     *
     * @param turn the last turn it shares with its parent
     * @param snapshot hash of the parent's snapshot of that turn
     * @param scenario hash of the scenario as the branch has it
     * @param left seats that are no longer in the cast
     */
    record SimulationForked(int turn, String snapshot, String scenario, List<String> left) implements SimulationEvent {
        public SimulationForked {
            left = List.copyOf(left);
        }
    }

    /** Turn {@code turn} begins; {@code inputs} is the content hash of what was asked. */
    record TurnOpened(int turn, String inputs, List<String> speakers) implements SimulationEvent {}

    /** Chance gave a value. */
    record ValueDrawn(String stream, BigDecimal value) implements SimulationEvent {}

    /** Something happened to the company, by schedule, by chance or because a user injected it. */
    record EventOccurred(String event, Origin origin, Visibility visibility) implements SimulationEvent {

        /** Where an event comes from. */
        public enum Origin {
            SCHEDULED,
            DRAWN,
            INJECTED
        }
    }

    /** A number of the ledger changed, and why. */
    record IndicatorChanged(String indicator, BigDecimal from, BigDecimal to, Cause cause) implements SimulationEvent {}

    /** A change is decided and will land in a later turn. */
    record EffectScheduled(PendingEffect effect) implements SimulationEvent {}

    /**
     * A seat's private first view.
     *
     * @param confidence as stated, 0 to 100
     * @param actions catalogue actions it chose
     * @param unlisted how many of its proposals are in no catalogue: recorded, without effect
     */
    record PositionTaken(
            String seat,
            Answer answer,
            List<Stance> stances,
            int confidence,
            List<String> actions,
            int unlisted,
            List<String> directedTo)
            implements SimulationEvent {

        public static PositionTaken degraded(String seat, String reason) {
            return new PositionTaken(seat, Answer.degraded(reason), List.of(), 0, List.of(), 0, List.of());
        }
    }

    /** The coordinator's reading of where the positions differ. */
    record DisagreementsNamed(int round, Answer answer, List<Disagreement> disagreements) implements SimulationEvent {}

    /** A seat's answer to an opposing argument; the stances it names and its actions replace those it had before. */
    record ReplyGiven(
            String seat,
            int round,
            String disagreement,
            Answer answer,
            List<Stance> stances,
            int confidence,
            List<String> actions,
            List<String> directedTo,
            boolean conceded)
            implements SimulationEvent {

        public static ReplyGiven degraded(String seat, int round, String disagreement, String reason) {
            return new ReplyGiven(
                    seat, round, disagreement, Answer.degraded(reason), List.of(), 0, List.of(), List.of(), false);
        }
    }

    /** The rule settled the issue; {@code pro} and {@code contra} count the seats on either side. */
    record IssueDecided(String issue, String choice, DecisionRule rule, int pro, int contra)
            implements SimulationEvent {}

    /** The rule could not settle the issue this turn. */
    record IssueLeftOpen(String issue, DecisionRule rule, int pro, int contra) implements SimulationEvent {}

    /**
     * An action is taken.
     *
     * @param seats who proposed it, in speaking order
     * @param by who ordered it: the first of them that may; null in journals that did not say
     */
    record ActionAccepted(
            String action,
            List<String> seats,
            BigDecimal cost,
            @Nullable String by) implements SimulationEvent {}

    /** An action that was proposed is not taken. */
    record ActionRejected(String action, List<String> seats, Rejection reason) implements SimulationEvent {

        /** Why not. */
        public enum Rejection {
            NO_AUTHORITY,
            EXCLUDED,
            UNAFFORDABLE,
            /** It can be taken only once, and was. */
            ALREADY_TAKEN
        }
    }

    /**
     * An outside actor made a move of its catalogue, in answer to an action, a public event or an indicator that passed
     * a threshold; with none of them, by itself.
     */
    record OutsideResponded(
            String actor,
            String move,
            @Nullable String toAction,
            @Nullable String toEvent,
            @Nullable String toIndicator)
            implements SimulationEvent {}

    /** An indicator reached the value that ruins the company. An outcome, not an error. */
    record RuinReached(String indicator, BigDecimal value) implements SimulationEvent {}

    /** A deadline is over; {@code value} is what its indicator stood at. */
    record DeadlineReached(String deadline, boolean met, String indicator, BigDecimal value)
            implements SimulationEvent {}

    /** After this turn nothing more is played: ruin, or a missed deadline, ends the simulation. */
    record SimulationEnded(Ending.Kind reason, String name) implements SimulationEvent {}

    /** The coordinator's summary of the turn. */
    record MinutesTaken(Answer answer) implements SimulationEvent {}

    /** The analyst's reading of the turn, beside the minutes. */
    record AnalysisGiven(Answer answer) implements SimulationEvent {}

    /** Turn {@code turn} is complete. */
    record TurnClosed(int turn) implements SimulationEvent {}
}
