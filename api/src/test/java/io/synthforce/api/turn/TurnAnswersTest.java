package io.synthforce.api.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.store.call.RecordedCall;
import io.synthforce.store.fixture.Scenarios;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.workflows.journal.Answer;
import io.synthforce.workflows.journal.Disagreement;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.ActionRejected;
import io.synthforce.workflows.journal.SimulationEvent.ActionRejected.Rejection;
import io.synthforce.workflows.journal.SimulationEvent.DisagreementsNamed;
import io.synthforce.workflows.journal.SimulationEvent.IssueDecided;
import io.synthforce.workflows.journal.SimulationEvent.MinutesTaken;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.journal.SimulationEvent.TurnClosed;
import io.synthforce.workflows.journal.SimulationEvent.TurnOpened;
import io.synthforce.workflows.journal.Stance;
import io.synthforce.workflows.scenario.DecisionRule;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Phase;
import io.synthforce.workflows.turn.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TurnAnswersTest {

    @AutoClose
    private static final TestStore store = new TestStore();

    private final Scenario scenario = Scenarios.priceIncrease();
    private final Story story = Story.of(store, scenario);
    private final Turn turn = story.takeNext("{\"user_input\":\"What now?\"}");
    private final List<SimulationEvent> events = new ArrayList<>();

    @Test
    void what_an_agent_said_is_told_in_full_and_its_last_word_counts() {
        open();
        position(
                "ceo",
                Map.of(
                        "text", "## I am **for** it: engineering_lead agrees, see https://x.y/z",
                        "proposals", List.of("Ask five customers", "Call the bank"),
                        "tasks",
                                List.of(Map.of(
                                        "name",
                                        "x".repeat(60),
                                        "description",
                                        "Write to everyone",
                                        "effort_hours",
                                        6.5,
                                        "completion_chance",
                                        0.8,
                                        "priority",
                                        12,
                                        "depends_on",
                                        List.of("Decide")))),
                List.of("launch_campaign"));
        reply("ceo", Map.of("text", "On reflection *no*."), List.of("freeze_spending"));

        AgentResponse ceo = answer().agentResponses().getFirst();

        assertThat(ceo.agentRole()).isEqualTo("ceo");
        assertThat(ceo.response()).isEqualTo("I am for it: engineering_lead agrees, see https://x.y/z");
        assertThat(ceo.reply()).isEqualTo("On reflection no.");
        assertThat(ceo.actionsProposed()).containsExactly("Freeze spending", "Ask five customers", "Call the bank");
        assertThat(ceo.confidence()).isEqualTo(0.3);
        assertThat(ceo.directedTo()).containsExactly("pm", "sales");
        assertThat(ceo.stances()).containsExactly(new AgentResponse.StanceShift("price", 2, -1));
        assertThat(ceo.taskDistribution()).singleElement().satisfies(task -> {
            assertThat(task.taskName()).hasSize(50);
            assertThat(task.estimatedEffortHours()).isEqualTo("6.5");
            assertThat(task.completionChance()).isEqualTo("0.80");
            assertThat(task.priority()).isEqualTo(10);
            assertThat(task.dependencies()).isEmpty();
            assertThat(task.taskId()).isEqualTo("ceo_1");
            assertThat(task.functionPoints()).isNull();
        });
        assertThat(ceo.status()).isEqualTo("ok");
        assertThat(ceo.model().notice()).isEqualTo("SCRIPTED: no model was asked");
    }

    @Test
    void work_is_planned_sized_and_measured() {
        open();
        position(
                "ceo",
                Map.of("text", "Yes.", "tasks", List.of(task("Decide", 8, List.of()))),
                List.of("launch_campaign"));
        position(
                "pm",
                Map.of("text", "Yes.", "tasks", List.of(task("Plan", 12, List.of("ceo_1", "Nothing")))),
                List.of());

        TurnAnswer answer = answer();

        TimelineAnswer timeline = Objects.requireNonNull(answer.projectTimeline());
        assertThat(timeline.criticalPath()).containsExactly("ceo_1", "pm_1");
        assertThat(timeline.projectStartDate()).isEqualTo("2027-01-04T09:00:00Z");
        assertThat(timeline.projectEndDate()).isEqualTo("2027-01-06T13:00:00Z");
        assertThat(timeline.milestones())
                .containsExactly(new TimelineAnswer.MilestoneAnswer(
                        "All planned work done", "2027-01-06T13:00:00+00:00", List.of("pm_1")));
        assertThat(Objects.requireNonNull(answer.functionPointEstimation()).unadjustedFp())
                .isEqualTo(2 * 10);
        assertThat(answer.tasksDropped())
                .containsExactly(new TurnAnswer.DroppedAnswer("pm", "pm_1", "Nothing", "no task is named so"));
        AgentResponse pm = answer.agentResponses().getLast();
        assertThat(Objects.requireNonNull(pm.metrics()).responseTimeMs()).isEqualTo(420);
        assertThat(pm.metrics().qualityScore()).isEqualTo("0.50");
        assertThat(pm.taskDistribution().getFirst().schedule())
                .extracting(schedule -> Objects.requireNonNull(schedule).startDate())
                .isEqualTo(Instant.parse("2027-01-05T09:00:00Z"));
    }

    private static Map<String, Object> task(String name, int hours, List<String> dependsOn) {
        return Map.of(
                "name", name,
                "effort_hours", hours,
                "priority", 5,
                "depends_on", dependsOn,
                "functions", List.of(Map.of("name", name + " file", "type", "ILF", "data_elements", 20, "files", 2)));
    }

    @Test
    void without_tasks_there_is_no_timeline_and_nothing_is_counted() {
        open();
        position("ceo", Map.of("text", "Yes."), List.of());

        TurnAnswer answer = answer();

        assertThat(answer.projectTimeline()).isNull();
        assertThat(Objects.requireNonNull(answer.functionPointEstimation()).totalFunctionPoints())
                .isZero();
        assertThat(answer.functionPointEstimation().basis()).isEqualTo("agents' estimates");
    }

    @Test
    void tokens_are_those_the_provider_counted() {
        open();
        position("ceo", Map.of("text", "Yes."), List.of());
        reply("ceo", Map.of("text", "Still yes."), List.of());

        TurnAnswer answer = answer();

        assertThat(answer.agentResponses().getFirst().tokenUsage())
                .containsEntry("prompt_tokens", 1800)
                .containsEntry("completion_tokens", 400)
                .containsEntry("total_tokens", 2200);
        assertThat(answer.totalTokens()).isEqualTo(2200);
    }

    @Test
    void a_role_that_could_not_be_heard_is_shown_as_such_and_given_no_words() {
        open();
        position("ceo", Map.of("text", "Yes."), List.of());
        CallKey key = story.position(1, "pm");
        store.calls.giveUp(Story.degraded(story.begin(key), key));
        events.add(PositionTaken.degraded("pm", "the provider refused it"));

        AgentResponse pm = answer().agentResponses().get(1);

        assertThat(pm.status()).isEqualTo("degraded");
        assertThat(pm.degradedReason()).isEqualTo("the provider refused it");
        assertThat(pm.response()).isEmpty();
        assertThat(pm.confidence()).isZero();
        assertThat(pm.tokenUsage()).isEmpty();
        assertThat(pm.metrics()).isNull();
        assertThat(pm.taskDistribution()).isEmpty();
    }

    @Test
    void without_minutes_the_summary_is_empty_and_says_why() {
        open();
        position("ceo", Map.of("text", "Yes."), List.of("launch_campaign"));

        TurnAnswer answer = answer();

        assertThat(answer.coordinatorSummary()).isEmpty();
        assertThat(answer.minutesStatus()).isEqualTo("degraded");
        assertThat(answer.minutesDegradedReason()).isEqualTo("nobody wrote them");
        assertThat(answer.nextSuggestedAction()).isEqualTo("Consider: Launch a marketing campaign");
    }

    @Test
    void the_first_action_of_the_turn_is_suggested_next() {
        open();
        position("ceo", Map.of("text", "Yes."), List.of());
        position("pm", Map.of("text", "Yes."), List.of("launch_campaign"));
        minutes("Settle the price.");

        assertThat(answer().nextSuggestedAction()).isEqualTo("Consider: Launch a marketing campaign");
    }

    @Test
    void where_nobody_proposed_anything_it_is_what_the_minutes_turn_to() {
        open();
        position("ceo", Map.of("text", "Yes."), List.of());
        minutes("Settle the price.");

        assertThat(answer().nextSuggestedAction()).isEqualTo("Consider: Settle the price.");
    }

    @Test
    void what_happened_in_the_world_has_names() {
        open();
        position("ceo", Map.of("text", "Yes."), List.of());
        events.add(new IssueDecided("price", "Raise", DecisionRule.MAJORITY, 2, 1));
        events.add(new ActionRejected("freeze_spending", List.of("pm"), Rejection.NO_AUTHORITY));

        WorldAnswer world = answer().world();

        assertThat(world.date()).isEqualTo("2027-01-04");
        assertThat(world.ledger())
                .extracting(WorldAnswer.Line::name)
                .containsExactly("Cash", "Customers", "Team morale");
        assertThat(world.decisions())
                .containsExactly(
                        new WorldAnswer.Decision("price", "Raise prices by ten per cent?", "Raise", "majority", 2, 1));
        assertThat(world.actions())
                .containsExactly(new WorldAnswer.Action(
                        "freeze_spending",
                        "Freeze spending: saves cash next turn and costs morale at once",
                        false,
                        "no_authority",
                        List.of("pm"),
                        null));
    }

    @Test
    void disagreements_name_seats_and_the_question_between_them() {
        open();
        position("ceo", Map.of("text", "Yes."), List.of());
        call(
                new CallKey(story.id, 1, CallKey.COORDINATOR, Phase.DISAGREEMENTS, 1),
                Map.of("disagreements", List.of(Map.of("issue", "price", "question", "Is now the time?"))));
        events.add(new DisagreementsNamed(
                1, Answer.ok("hash"), List.of(new Disagreement("d1", "price", List.of("ceo", "pm"), List.of("pm")))));

        assertThat(answer().disagreements())
                .containsExactly(new TurnAnswer.DisagreementAnswer(
                        "d1", 1, "price", "Is now the time?", List.of("ceo", "pm"), List.of("pm")));
    }

    private void open() {
        events.add(new TurnOpened(1, turn.inputs(), List.of("ceo", "pm", "sales")));
    }

    private void position(String seat, Map<String, Object> reply, List<String> actions) {
        Map<String, Object> whole = new LinkedHashMap<>(reply);
        whole.putIfAbsent("proposals", List.of());
        RecordedCall call = call(story.position(1, seat), whole);
        events.add(new PositionTaken(
                seat,
                Answer.ok(String.valueOf(call.contentHash())),
                List.of(new Stance("price", 2)),
                80,
                actions,
                0,
                List.of("pm")));
    }

    private void reply(String seat, Map<String, Object> reply, List<String> actions) {
        RecordedCall call = call(new CallKey(story.id, 1, seat, Phase.REPLY, 1), reply);
        events.add(new ReplyGiven(
                seat,
                1,
                "d1",
                Answer.ok(String.valueOf(call.contentHash())),
                List.of(new Stance("price", -1)),
                30,
                actions,
                List.of("pm", "sales"),
                true));
    }

    private void minutes(String nextFocus) {
        call(
                new CallKey(story.id, 1, CallKey.COORDINATOR, Phase.MINUTES, 0),
                Map.of("text", "They met.", "next_focus", nextFocus));
    }

    private RecordedCall call(CallKey key, Map<String, Object> reply) {
        return story.record(story.begin(key), key, reply);
    }

    private TurnAnswer answer() {
        events.add(new MinutesTaken(Answer.degraded("nobody wrote them")));
        events.add(new TurnClosed(1));
        story.project(turn, events);
        return new PlayedTurns(
                        store.simulations,
                        store.turns,
                        store.journal,
                        store.snapshots,
                        store.calls,
                        store.plans,
                        store.evidences)
                .find(story.row(), 1)
                .orElseThrow();
    }
}
