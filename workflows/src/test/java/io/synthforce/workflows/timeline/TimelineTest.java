package io.synthforce.workflows.timeline;

import static io.synthforce.workflows.plan.Saying.by;
import static io.synthforce.workflows.plan.Saying.known;
import static io.synthforce.workflows.plan.Saying.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.plan.Plan;
import io.synthforce.workflows.plan.SaidTasks;
import io.synthforce.workflows.timeline.Timeline.ScheduledTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Schedules worked out by hand. Friday is 1 January 2027. */
class TimelineTest {

    private static final LocalDate FRIDAY = LocalDate.of(2027, 1, 1);

    @Test
    void theWholeLongestChainIsCriticalAndTheOthersHaveSlack() {
        Timeline timeline = timeline(
                by("pm", task("A").hours(8)),
                by("engineering_lead", task("B").hours(20).after("A")),
                by("sales", task("C").hours(4).after("B")),
                by("support", task("D").hours(6)));

        assertThat(timeline.criticalPath()).containsExactly("pm_1", "engineering_lead_1", "sales_1");
        assertThat(timeline.slackDays().get("pm_1")).isEqualByComparingTo("0");
        assertThat(timeline.slackDays().get("engineering_lead_1")).isEqualByComparingTo("0");
        assertThat(timeline.slackDays().get("sales_1")).isEqualByComparingTo("0");
        assertThat(timeline.slackDays().get("support_1")).isEqualByComparingTo("3.25");
        assertThat(timeline.totalDurationDays()).isEqualTo(4);
    }

    @Test
    void workRestsAtTheWeekendAndAtNight() {
        Timeline timeline =
                timeline(by("pm", task("A").hours(12)), by("ceo", task("B").hours(8)));

        assertThat(timeline.projectStartDate()).isEqualTo("2027-01-01T09:00:00Z");
        assertThat(found(timeline, "pm_1").endDate()).isEqualTo("2027-01-04T13:00:00Z");
        assertThat(found(timeline, "pm_1").durationDays()).isEqualTo("1.5");
        assertThat(found(timeline, "ceo_1").endDate()).isEqualTo("2027-01-01T17:00:00Z");
        assertThat(timeline.projectEndDate()).isEqualTo("2027-01-04T13:00:00Z");
        assertThat(timeline.totalDurationDays()).isEqualTo(2);
    }

    @Test
    void aTurnOnAWeekendBeginsOnMonday() {
        Plan plan = Plan.NONE.after(1, List.of(by("pm", task("A").hours(0.1))));

        for (int day = 1; day <= 2; day++) {
            Timeline timeline = Timeline.of(plan, FRIDAY.plusDays(day)).orElseThrow();
            assertThat(timeline.projectStartDate()).isEqualTo("2027-01-04T09:00:00Z");
            assertThat(timeline.projectEndDate()).isEqualTo("2027-01-04T09:06:00Z");
        }
    }

    @Test
    void onePersonDoesOneTaskAtATimeTheMostUrgentFirst() {
        Timeline timeline = timeline(
                by("pm", task("A").hours(8).priority(3), task("B").hours(8).priority(7)));

        assertThat(begin(timeline, "pm_2")).isEqualTo("2027-01-01T09:00:00Z");
        assertThat(begin(timeline, "pm_1")).isEqualTo("2027-01-04T09:00:00Z");
        assertThat(timeline.criticalPath()).containsExactly("pm_2", "pm_1");
    }

    @Test
    void nobodyWaitsWhileThereIsSomethingToDo() {
        Timeline timeline = timeline(
                by("ceo", task("Decide").hours(16)),
                by(
                        "pm",
                        task("Announce").hours(4).priority(10).after("Decide"),
                        task("Tidy").hours(8).priority(1)));

        assertThat(begin(timeline, "pm_2")).isEqualTo("2027-01-01T09:00:00Z");
        assertThat(begin(timeline, "pm_1")).isEqualTo("2027-01-05T09:00:00Z");
        assertThat(timeline.criticalPath()).containsExactly("ceo_1", "pm_1");
        assertThat(timeline.slackDays().get("pm_2")).isEqualByComparingTo("1");
    }

    @Test
    void onlyWhatIsLeftIsScheduledAndWhatIsUnderWayGoesFirst() {
        Plan plan = Plan.NONE.after(
                1,
                List.of(by(
                        "pm",
                        task("A").priority(9),
                        task("B").hours(10),
                        task("C").priority(10))));
        plan = plan.after(
                2,
                List.of(by(
                        "pm",
                        known("pm_2").state("in_progress", 50),
                        known("pm_3").state("done", 100).hours(8))));

        Timeline timeline = Timeline.of(plan, FRIDAY).orElseThrow();

        assertThat(timeline.tasks().stream().map(ScheduledTask::taskId)).containsExactly("pm_2", "pm_1");
        assertThat(found(timeline, "pm_2").endDate()).isEqualTo("2027-01-01T14:00:00Z");
        assertThat(found(timeline, "pm_2").completionPercentage()).isEqualTo(50);
        assertThat(found(timeline, "pm_2").status()).isEqualTo("in_progress");
        assertThat(found(timeline, "pm_2").effortHours()).isEqualTo("10.0");
    }

    @Test
    void milestonesAreSharedDaysUrgentTasksAndTheEnd() {
        Timeline timeline = timeline(
                by("ceo", task("A").hours(4)),
                by(
                        "pm",
                        task("B").hours(8),
                        task("C").hours(8).priority(2),
                        task("D").hours(8).priority(1)),
                by("sales", task("E").hours(12).priority(8)));

        assertThat(timeline.milestones())
                .containsExactly(
                        new Milestone("2 tasks done", Instant.parse("2027-01-01T17:00:00Z"), List.of("ceo_1", "pm_1")),
                        new Milestone(
                                "2 tasks done", Instant.parse("2027-01-04T17:00:00Z"), List.of("sales_1", "pm_2")),
                        new Milestone("All planned work done", Instant.parse("2027-01-05T17:00:00Z"), List.of("pm_3")));
    }

    @Test
    void withoutOpenWorkThereIsNoTimeline() {
        assertThat(Timeline.of(Plan.NONE, FRIDAY)).isEmpty();
        assertThat(Timeline.of(Plan.NONE.after(1, List.of(by("pm", task("A").state("done", 1)))), FRIDAY))
                .isEmpty();
    }

    @Test
    void aTimelineSurvivesTheStore() {
        Timeline timeline = timeline(by("pm", task("A"), task("B").after("A")));

        assertThat(Json.read(Json.write(timeline), Timeline.class)).isEqualTo(timeline);
    }

    private static Timeline timeline(SaidTasks... said) {
        return Timeline.of(Plan.NONE.after(1, List.of(said)), FRIDAY).orElseThrow();
    }

    private static ScheduledTask found(Timeline timeline, String id) {
        return timeline.task(id).orElseThrow();
    }

    private static Instant begin(Timeline timeline, String id) {
        return found(timeline, id).startDate();
    }
}
