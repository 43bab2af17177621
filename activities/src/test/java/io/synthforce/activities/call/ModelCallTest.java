package io.synthforce.activities.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.synthforce.activities.groq.ModelChoice;
import io.synthforce.store.call.AttemptResult.State;
import io.synthforce.store.call.AttemptRow;
import io.synthforce.store.fixture.Branch;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.request.Injection;
import io.synthforce.workflows.change.DirectAgent;
import io.synthforce.workflows.change.SetContext;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.Stance;
import io.synthforce.workflows.turn.AgentActivities;
import io.synthforce.workflows.turn.CallClass;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.ModelCall;
import io.synthforce.workflows.turn.Phase;
import io.synthforce.workflows.turn.Turn;
import io.synthforce.workflows.world.Visibility;
import io.synthforce.workflows.world.Visibility.Scope;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelCallTest {

    private final TestStore store = new TestStore();
    private final Endpoint model = new Endpoint();
    private final TestWorker worker = new TestWorker(store, model, ModelChoice.of("some-model"));
    private final AgentActivities agents =
            worker.activities(AgentActivities.class, new AgentActivitiesImpl(worker.caller));
    private Story story;
    private Turn turn;

    @BeforeEach
    void takeATurn() {
        story = Story.ofPriceIncrease(store);
        turn = story.takeNext("{\"user_input\":\"What about our smallest customers?\"}");
    }

    @AfterEach
    void close() {
        worker.close();
        model.close();
        store.close();
    }

    @Test
    void aReplyBecomesAPositionAndIsBooked() {
        model.says(position(2));

        PositionTaken position = ask("ceo");

        assertThat(position.stances()).containsExactly(new Stance("price", 2));
        assertThat(position.confidence()).isEqualTo(70);
        assertThat(position.actions()).containsExactly("launch_campaign");
        assertThat(position.unlisted()).isEqualTo(1);
        assertThat(position.directedTo()).containsExactly("pm");
        assertThat(attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.state()).isEqualTo(State.RECORDED);
            assertThat(attempt.tokens().prompt()).isEqualTo(100);
            assertThat(attempt.tokens().completion()).isEqualTo(20);
        });
    }

    @Test
    void theRequestCarriesScenarioRoleLedgerInputAndAStrictSchema() {
        model.says(position(1));
        ask("ceo");

        var request = model.lastRequest();
        String system = request.at("/messages/0/content").asString();
        String user = request.at("/messages/1/content").asString();
        assertThat(system).startsWith("You are the Chief Executive Officer (seat ceo, role ceo)");
        assertThat(system).contains("assertiveness 0.8").contains("vision setting");
        assertThat(user).contains("A software company with 1000 customers", "- cash:", "- launch_campaign:");
        assertThat(user).contains("## Input from the user\nWhat about our smallest customers?");
        assertThat(request.at("/response_format/json_schema/strict").asBoolean())
                .isTrue();
        assertThat(request.at("/temperature").asDouble()).isEqualTo(0.7);
        assertThat(request.at("/seed").isIntegralNumber()).isTrue();
    }

    @Test
    void anInjectedEventIsToldToThoseWhoMayKnowOfIt() {
        story = Story.ofPriceIncrease(store);
        story.inject(new Injection(null, "A key customer hesitates", new Visibility(Scope.PRIVATE, "sales")));
        story.inject(new Injection(null, "The press calls", Visibility.INTERNAL));
        turn = story.takeNext();

        assertThat(told("sales")).contains("A key customer hesitates").contains("The press calls");
        assertThat(told("ceo")).doesNotContain("A key customer hesitates").contains("The press calls");
        model.says(Map.of("text", "Done", "decisions", List.of(), "open_questions", List.of(), "next_focus", "Rest"));
        agents.minutes(call(CallKey.COORDINATOR, Phase.MINUTES));
        assertThat(question()).doesNotContain("A key customer hesitates").contains("event: The press calls");
    }

    private String told(String seat) {
        model.says(position(1));
        ask(seat);
        return question();
    }

    private String question() {
        return model.lastRequest().at("/messages/1/content").asString();
    }

    @Test
    void openWorkIsShownInOneLineEach() {
        var build = Map.of(
                "name", "Build it", "effort_hours", 12, "percent_done", 50, "state", "in_progress", "priority", 7);
        var sell = Map.of("name", "Sell it", "effort_hours", 4, "depends_on", List.of("Build it"));
        story.project(turn, story.speak(turn, Map.of("tasks", List.of(build, sell))));
        turn = story.takeNext();
        model.says(position(1));

        ask("ceo");

        assertThat(model.lastRequest().at("/messages/1/content").asString()).contains("""
            ## Your open tasks
            - ceo_1: Build it (in_progress, 50 % of 12 h done, priority 7)
            - ceo_2: Sell it (planned, 0 % of 4 h done, priority 1, after ceo_1)

            ## Open tasks of others
            - pm_1: Build it
            - sales_1: Build it
            - pm_2: Sell it
            - sales_2: Sell it

            ## What is asked of you\
            """);
    }

    @Test
    void aRecordedReplyIsNeverAskedForAgain() {
        model.says(position(2));
        PositionTaken first = ask("ceo");

        assertThat(ask("ceo")).isEqualTo(first);
        assertThat(model.requests()).isEqualTo(1);
        assertThat(attempts()).hasSize(1);
    }

    @Test
    void anUnusableReplyIsAskedForOnceMoreWithItsErrors() {
        model.says(position(7)).says(position(1));

        assertThat(ask("ceo").stances()).containsExactly(new Stance("price", 1));

        model.lastRequest();
        var second = model.lastRequest();
        assertThat(second.at("/messages/2/content").asString()).contains("a stance is from -2 to 2, not 7");
        assertThat(attempts()).extracting(AttemptRow::state).containsExactlyInAnyOrder(State.UNUSABLE, State.RECORDED);
    }

    @Test
    void aReplyThatIsUnusableTwiceDegradesTheRoleAndStaysSo() {
        model.saysText("I would rather not.").saysText("No.");

        PositionTaken position = ask("ceo");

        assertThat(position.answer().given()).isFalse();
        assertThat(position.answer().reason()).startsWith("the answer was unusable twice");
        assertThat(ask("ceo")).isEqualTo(position);
        assertThat(model.requests()).isEqualTo(2);
    }

    @Test
    void aRateLimitIsAWaitThatCountsAsNoFault() {
        model.refuses(429, "rate_limit_exceeded", "retry-after", "17");

        ApplicationFailure failure = failureOf("ceo");

        assertThat(failure.getType()).isEqualTo("rate_limited");
        assertThat(failure.isNonRetryable()).isFalse();
        assertThat(failure.getNextRetryDelay()).isEqualTo(Duration.ofSeconds(17));
        assertThat(store.calls.faults(story.position(1, "ceo"))).isZero();
        assertThat(attempts())
                .singleElement()
                .satisfies(a ->
                        assertThat(a.retryAt()).isAfter(java.time.Instant.now().plusSeconds(10)));
        assertThat(store.calls.turnWaits(story.id, 1)).isTrue();
    }

    @Test
    void answersThatAreNoneAreTriedAgainUntilTheRoleIsDegraded() {
        for (int i = 0; i < 1 + TestWorker.RETRIES; i++) {
            model.answers(new MockResponse.Builder().body("<html>").build());
        }
        for (int i = 0; i < 1 + TestWorker.RETRIES; i++) {
            assertThat(failureOf("ceo").isNonRetryable()).isFalse();
        }

        assertThat(ask("ceo").answer().reason()).contains("no usable answer in 5 attempts");
        assertThat(model.requests()).isEqualTo(1 + TestWorker.RETRIES);
        assertThat(attempts()).hasSize(1 + TestWorker.RETRIES).allMatch(a -> a.state() == State.BROKEN);
    }

    @Test
    void aRefusedKeyDegradesTheRoleAtOnceAndItsReasonShowsNoKey() {
        model.refuses(401, "invalid_api_key");

        assertThat(ask("ceo").answer().reason()).contains("401").doesNotContain("gsk_");
    }

    @Test
    void aBrokenConnectionIsAFaultToComeBackFrom() {
        model.answers(new MockResponse.Builder()
                        .onResponseStart(new mockwebserver3.SocketEffect.CloseSocket())
                        .build())
                .says(position(1));

        assertThat(failureOf("ceo").isNonRetryable()).isFalse();
        assertThat(ask("ceo").answer().given()).isTrue();
        assertThat(attempts()).extracting(AttemptRow::state).containsExactlyInAnyOrder(State.BROKEN, State.RECORDED);
    }

    @Test
    void anAttemptOfALostProcessStaysUnknown() {
        story.begin(story.position(1, "ceo"));
        model.says(position(1));

        ask("ceo");

        assertThat(attempts()).extracting(AttemptRow::state).containsExactlyInAnyOrder(State.UNKNOWN, State.RECORDED);
    }

    @Test
    void aReplyToOtherInputsIsNotTakenForAnAnswer() {
        model.says(position(1));
        ask("ceo");
        store.jdbc.sql("update turns set inputs_hash = 'other'").update();

        ApplicationFailure failure = failureOf("ceo");

        assertThat(failure.getType()).isEqualTo("defect");
        assertThat(failure.getOriginalMessage()).contains("answered other inputs");
    }

    @Test
    void aDeletedSimulationEndsTheCall() {
        story.delete();

        assertThat(failureOf("ceo").getType()).isEqualTo("simulation_gone");
        assertThat(model.requests()).isZero();
    }

    @Test
    void whatABranchIsToldIsInNoPromptOfItsTrunkOrOfItsTwin() {
        UUID told = Branch.of(
                store,
                story.id,
                0,
                new SetContext(Map.of("secret", "Acme will buy us")),
                new DirectAgent(
                        "ceo", "You are a founder.", List.of("Sell to Acme"), Map.of("offer", "Acme"), null, null));
        UUID twin = Branch.of(store, story.id, 0);
        for (UUID branch : List.of(told, twin)) {
            Story.from(store, branch).takeNext("{\"user_input\":\"What about our smallest customers?\"}");
        }

        String secret = prompt(told);
        String trunks = prompt(story.id);

        assertThat(secret).contains("Acme will buy us", "Sell to Acme", "You are a founder.", "What you alone know");
        assertThat(trunks).doesNotContain("Acme").doesNotContain("founder");
        assertThat(prompt(twin)).as("to the byte").isEqualTo(trunks);
    }

    private String prompt(UUID simulation) {
        model.says(position(1));
        CallKey key = new CallKey(simulation, 1, "ceo", Phase.POSITION, 0);
        agents.position(new ModelCall(key, CallClass.NEXT, story.id.toString(), null));
        return model.lastRequest().at("/messages").toString();
    }

    private PositionTaken ask(String seat) {
        return agents.position(call(seat, Phase.POSITION));
    }

    private ModelCall call(String seat, Phase phase) {
        return new ModelCall(
                new CallKey(story.id, turn.number(), seat, phase, 0), CallClass.NEXT, story.id.toString(), null);
    }

    private ApplicationFailure failureOf(String seat) {
        ActivityFailure failure = catchThrowableOfType(ActivityFailure.class, () -> ask(seat));
        return (ApplicationFailure) failure.getCause();
    }

    private List<AttemptRow> attempts() {
        return store.calls.attempts(story.id, 1);
    }

    private static Map<String, ?> position(int stance) {
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("text", "We should go on, but watch the smallest accounts.");
        reply.put("stances", List.of(Map.of("issue", "price", "stance", stance)));
        reply.put("confidence", 0.7);
        reply.put("actions", List.of(Map.of("action", "launch_campaign", "reason", "It pays.")));
        reply.put("proposals", List.of("Call ten customers"));
        reply.put("directed_to", List.of("pm", "ceo"));
        reply.put("tasks", List.of());
        reply.put("facts", List.of());
        reply.put("commitments", List.of());
        reply.put("importance", 0.6);
        return reply;
    }
}
