package io.synthforce.workflows.timeline;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.plan.Plan;
import io.synthforce.workflows.plan.SaidTasks;
import io.synthforce.workflows.plan.Saying;
import io.synthforce.workflows.plan.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every plan, whatever the agents say: two hundred plans of several turns made from seeds. */
class SchedulePropertiesTest {

    /** @param slots its schedule */
    record Made(long seed, Plan plan, List<Slot> slots) {

        static Made of(long seed) {
            Plan plan = Plans.random(seed);
            return new Made(seed, plan, Schedule.of(plan.open()));
        }

        Map<String, Slot> byId() {
            return slots.stream().collect(toMap(slot -> slot.task().id(), slot -> slot));
        }

        long end() {
            return slots.stream().mapToLong(Slot::end).max().orElse(0);
        }

        @Override
        public String toString() {
            return "plan " + seed;
        }
    }

    private static final List<Made> MADE =
            LongStream.rangeClosed(1, 200).mapToObj(Made::of).toList();

    static List<Made> made() {
        return MADE;
    }

    @ParameterizedTest
    @MethodSource("made")
    void everyOpenTaskIsScheduledForAllThatIsLeftOfIt(Made made) {
        assertThat(made.byId().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        made.plan().open().stream().map(Task::id).toList());
        assertThat(made.slots())
                .allSatisfy(slot -> assertThat(slot.end() - slot.start())
                        .isEqualTo(WorkingHours.tenths(slot.task().remainingHours()))
                        .isPositive());
    }

    @ParameterizedTest
    @MethodSource("made")
    void noTaskBeginsBeforeWhatItDependsOn(Made made) {
        Map<String, Slot> byId = made.byId();
        for (Slot slot : made.slots()) {
            for (String id : slot.task().dependsOn()) {
                if (byId.containsKey(id)) {
                    assertThat(slot.start()).isGreaterThanOrEqualTo(byId.get(id).end());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("made")
    void noTwoTasksOfOnePersonOverlap(Made made) {
        made.slots().stream()
                .collect(groupingBy(slot -> slot.task().seat()))
                .values()
                .forEach(own -> IntStream.range(1, own.size())
                        .forEach(i -> assertThat(own.get(i).start())
                                .isGreaterThanOrEqualTo(own.get(i - 1).end())));
    }

    @ParameterizedTest
    @MethodSource("made")
    void theCriticalTasksReachFromTheBeginningToTheEndWithoutAGap(Made made) {
        List<Slot> critical = made.slots().stream().filter(Slot::critical).toList();

        assertThat(critical).anyMatch(slot -> slot.start() == 0).anyMatch(slot -> slot.end() == made.end());
        assertThat(critical)
                .allSatisfy(slot -> assertThat(slot.end() == made.end()
                                || critical.stream().anyMatch(next -> next.start() == slot.end()))
                        .isTrue());
    }

    /** A task that is late by its slack moves the end by nothing, and by more than its slack by as much more. */
    @ParameterizedTest
    @MethodSource("made")
    void slackIsExactlyHowLongATaskCanBeLate(Made made) {
        for (Slot slot : made.slots()) {
            assertThat(slot.slack()).isNotNegative();
            assertThat(Delay.end(made.slots(), slot, slot.slack())).isEqualTo(made.end());
            assertThat(Delay.end(made.slots(), slot, slot.slack() + 1)).isEqualTo(made.end() + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("made")
    void nobodyWaitsWhileAnOpenTaskCouldBegin(Made made) {
        Map<String, Slot> byId = made.byId();
        for (Slot slot : made.slots()) {
            long ready = slot.task().dependsOn().stream()
                    .filter(byId::containsKey)
                    .mapToLong(id -> byId.get(id).end())
                    .max()
                    .orElse(0);
            boolean busyTillStart = made.slots().stream()
                    .anyMatch(other -> other.task().seat().equals(slot.task().seat()) && other.end() == slot.start());
            assertThat(slot.start() == ready || busyTillStart).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("made")
    void theOrderOfTheTasksDoesNotMatter(Made made) {
        List<Task> shuffled = new ArrayList<>(made.plan().open());
        Collections.shuffle(shuffled, new Random(made.seed()));

        assertThat(Schedule.of(shuffled)).isEqualTo(made.slots());
    }

    @ParameterizedTest
    @MethodSource("made")
    void theOrderOfTheSeatsDoesNotMatterForThePlan(Made made) {
        List<SaidTasks> said = Plans.turn(new Random(made.seed()), 9);

        assertThat(made.plan().after(9, said.reversed())).isEqualTo(made.plan().after(9, said));
    }

    /** Plans as agents might make them. */
    static final class Plans {

        private static final List<String> SEATS = List.of("ceo", "pm", "engineering_lead", "sales", "sales-2");
        private static final List<String> STATES = List.of("planned", "in_progress", "blocked", "done");

        private Plans() {}

        static Plan random(long seed) {
            Random random = new Random(seed);
            Plan plan = Plan.NONE.after(1, turn(random, 1));
            for (int turn = 2; turn <= 1 + random.nextInt(6); turn++) {
                plan = plan.after(turn, turn(random, turn));
            }
            return plan.after(8, List.of(Saying.by("ceo", Saying.task("Close the year"))));
        }

        static List<SaidTasks> turn(Random random, int turn) {
            return SEATS.stream()
                    .filter(_ -> random.nextInt(4) > 0)
                    .map(seat -> Saying.by(
                            seat,
                            IntStream.range(0, random.nextInt(6))
                                    .mapToObj(_ -> saying(random, turn))
                                    .toArray(Saying[]::new)))
                    .toList();
        }

        private static Saying saying(Random random, int turn) {
            return Saying.task("Task " + random.nextInt(4 * turn))
                    .hours(random.nextInt(400) / 10.0)
                    .priority(random.nextInt(12))
                    .state(STATES.get(random.nextInt(STATES.size())), random.nextInt(120))
                    .after(reference(random, turn), reference(random, turn));
        }

        private static String reference(Random random, int turn) {
            return random.nextBoolean()
                    ? "Task " + random.nextInt(4 * turn)
                    : SEATS.get(random.nextInt(SEATS.size())) + "_" + (1 + random.nextInt(4));
        }
    }

    /** The same schedule, every task in its order, with one of them late. */
    static final class Delay {

        private Delay() {}

        static long end(List<Slot> slots, Slot late, long by) {
            Map<String, Long> ends = new HashMap<>();
            Map<String, Long> free = new HashMap<>();
            for (Slot slot : slots) {
                long start = slot.task().dependsOn().stream()
                        .mapToLong(id -> ends.getOrDefault(id, 0L))
                        .reduce(free.getOrDefault(slot.task().seat(), 0L), Math::max);
                long end = start + (slot == late ? by : 0) + slot.end() - slot.start();
                ends.put(slot.task().id(), end);
                free.put(slot.task().seat(), end);
            }
            return ends.values().stream().mapToLong(Long::longValue).max().orElse(0);
        }
    }
}
