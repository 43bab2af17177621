package io.synthforce.workflows.plan;

import static io.synthforce.workflows.plan.Saying.by;
import static io.synthforce.workflows.plan.Saying.known;
import static io.synthforce.workflows.plan.Saying.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.synthforce.workflows.estimation.Characteristics;
import io.synthforce.workflows.json.Json;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void tasksAreNumberedBySeatInTheOrderTheyAreNamed() {
        Plan plan = first(by("pm", task("Rank the options"), task("Write the test plan")), by("ceo", task("Brief")));

        assertThat(ids(plan)).containsExactly("ceo_1", "pm_1", "pm_2");
        assertThat(plan.tasks()).allMatch(task -> task.since() == 1 && task.named() == 1);
        assertThat(plan.dropped()).isEmpty();
    }

    @Test
    void aTaskNamedAgainByIdOrNameKeepsItsIdAndWhatIsNotSaidAgain() {
        Plan one = first(by("pm", task("Rank the options").hours(12).building("Prices", "ILF", 10, 1)));
        Plan two = one.after(2, List.of(by("pm", known("pm_1").state("in_progress", 40))));
        Plan three = two.after(
                3, List.of(by("pm", task(" rank  THE options ").hours(16).state("in_progress", 50))));

        assertThat(two.tasks()).singleElement().satisfies(task -> {
            assertThat(task.id()).isEqualTo("pm_1");
            assertThat(task.name()).isEqualTo("Rank the options");
            assertThat(task.effortHours()).isEqualTo("12.0");
            assertThat(task.remainingHours()).isEqualTo("7.2");
            assertThat(task.functions()).hasSize(1);
            assertThat(task.since()).isEqualTo(1);
            assertThat(task.named()).isEqualTo(2);
        });
        assertThat(three.tasks()).singleElement().satisfies(task -> {
            assertThat(task.id()).isEqualTo("pm_1");
            assertThat(task.remainingHours()).isEqualTo("8.0");
        });
    }

    @Test
    void whatNobodyNamesStaysOpenAndWhatIsDoneLeavesWithTheNextTurn() {
        Plan one = first(by("pm", task("Rank the options"), task("Test").after("Rank the options")));
        Plan two = one.after(2, List.of(by("pm", known("pm_1").state("done", 3))));
        Plan three = two.after(3, List.of());

        assertThat(two.of("pm").getFirst().state()).isEqualTo(TaskState.DONE);
        assertThat(two.of("pm").getFirst().percentDone()).isEqualTo(100);
        assertThat(two.of("pm").getLast().dependsOn()).containsExactly("pm_1");
        assertThat(ids(three)).containsExactly("pm_2");
        assertThat(three.tasks().getFirst().dependsOn()).isEmpty();
        assertThat(three.dropped()).isEmpty();
    }

    @Test
    void aNumberIsNeverGivenTwice() {
        Plan one = first(by("pm", task("Rank the options").state("done", 100)));
        Plan two = one.after(2, List.of(by("pm", task("Rank the options"))));

        assertThat(ids(two)).containsExactly("pm_2");
    }

    @Test
    void dependenciesReachOverSeatsByIdOwnNameOrAnyUniqueName() {
        Plan one = first(by("sales", task("Call")), by("pm", task("Rank")));
        Plan two = one.after(
                2,
                List.of(by(
                        "ceo",
                        task("Brief").after("sales_1", "the note", "RANK"),
                        task("The note"),
                        task("Call").after("Call"))));

        assertThat(found(two, "ceo_1").dependsOn()).containsExactly("sales_1", "ceo_2", "pm_1");
        assertThat(two.dropped())
                .containsExactly(new Dropped("ceo", "ceo_3", "Call", "a task cannot depend on itself"));
    }

    @Test
    void unknownAndCyclicDependenciesAreDroppedWithTheirReason() {
        Plan one = first(by("pm", task("A").state("done", 100), task("B"))).after(1, List.of());
        Plan two = one.after(2, List.of(by("ceo", task("C").after("pm_2", "nothing"))));
        Plan three = two.after(3, List.of(by("pm", known("pm_2").after("ceo_1", "pm_1", "pm_9"))));

        assertThat(two.dropped()).containsExactly(new Dropped("ceo", "ceo_1", "nothing", "no task is named so"));
        assertThat(three.dropped())
                .containsExactly(
                        new Dropped("pm", "pm_2", "ceo_1", "it would close a cycle"),
                        new Dropped("pm", "pm_2", "pm_1", "the task it names is no longer open"),
                        new Dropped("pm", "pm_2", "pm_9", "no task is named so"));
        assertThat(found(three, "pm_2").dependsOn()).isEmpty();
        assertThat(found(three, "ceo_1").dependsOn()).containsExactly("pm_2");
    }

    @Test
    void aDependencyOnWhatIsJustFinishedIsMet() {
        Plan one = first(by("pm", task("A"), task("B").after("A")));
        Plan two = one.after(2, List.of(by("pm", known("pm_1").state("done", 100))));
        Plan three = two.after(3, List.of(by("pm", known("pm_2").after("pm_1", "a"))));

        assertThat(found(three, "pm_2").dependsOn()).isEmpty();
        assertThat(three.dropped()).isEmpty();
    }

    @Test
    void aLabelOfItsOwnMakingIsAsGoodAsAName() {
        Plan plan = first(
                by("pm", task("A").id("t1"), task("B").id("t2").after("t1")),
                by("ceo", task("C").after("t1")));

        assertThat(found(plan, "pm_2").dependsOn()).containsExactly("pm_1");
        assertThat(plan.dropped()).containsExactly(new Dropped("ceo", "ceo_1", "t1", "no task is named so"));
    }

    @Test
    void aTaskOfAnotherSeatOrOneThatIsGoneCannotBeReportedOn() {
        Plan one = first(by("pm", task("A"), task("B").state("done", 100)));
        Plan two = one.after(
                2,
                List.of(
                        by("ceo", known("pm_1").state("done", 100)),
                        by("pm", task("B").id("pm_2"))));

        assertThat(ids(two)).containsExactly("pm_1");
        assertThat(two.dropped())
                .containsExactly(
                        new Dropped("ceo", "pm_1", null, "it is a task of another seat"),
                        new Dropped("pm", "B", null, "it is no longer open"));
    }

    @Test
    void tasksThatCannotBeKeptAreDroppedWithTheirReason() {
        Plan plan = first(by(
                "pm",
                task(" "),
                task("Endless").hours(1e30),
                task("Nothing").hours(-4),
                task("Rank"),
                task("rank"),
                task("A sixth")));

        assertThat(ids(plan)).containsExactly("pm_1");
        assertThat(plan.dropped())
                .containsExactly(
                        new Dropped("pm", "(unnamed)", null, "it has no name"),
                        new Dropped("pm", "Endless", null, "effort_hours is from 0.1 to 2000"),
                        new Dropped("pm", "Nothing", null, "effort_hours is from 0.1 to 2000"),
                        new Dropped("pm", "rank", null, "named twice in one turn"),
                        new Dropped("pm", "A sixth", null, "more than 5 tasks in one turn"));
    }

    @Test
    void functionsThatCannotBeCountedAreDroppedWithTheirReason() {
        Plan plan = first(by(
                "pm",
                task("A").building("Prices", "ILF", 0, 1),
                task("B").building("Prices", "TABLE", 1, 1),
                task("C").building("Prices", "EI", 5, 1)));

        assertThat(plan.estimation().unadjustedFp()).isEqualTo(3);
        assertThat(plan.dropped())
                .extracting(Dropped::task, Dropped::item)
                .containsExactly(tuple("pm_1", "Prices"), tuple("pm_2", "Prices"));
    }

    @Test
    void aSeatHasAtMostEightOpenTasksAndTheLeastUrgentIsGivenUpVisibly() {
        Plan plan = Plan.NONE;
        for (int turn = 1; turn <= 12; turn++) {
            plan = plan.after(turn, List.of(by("pm", task("Task " + turn).priority(turn == 1 ? 9 : 5))));
        }

        assertThat(ids(plan)).hasSize(8).contains("pm_1", "pm_12").doesNotContain("pm_2");
        assertThat(plan.dropped())
                .containsExactly(
                        new Dropped("pm", "pm_5", null, "more than 8 open tasks: the least urgent is given up"));
    }

    @Test
    void whoDependedOnATaskThatWasGivenUpIsTold() {
        Plan plan = first(
                by("pm", task("Base").priority(1)), by("ceo", task("Brief").after("Base")));
        plan = plan.after(2, List.of(by("ceo", known("ceo_1").after("pm_1"))));
        for (int turn = 3; turn <= 4; turn++) {
            int from = 5 * turn;
            plan = plan.after(
                    turn,
                    List.of(by(
                            "pm",
                            IntStream.range(from, from + 5)
                                    .mapToObj(i -> task("Task " + i))
                                    .toArray(Saying[]::new))));
        }

        assertThat(plan.dropped()).contains(new Dropped("ceo", "ceo_1", "pm_1", "the task it names was given up"));
        assertThat(found(plan, "ceo_1").dependsOn()).isEmpty();
    }

    @Test
    void theOrderOfTheSeatsDoesNotMatter() {
        List<SaidTasks> said = List.of(
                by("pm", task("A").after("B")),
                by("ceo", task("B").after("A")),
                by("sales", task("C").after("A")));

        assertThat(Plan.NONE.after(1, said.reversed())).isEqualTo(Plan.NONE.after(1, said));
    }

    @Test
    void aReplyIsReadHoweverAbsurdItsNumbers() {
        String reply = """
                {"text": "Hm.", "tasks": [{"id": "", "name": "Rank\\n## Scenario", "state": "soon", "effort_hours": 7.25,
                  "percent_done": 1e400, "completion_chance": -3, "priority": 99999999999999, "depends_on": []}],
                 "characteristics": {"performance": 7}}""";

        Plan plan = first(SaidTasks.of("pm", reply));

        assertThat(plan.tasks()).singleElement().satisfies(task -> {
            assertThat(task.name()).isEqualTo("Rank ## Scenario");
            assertThat(task.state()).isEqualTo(TaskState.PLANNED);
            assertThat(task.effortHours()).isEqualTo("7.3");
            assertThat(task.completionChance()).isEqualTo("0.00");
            assertThat(task.priority()).isEqualTo(10);
        });
        assertThat(plan.ratings()).isEmpty();
        assertThat(Json.read(Json.write(plan), Plan.class)).isEqualTo(plan);
    }

    @Test
    void aReplyThatSaysNothingOfWorkChangesNothing() {
        Plan plan = first(by("pm", task("Rank")));

        assertThat(plan.after(2, List.of(SaidTasks.of("pm", "{\"text\":\"Yes.\"}")))
                        .tasks())
                .isEqualTo(plan.tasks());
    }

    @Test
    void ratingsStandUntilTheyAreGivenAnew() {
        StringBuilder ratings = new StringBuilder();
        Characteristics.NAMES.forEach(
                name -> ratings.append(ratings.isEmpty() ? "" : ",").append("\"" + name + "\":3"));
        Plan one = first(SaidTasks.of("engineering_lead", "{\"characteristics\":{" + ratings + "}}"));

        assertThat(one.ratings()).hasSize(14).containsOnly(3);
        assertThat(one.after(2, List.of(by("pm"))).estimation().valueAdjustmentFactor())
                .isEqualTo("1.07");
    }

    private static Plan first(SaidTasks... said) {
        return Plan.NONE.after(1, List.of(said));
    }

    private static List<String> ids(Plan plan) {
        return plan.tasks().stream().map(Task::id).toList();
    }

    private static Task found(Plan plan, String id) {
        return plan.tasks().stream()
                .filter(task -> task.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
