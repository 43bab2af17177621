package io.synthforce.workflows.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.turn.ModelCall;
import io.synthforce.workflows.turn.Phase;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a turn of seven agents with one round of three replies leaves in history. */
class HistoryBudgetTest {

    private static final int EVENTS_WITH_EQUAL_TIMES = 65;
    private static final int EVENTS_WITH_SPREAD_TIMES = 95;
    private static final int BYTES = 20_000;
    private static final int TURNS = 30;

    @AutoClose
    private final Stage stage = Stage.inProcess();

    /** How many workflow tasks a wave of answers meets is the server's; the best of many turns shows what is ours. */
    @Test
    void aTurnWhoseCallsEndTogetherKeepsItsBudget() {
        stage.agents.beforeAnswer(this::awaitItsWave);
        IntStream.rangeClosed(1, TURNS).forEach(this::play);

        List<HistoryEvent> turn = IntStream.rangeClosed(1, TURNS)
                .mapToObj(this::turn)
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
        assertThat(turn.size()).as(report(turn)).isLessThanOrEqualTo(EVENTS_WITH_EQUAL_TIMES);
        assertThat(bytes(turn)).as(report(turn)).isLessThanOrEqualTo(BYTES);
    }

    @Test
    void aTurnLeavesThreeEventsOfACallAndFourOfItsOwn() {
        play(1);
        play(2);

        assertThat(turn(2).stream().map(HistoryEvent::getEventType).filter(type -> !isOfATask(type)))
                .hasSize(13 * 3 + 4);
    }

    @Test
    void aTurnWhoseCallsEndOneByOneKeepsItsBudget() {
        OneByOne oneByOne = new OneByOne();
        stage.agents.beforeAnswer(oneByOne::await);

        play(1);
        play(2);
        List<HistoryEvent> turn = turn(2);
        assertThat(turn.size()).as(report(turn)).isLessThanOrEqualTo(EVENTS_WITH_SPREAD_TIMES);
        assertThat(bytes(turn)).as(report(turn)).isLessThanOrEqualTo(BYTES);
    }

    @Test
    void historyGrowsByTheSameForEveryTurn() {
        IntStream.rangeClosed(1, 12).forEach(this::play);
        int early = bytes(turn(3));
        int late = bytes(turn(12));

        assertThat(late).isLessThanOrEqualTo(early + 2_000);
    }

    private void play(int turn) {
        stage.awaitAnswer(stage.next());
        stage.awaitTurn(turn);
    }

    /** The events from the bell of a turn to the bell of the next one. */
    private List<HistoryEvent> turn(int number) {
        List<HistoryEvent> all = stage.history().getEvents();
        List<Integer> bells = IntStream.range(0, all.size())
                .filter(i -> all.get(i).getEventType() == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED)
                .boxed()
                .toList();
        int end = number < bells.size() ? bells.get(number) : all.size();
        return all.subList(bells.get(number - 1), end);
    }

    /** Returns when all calls of the phase have been made, so that they end at the same moment. */
    private void awaitItsWave(ModelCall call) {
        int turn = call.key().turn();
        Stage.patiently()
                .until(() -> stage.agents.asked().stream()
                                .map(ModelCall::key)
                                .filter(key -> key.turn() == turn
                                        && wave(key.phase()) == wave(call.key().phase()))
                                .count()
                        == wave(call.key().phase()));
    }

    /** How many calls are made together with one of that phase. */
    private static int wave(Phase phase) {
        return switch (phase) {
            case POSITION -> 7;
            case DISAGREEMENTS -> 1;
            case REPLY -> 3;
            case MINUTES, ANALYSIS -> 2;
            case INTERVIEW, JUDGE, BRIEF, ENTAILMENT, BASELINE -> throw new AssertionError("No turn asks it");
        };
    }

    /** Lets a call end only when the workflow has dealt with the one before. */
    private final class OneByOne {

        private final Lock turnstile = new ReentrantLock(true);
        private int ended;

        void await(ModelCall call) {
            turnstile.lock();
            try {
                Stage.patiently().until(this::isDealtWith);
                ended++;
            } finally {
                turnstile.unlock();
            }
        }

        private boolean isDealtWith() {
            List<EventType> types = stage.history().getEvents().stream()
                    .map(HistoryEvent::getEventType)
                    .toList();
            int lastEnd = types.lastIndexOf(EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED);
            return types.stream()
                                    .filter(type -> type == EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED)
                                    .count()
                            == ended
                    && types.lastIndexOf(EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED) > lastEnd;
        }
    }

    private static boolean isOfATask(EventType type) {
        return switch (type) {
            case EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
                    EVENT_TYPE_WORKFLOW_TASK_STARTED,
                    EVENT_TYPE_WORKFLOW_TASK_COMPLETED -> true;
            default -> false;
        };
    }

    private static int bytes(List<HistoryEvent> events) {
        return events.stream().mapToInt(HistoryEvent::getSerializedSize).sum();
    }

    private static String report(List<HistoryEvent> events) {
        return events.size() + " events, " + bytes(events) + " bytes: "
                + events.stream()
                        .collect(Collectors.groupingBy(
                                HistoryEvent::getEventType,
                                TreeMap::new,
                                Collectors.summingInt(HistoryEvent::getSerializedSize)));
    }
}
