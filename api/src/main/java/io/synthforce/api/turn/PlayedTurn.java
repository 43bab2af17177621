package io.synthforce.api.turn;

import io.synthforce.store.call.AttemptResult.Tokens;
import io.synthforce.store.call.AttemptRow;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.store.plan.PlanRow;
import io.synthforce.store.turn.TurnRow;
import io.synthforce.workflows.grounding.Claims;
import io.synthforce.workflows.grounding.Moment;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.turn.Phase;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is stored of a turn.
 *
 * @param calls the replies that stand
 * @param attempts what was sent to get them
 * @param plan the work that is open after it, and its figures
 * @param claims which numbers of it rest on something
 */
record PlayedTurn(
        TurnRow row,
        Scenario scenario,
        List<SimulationEvent> events,
        List<RecordedCall> calls,
        List<AttemptRow> attempts,
        SimulationState before,
        SimulationState after,
        PlanRow plan,
        Claims claims) {

    <E extends SimulationEvent> Stream<E> events(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    /** The recorded call of a seat in a phase; of the last round, where there are several. */
    Optional<RecordedCall> call(String seat, Phase phase) {
        return calls.stream()
                .filter(call -> call.key().seat().equals(seat) && call.key().phase() == phase)
                .reduce((_, last) -> last);
    }

    Optional<RecordedCall> call(String seat, Phase phase, int round) {
        return calls.stream()
                .filter(call -> call.key().seat().equals(seat)
                        && call.key().phase() == phase
                        && call.key().round() == round)
                .findFirst();
    }

    /** What the provider counted for all requests of a seat, also for those that came to nothing. */
    Stream<Tokens> tokens(String seat) {
        return attempts.stream()
                .filter(attempt -> attempt.key().seat().equals(seat))
                .map(AttemptRow::tokens)
                .filter(Objects::nonNull);
    }

    /** Numbers that were said in the discussion and rest on nothing, as they were written. */
    List<String> ungrounded(Stream<String> said) {
        Moment moment = Moment.inDiscussion(row.turn());
        return said.flatMap(text -> claims.ungrounded(text, moment).stream())
                .distinct()
                .toList();
    }

    /** Those of a text that was written when all was decided. */
    List<String> ungroundedAfter(String text) {
        return claims.ungrounded(text, Moment.afterDecisions(row.turn())).stream()
                .distinct()
                .toList();
    }

    /** The request that brought a reply. */
    Optional<AttemptRow> attempt(RecordedCall call) {
        return attempts.stream()
                .filter(attempt -> attempt.id().equals(call.attempt()))
                .findFirst();
    }
}
