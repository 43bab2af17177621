package io.synthforce.activities.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.synthforce.activities.groq.ModelChoice;
import io.synthforce.activities.standin.Booked;
import io.synthforce.activities.standin.Limit;
import io.synthforce.activities.standin.ModelList.Ability;
import io.synthforce.activities.standin.OddRefusal;
import io.synthforce.activities.standin.Plan;
import io.synthforce.embedded.groq.ChatRequest;
import io.synthforce.embedded.model.Script;
import io.synthforce.store.call.AttemptRow;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.workflows.turn.CallClass;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which model is asked, with which key and in which form, when the first choice is not to be had. */
class RoutesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @AutoClose
    private static TestStore store;

    @BeforeAll
    static void open() {
        store = new TestStore();
    }

    @Test
    void aKeyThatIsNotAcceptedIsNeverUsedAgainAndAnotherTakesOver() {
        try (var office = office(Plan.unlimited(), ModelChoice.of(Office.MODEL), "gsk_bad", "gsk_good")) {
            office.groq.revoke("gsk_bad");

            assertThat(office.seen("ceo")).isEqualTo("given");
            assertThat(office.seen("pm")).isEqualTo("given");
            assertThat(office.seen("sales")).isEqualTo("given");
            assertThat(keys(office)).containsExactly("gsk_bad", "gsk_good", "gsk_good", "gsk_good");
            assertThat(office.keys.disabled()).isEqualTo(1);
            assertThat(office.faults("ceo")).isZero();
        }
    }

    @Test
    void insideAWhatIfKeysThatAreAllRefusedAreWaitedForAndElsewhereTheRoleIsDegraded() {
        try (var office = office(Plan.unlimited(), ModelChoice.of(Office.MODEL), "gsk_bad")) {
            office.groq.revoke("gsk_bad");

            assertThat(office.failureOf("ceo", CallClass.WHAT_IF).getType()).isEqualTo("model_unavailable");
            assertThat(office.failureOf("ceo", CallClass.WHAT_IF).isNonRetryable())
                    .isFalse();
            assertThat(office.store.calls.waiting(office.story.id)).isPresent();
            assertThat(office.groq.books().size()).isEqualTo(1);

            assertThat(office.seen("pm")).isEqualTo("degraded");
            assertThat(office.recorded("pm").reason()).contains("401");
        }
    }

    @Test
    void aSpendLimitStopsItsOrganisationForGoodAndAnotherOnesKeyTakesOver() {
        try (var office = office(Plan.unlimited(), ModelChoice.of(Office.MODEL), "gsk_one", "gsk_two")) {
            office.groq.then(OddRefusal.SPEND_LIMIT);

            assertThat(office.seen("ceo")).isEqualTo("given");
            assertThat(office.seen("pm")).isEqualTo("given");
            assertThat(office.seen("sales")).isEqualTo("given");
            assertThat(keys(office)).containsExactly("gsk_one", "gsk_two", "gsk_two", "gsk_two");
            assertThat(office.faults("ceo")).isZero();
        }
    }

    @Test
    void whereEveryOrganisationHasSpentItsLimitNothingMoreIsAsked() {
        try (var office = office(Plan.unlimited(), ModelChoice.of(Office.MODEL, Office.SMALL), "gsk_one")) {
            office.groq.then(OddRefusal.BLOCKED_API_ACCESS);

            assertThat(office.failureOf("ceo", CallClass.WHAT_IF).getType()).isEqualTo("model_unavailable");
            office.later(Duration.ofHours(3));
            assertThat(office.failureOf("ceo", CallClass.WHAT_IF).getType()).isEqualTo("model_unavailable");
            assertThat(office.seen("pm")).isEqualTo("degraded");
            assertThat(office.recorded("pm").reason()).contains("spend limit");
            assertThat(office.groq.books().size()).isEqualTo(1);
        }
    }

    @Test
    void aModelThatOneOrganisationMayNotUseIsAskedWithTheKeyOfAnother() {
        try (var office = office(Plan.unlimited(), ModelChoice.of(Office.MODEL, Office.SMALL), "gsk_one", "gsk_two")) {
            office.groq.then(OddRefusal.MODEL_BLOCKED_FOR_ORGANISATION);

            assertThat(office.seen("ceo")).isEqualTo("given");
            assertThat(keys(office)).containsExactly("gsk_one", "gsk_two");
            assertThat(models(office)).containsOnly(Office.MODEL);

            office.groq.then(OddRefusal.MODEL_BLOCKED_FOR_PROJECT);
            assertThat(office.seen("pm")).isEqualTo("given");
            assertThat(keys(office))
                    .as("who may not is not asked again")
                    .element(2)
                    .isEqualTo("gsk_two");
            assertThat(office.recorded("pm").model())
                    .as("a fallback only where nobody may use it")
                    .isEqualTo(Office.SMALL);
            assertThat(office.failureOf("sales", CallClass.WHAT_IF).getType()).isEqualTo("model_unavailable");

            office.later(Duration.ofMinutes(6));
            assertThat(office.seen("sales")).isEqualTo("given");
            assertThat(office.recorded("sales").model())
                    .as("what is allowed again is used again")
                    .isEqualTo(Office.MODEL);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = OddRefusal.class,
            names = {"FLEX_FULL", "NO_CHOICES", "EMPTY_SUCCESS", "BAD_GATEWAY"})
    void whatIsTheModelsFailureOpensItsBreaker(OddRefusal failure) {
        try (var office = office(Plan.unlimited(), ModelChoice.of(Office.MODEL), "gsk_one")) {
            for (int i = 0; i < 3; i++) {
                office.groq.then(failure);
                assertThat(office.seen("ceo")).startsWith("waits ");
            }

            assertThat(office.seen("pm")).isEqualTo("waits model_unavailable");
            assertThat(office.groq.books().size()).isEqualTo(3);
        }
    }

    @Test
    void aLimitOfOneOrganisationSendsTheCallToAnotherAtOnce() {
        var plan = Plan.free().of(Map.of("gsk_one", "org_one", "gsk_two", "org_two"));
        try (var office = office(plan, ModelChoice.of(Office.MODEL), "gsk_one", "gsk_two")) {
            office.groq.preset("org_one", Office.MODEL, Limit.REQUESTS_PER_DAY, 0);

            assertThat(office.seen("ceo")).isEqualTo("given");
            assertThat(keys(office)).containsExactly("gsk_one", "gsk_two");
        }
    }

    @Test
    void keysOfOneOrganisationAreHeldBackTogetherOnceThatIsKnown() {
        var plan = Plan.free().of(Map.of("gsk_one", "org_same", "gsk_two", "org_same"));
        try (var office = office(plan, ModelChoice.of(Office.MODEL), "gsk_one", "gsk_two")) {
            office.groq.preset("org_same", Office.MODEL, Limit.REQUESTS_PER_DAY, 0);

            assertThat(office.seen("ceo")).isEqualTo("waits rate_limited");
            assertThat(keys(office)).containsExactly("gsk_one", "gsk_two");

            assertThat(office.seen("pm")).isEqualTo("waits rate_limited");
            assertThat(keys(office)).as("nothing more is sent").hasSize(2);
            assertThat(office.store.calls.waiting(office.story.id).orElseThrow().reason())
                    .isEqualTo("rate_limited");
            assertThat(office.attempts().getLast().reservedTokens()).isZero();
        }
    }

    @Test
    void aRetiredModelIsReplacedAsConfiguredAndBothNamesAreKept() {
        try (var office = office(Plan.unlimited(), ModelChoice.of(Office.MODEL, Office.SMALL), "gsk_one")) {
            assertThat(office.seen("pm")).isEqualTo("given");
            office.groq.models().retire(Office.MODEL);

            assertThat(office.seen("ceo")).isEqualTo("given");
            assertThat(office.recorded("ceo").model()).isEqualTo(Office.SMALL);
            assertThat(office.attempts())
                    .extracting(AttemptRow::model, AttemptRow::servedModel)
                    .contains(tuple(Office.MODEL, null), tuple(Office.SMALL, Office.SMALL));
            assertThat(office.attempts().getLast().systemFingerprint()).startsWith("fp_");

            office.ask("sales");
            assertThat(office.groq.books().last().request().model())
                    .as("the retired one is not asked each time")
                    .isEqualTo(Office.SMALL);
        }
    }

    @Test
    void insideAWhatIfARetiredModelIsWaitedForAndNeverReplaced() {
        try (var office = office(Plan.unlimited(), ModelChoice.of(Office.MODEL, Office.SMALL), "gsk_one")) {
            office.groq.models().retire(Office.MODEL);

            assertThat(office.failureOf("ceo", CallClass.WHAT_IF).getType()).isEqualTo("model_unavailable");
            assertThat(office.failureOf("ceo", CallClass.WHAT_IF).getNextRetryDelay())
                    .isGreaterThan(Duration.ofMinutes(1));

            assertThat(models(office)).containsOnly(Office.MODEL);
            assertThat(office.faults("ceo")).isZero();
            assertThat(office.store.calls.waiting(office.story.id).orElseThrow().reason())
                    .isEqualTo("model_unavailable");
        }
    }

    @Test
    void anOutageCostsTimeAndNotTheAttemptsOfTheCall() {
        try (var office = office(Plan.unlimited(), ModelChoice.of(Office.MODEL), "gsk_one")) {
            for (int i = 0; i < 3; i++) {
                office.groq.then(OddRefusal.OVER_CAPACITY);
                assertThat(office.seen("ceo")).isEqualTo("waits overloaded");
            }
            assertThat(office.seen("ceo")).isEqualTo("waits model_unavailable");
            assertThat(office.seen("pm")).isEqualTo("waits model_unavailable");
            assertThat(office.groq.books().size())
                    .as("nothing is sent meanwhile")
                    .isEqualTo(3);

            for (int i = 0; i < 6; i++) {
                office.later(Duration.ofMinutes(6));
                office.groq.then(OddRefusal.OVER_CAPACITY);
                assertThat(office.seen("ceo")).isEqualTo("waits overloaded");
                assertThat(office.seen("pm")).as("one tries for all").isEqualTo("waits model_unavailable");
            }
            office.later(Duration.ofMinutes(6));
            assertThat(office.seen("ceo")).isEqualTo("given");
            assertThat(office.seen("pm")).isEqualTo("given");
        }
    }

    @Test
    void anotherModelStandsInDuringAnOutageWhereThatIsConfigured() {
        try (var office = office(Plan.unlimited(), ModelChoice.of(Office.MODEL, Office.SMALL), "gsk_one")) {
            office.groq.then(OddRefusal.SERVER_ERROR, OddRefusal.SERVER_ERROR, OddRefusal.SERVER_ERROR);
            for (int i = 0; i < 3; i++) {
                office.failureOf("ceo");
            }

            assertThat(office.seen("ceo")).isEqualTo("given");
            assertThat(office.recorded("ceo").model()).isEqualTo(Office.SMALL);
            assertThat(office.failureOf("pm", CallClass.WHAT_IF).getType()).isEqualTo("model_unavailable");
        }
    }

    @Test
    void aRequestLargerThanTheLimitIsMadeSmallerOnceAndMarked() {
        try (var office = office(Plan.unlimited(), ModelChoice.of(Office.MODEL), "gsk_one")) {
            office.groq.then(OddRefusal.LARGER_THAN_THE_LIMIT);

            assertThat(office.seen("ceo")).isEqualTo("given");
            assertThat(office.groq.books().entries())
                    .extracting(entry -> entry.request().budget())
                    .containsExactly(2_048, 1_948);
            assertThat(office.attempts()).extracting(AttemptRow::shrunk).containsExactly(false, true);

            office.groq.then(OddRefusal.CONTEXT_LENGTH_EXCEEDED, OddRefusal.CONTEXT_LENGTH_EXCEEDED);
            assertThat(office.seen("pm")).isEqualTo("degraded");
            assertThat(office.groq.books().last().request().user())
                    .contains("[…shortened…]")
                    .contains("## What is asked of you\nTake your own position");
        }
    }

    @ParameterizedTest
    @EnumSource(Ability.class)
    void theFormIsFoundByAskingAndRemembered(Ability ability) {
        try (var office = office(Plan.unlimited(), ModelChoice.of("local-model"), "gsk_one")) {
            office.groq.models().offer("local-model", ability);
            office.groq.says(
                    request -> request.formatType().equals("json_schema") ? Script.content(request) : answer(request));

            assertThat(office.seen("ceo")).isEqualTo("given");
            assertThat(office.seen("pm")).isEqualTo("given");

            var forms = office.groq.books().entries().stream()
                    .map(entry -> entry.request().formatType())
                    .toList();
            assertThat(forms)
                    .isEqualTo(
                            switch (ability) {
                                case STRUCTURED_OUTPUTS -> List.of("json_schema", "json_schema");
                                case JSON_MODE -> List.of("json_schema", "json_object", "json_object");
                                case NOTHING -> List.of("json_schema", "json_object", "text", "text");
                            });
            assertThat(office.groq.books().last().request().system().contains("Its JSON schema:"))
                    .isEqualTo(ability != Ability.STRUCTURED_OUTPUTS);
            assertThat(office.faults("ceo")).isZero();
        }
    }

    private static String answer(ChatRequest request) {
        assertThat(request.system()).contains("\"stances\"");
        return """
            {"text": "We should go on.", "stances": [{"issue": "price", "stance": 1}], "confidence": 0.5,
             "actions": [], "proposals": [], "directed_to": [], "tasks": [], "facts": [], "commitments": [], "importance": 0.5}\
            """;
    }

    private static Office office(Plan plan, ModelChoice choice, String... keys) {
        return new Office(store, plan, choice, PATIENCE, keys);
    }

    private static List<String> keys(Office office) {
        return office.groq.books().entries().stream().map(Booked::key).toList();
    }

    private static List<String> models(Office office) {
        return office.groq.books().entries().stream()
                .map(entry -> entry.request().model())
                .toList();
    }
}
