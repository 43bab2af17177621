package io.synthforce.activities.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.synthforce.activities.standin.Misbehaviour;
import io.synthforce.activities.standin.OddContent;
import io.synthforce.activities.standin.OddGeneration;
import io.synthforce.activities.standin.OddRefusal;
import io.synthforce.activities.standin.Plan;
import io.synthforce.store.call.AttemptResult.State;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.workflows.turn.CallClass;
import java.time.Duration;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One request a minute: what follows on an answer has to wait, so the activity fails and is made again with nothing but
 * the rows to go by, as after the death of its process.
 */
class ResumedCallsTest {

    @AutoClose
    private static TestStore store;

    @AutoClose
    private Office office;

    @BeforeAll
    static void open() {
        store = new TestStore();
    }

    @BeforeEach
    void start() {
        office = Office.of(store, Plan.unlimited(), "rpm=1");
    }

    @Test
    void theErrorsOfAnAnswerAreToldAfterTheWait() {
        meetAndWait(OddContent.MISSING_KEY);

        assertThat(office.seen("ceo")).isEqualTo("given");
        assertThat(office.groq.books().last().request().user()).contains("Your last answer could not be used: ");
        assertThat(sent()).containsExactly(tuple(State.UNUSABLE, 0, false), tuple(State.RECORDED, 1, false));
    }

    @Test
    void whoRanOutOfTokensGetsTwiceAsManyAfterTheWait() {
        meetAndWait(OddGeneration.OUT_OF_TOKENS);
        assertThat(office.seen("ceo")).isEqualTo("given");

        office.later(Duration.ofMinutes(2));
        meetAndWait("pm", OddContent.REASONING_ATE_THE_BUDGET);
        assertThat(office.seen("pm")).isEqualTo("given");

        assertThat(office.groq.books().entries())
                .extracting(entry -> entry.request().budget())
                .containsExactly(2_048, 4_096, 2_048, 4_096);
    }

    @Test
    void whatWasTooLargeIsSmallerAfterTheWaitAndOnlyOnce() {
        meetAndWait(OddRefusal.LARGER_THAN_THE_LIMIT);
        office.groq.then(OddRefusal.LARGER_THAN_THE_LIMIT);

        assertThat(office.seen("ceo")).isEqualTo("degraded");
        assertThat(office.groq.books().entries())
                .extracting(entry -> entry.request().budget())
                .containsExactly(2_048, 1_948);
        assertThat(office.recorded("ceo").reason()).isEqualTo("the provider refused the call (413 too_large)");
    }

    @Test
    void aTierThatWasFullIsNotAskedAgainAfterTheWait() {
        office.ask("pm");
        office.groq.then(OddRefusal.FLEX_FULL);
        assertThat(office.failureOf("ceo", CallClass.WHAT_IF).getType()).isEqualTo("rate_limited");
        office.later(Duration.ofMinutes(2));
        office.ask("ceo", CallClass.WHAT_IF);

        assertThat(office.groq.books().entries())
                .extracting(entry -> entry.request().body().path("service_tier").asString(null))
                .containsExactly(null, "flex", "on_demand");
    }

    @Test
    void anAnswerThatIsUnusableTwiceIsGivenUpHoweverLongTheWaitBetween() {
        meetAndWait(OddContent.REFUSAL_PROSE);
        office.groq.then(OddContent.REFUSAL_PROSE);

        assertThat(office.seen("ceo")).isEqualTo("degraded");
        assertThat(office.recorded("ceo").reason()).startsWith("the answer was unusable twice: ");
        assertThat(office.groq.books().size()).isEqualTo(2);
    }

    @Test
    void aFaultBetweenTakesNothingBack() {
        meetAndWait(OddContent.MISSING_KEY);
        office.groq.then(OddRefusal.SERVER_ERROR);
        assertThat(office.seen("ceo")).isEqualTo("waits overloaded");
        office.later(Duration.ofMinutes(2));

        assertThat(office.seen("ceo")).isEqualTo("given");
        assertThat(office.groq.books().last().request().user()).contains("Your last answer could not be used: ");
    }

    @ParameterizedTest
    @EnumSource(
            value = OddContent.class,
            names = {"MISSING_KEY", "WRONG_TYPES", "REASONING_ATE_THE_BUDGET", "TRUNCATED_IN_A_STRING", "REFUSAL_PROSE"
            })
    void aFreePlanMendsWhatCannotBeUsedAsAnyOther(OddContent useless) {
        try (var free = Office.of(store, Plan.free(), null)) {
            for (var seat : List.of("ceo", "pm", "sales")) {
                free.groq.then(useless);
                var seen = free.seen(seat);
                for (int waits = 0; waits < 9 && seen.startsWith("waits "); waits++) {
                    free.later(Duration.ofSeconds(30));
                    seen = free.seen(seat);
                }
                assertThat(seen).isEqualTo("given");
                assertThat(free.faults(seat)).isEqualTo(1);
                assertThat(free.groq.books().last().request().user()).contains("Your last answer could not be used: ");
            }
            assertThat(free.groq.books().entries())
                    .extracting(entry -> entry.status())
                    .containsExactly(200, 200, 200, 200, 200, 200);
        }
    }

    private void meetAndWait(Misbehaviour misbehaviour) {
        meetAndWait("ceo", misbehaviour);
    }

    private void meetAndWait(String seat, Misbehaviour misbehaviour) {
        office.groq.then(misbehaviour);
        assertThat(office.seen(seat)).isEqualTo("waits rate_limited");
        office.later(Duration.ofMinutes(2));
    }

    private Iterable<Tuple> sent() {
        return office.attempts().stream()
                .filter(row -> row.reservedTokens() > 0)
                .map(row -> tuple(row.state(), row.resample(), row.shrunk()))
                .toList();
    }
}
