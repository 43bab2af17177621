package io.synthforce.activities.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.activities.standin.Limit;
import io.synthforce.activities.standin.OddGeneration;
import io.synthforce.activities.standin.OddRefusal;
import io.synthforce.activities.standin.Plan;
import io.synthforce.embedded.groq.Spent;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.workflows.turn.CallClass;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every error the provider is known for, over HTTP: what the caller sees, how often is asked, what is booked. */
class RefusalsTest {

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
        office = Office.of(store);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        INVALID_REQUEST                | degraded                     | 1 | refused bad_request
        CONTEXT_LENGTH_EXCEEDED        | given                        | 2 | refused too_large, recorded
        MODEL_DECOMMISSIONED           | degraded                     | 1 | refused model_gone
        MODEL_NOT_FOUND                | degraded                     | 1 | refused model_gone
        MODEL_BLOCKED_FOR_ORGANISATION | degraded                     | 1 | refused model_blocked
        MODEL_BLOCKED_FOR_PROJECT      | degraded                     | 1 | refused model_blocked
        BLOCKED_API_ACCESS             | degraded                     | 1 | refused spent
        SPEND_LIMIT                    | degraded                     | 1 | refused spent
        INVALID_API_KEY                | degraded                     | 1 | refused bad_key
        EDGE_PAGE                      | degraded                     | 1 | refused blocked
        EDGE_1010                      | degraded                     | 1 | refused blocked
        REQUEST_TIMEOUT                | waits overloaded             | 1 | refused overloaded
        CONFLICT                       | waits overloaded             | 1 | refused overloaded
        LARGER_THAN_THE_LIMIT          | given                        | 2 | refused too_large, recorded
        BODY_TOO_LARGE                 | degraded                     | 1 | refused bad_request
        UNPROCESSABLE                  | given                        | 2 | unusable generation_failed, recorded
        FAILED_DEPENDENCY              | degraded                     | 1 | refused bad_request
        RPM                            | waits rate_limited           | 1 | refused rate_limited
        TPM                            | waits rate_limited           | 1 | refused rate_limited
        RPD                            | waits rate_limited           | 1 | refused rate_limited
        TPD                            | waits rate_limited           | 1 | refused rate_limited
        FLEX_FULL                      | waits capacity_exceeded      | 1 | refused capacity_exceeded
        CALLER_CANCELLED               | degraded                     | 1 | refused bad_request
        SERVER_ERROR                   | waits overloaded             | 1 | refused overloaded
        BAD_GATEWAY                    | waits overloaded             | 1 | refused overloaded
        OVER_CAPACITY                  | waits overloaded             | 1 | refused overloaded
        GATEWAY_TIMEOUT                | waits overloaded             | 1 | refused overloaded
        EDGE_520                       | waits overloaded             | 1 | refused overloaded
        UNKNOWN_CLIENT_ERROR           | degraded                     | 1 | refused bad_request
        UNKNOWN_SERVER_ERROR           | waits overloaded             | 1 | refused overloaded
        ERROR_IN_A_SUCCESS             | waits overloaded             | 1 | refused overloaded
        LIMIT_IN_A_SUCCESS             | waits rate_limited           | 1 | refused rate_limited
        NO_CHOICES                     | waits empty                  | 1 | broken empty
        PAGE_IN_A_SUCCESS              | waits malformed              | 1 | broken malformed
        EMPTY_SUCCESS                  | waits empty                  | 1 | broken empty
        """)
    void anErrorIsMetByItsAction(OddRefusal error, String seen, int requests, String booked) {
        office.groq.then(error);

        assertThat(office.seen("ceo")).isEqualTo(seen);
        assertThat(office.groq.books().size()).isEqualTo(requests);
        assertThat(office.booked()).isEqualTo(booked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        FAILED_BUT_PARSEABLE  | given | 1 | recorded generation_failed
        FAILED_AND_FENCED     | given | 1 | recorded generation_failed
        FAILED_AND_EMPTY      | given | 2 | unusable generation_failed, recorded
        FAILED_AND_HUGE       | given | 2 | unusable generation_failed, recorded
        FAILED_FOR_THE_SCHEMA | given | 2 | unusable generation_failed, recorded
        OUT_OF_TOKENS         | given | 2 | unusable out_of_tokens, recorded
        TOOL_NOT_OFFERED      | given | 2 | unusable generation_failed, recorded
        TOOL_ARGUMENTS_BROKEN | given | 2 | unusable generation_failed, recorded
        """)
    void whatWasWrittenAndRefusedIsUsedOrAskedForOnceMore(
            OddGeneration error, String seen, int requests, String booked) {
        office.groq.then(error);

        assertThat(office.seen("ceo")).isEqualTo(seen);
        assertThat(office.groq.books().size()).isEqualTo(requests);
        assertThat(office.booked()).isEqualTo(booked);
        assertThat(office.recorded("ceo").parseStep()).isEqualTo(requests == 1 ? "salvaged" : "strict");
    }

    @Test
    void whoRanOutOfTokensGetsTwiceAsMany() {
        office.groq.then(OddGeneration.OUT_OF_TOKENS);

        office.ask("ceo");

        assertThat(office.groq.books().entries())
                .extracting(entry -> entry.request().budget())
                .containsExactly(2_048, 4_096);
    }

    @ParameterizedTest
    @CsvSource({
        "RPM, 2, 2",
        "TPM, 5, 5",
        "RPD, 87, 87",
        "TPD, 1051, 1051",
        "TPD_WITHOUT_RETRY_AFTER, 1051.056, 1051.056",
        "WAIT_IN_DECIMALS, 1.25, 1.25",
        "WAIT_UNTIL_A_DATE, 80, 90",
        "WAIT_OF_ZERO, 0.2, 0.2",
        "WAIT_ABSURD, 86400, 86400",
        "LIMIT_WITHOUT_A_WAIT, 0.2, 8",
        "LIMIT_IN_A_SUCCESS, 3, 3"
    })
    void aLimitIsWaitedForAsLongAsItSaysAndCostsNoAttempt(OddRefusal limit, double least, double most) {
        office.groq.then(limit);

        var failure = office.failureOf("ceo");

        assertThat(failure.isNonRetryable()).isFalse();
        assertThat(failure.getNextRetryDelay().toMillis() / 1000.0).isBetween(least, most);
        assertThat(office.faults("ceo")).isZero();
        assertThat(office.store.calls.waiting(office.story.id)).hasValueSatisfying(waiting -> {
            assertThat(waiting.reason()).isEqualTo("rate_limited");
            assertThat(waiting.until()).isBeforeOrEqualTo(Instant.now().plus(Duration.ofSeconds((long) most + 1)));
        });
    }

    @Test
    void aTierThatIsFullIsLeftForTheUsualOneAtOnce() {
        office.groq.then(OddRefusal.FLEX_FULL);

        office.ask("ceo", CallClass.WHAT_IF);

        assertThat(office.groq.books().entries())
                .extracting(entry -> entry.request().body().path("service_tier").asString(null))
                .containsExactly("flex", "on_demand");
        assertThat(office.booked()).isEqualTo("refused capacity_exceeded, recorded");
        assertThat(office.faults("ceo")).isZero();
    }

    @Test
    void onlyWhatNobodyWaitsForIsAskedInAnotherTier() {
        office.ask("ceo", CallClass.NEXT);
        office.ask("pm", CallClass.PLAY);

        assertThat(office.groq.books().entries())
                .allSatisfy(entry ->
                        assertThat(entry.request().body().has("service_tier")).isFalse());
    }

    @Test
    void aCallThatWaitsOnKeepsOneRow() {
        office.groq.then(OddRefusal.RPD);
        office.failureOf("ceo");
        for (int i = 0; i < 5; i++) {
            assertThat(office.seen("ceo")).isEqualTo("waits rate_limited");
            assertThat(office.seen("pm")).isEqualTo("waits rate_limited");
        }

        assertThat(office.attempts()).hasSize(3);
        assertThat(office.store.calls.waiting(office.story.id))
                .hasValueSatisfying(waiting -> assertThat(waiting.place()).isEqualTo(1));
        assertThat(office.groq.books().size()).isEqualTo(1);
    }

    @Test
    void aProviderThatCountsMoreTokensThanWeIsBelievedAndNotAskedAgainBeforeItsTime() {
        try (var free = Office.of(store, Plan.free(), null)) {
            free.groq
                    .bills(spent -> new Spent(spent.prompt() * 3, 0, spent.completion(), 0))
                    .preset("org_default", Office.MODEL, Limit.TOKENS_PER_MINUTE, 6_000);

            var failure = free.failureOf("ceo");
            assertThat(failure.getType()).isEqualTo("rate_limited");
            assertThat(free.groq.books().size()).as("it is sent once").isEqualTo(1);
            var wait = failure.getNextRetryDelay();
            assertThat(wait).isGreaterThanOrEqualTo(Duration.ofSeconds(1));

            free.later(wait.plusSeconds(30));
            assertThat(free.seen("ceo")).isEqualTo("given");
            assertThat(free.groq.books().size()).isEqualTo(2);
            assertThat(free.faults("ceo")).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIMIT_WITHOUT_A_WAIT", "FLEX_FULL"})
    void whatNamesNoTimeIsAskedMoreAndMoreSeldom(OddRefusal unsaid) {
        var waits = new ArrayList<Duration>();
        for (int i = 0; i < 40; i++) {
            office.groq.then(unsaid);
            waits.add(office.failureOf("ceo").getNextRetryDelay());
            office.later(Duration.ofMinutes(6));
        }

        assertThat(waits)
                .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofMillis(200), Duration.ofMillis(8_500)));
        assertThat(waits.getFirst()).isLessThan(Duration.ofMillis(600));
        assertThat(Collections.max(waits)).isGreaterThan(Duration.ofSeconds(4));
        assertThat(office.faults("ceo")).isZero();
    }

    @Test
    void manyLimitsInARowUseUpNothing() {
        for (int i = 0; i < 12; i++) {
            office.groq.then(OddRefusal.TPM);
            assertThat(office.seen("ceo")).isEqualTo("waits rate_limited");
            office.later(Duration.ofMinutes(2));
        }

        assertThat(office.seen("ceo")).isEqualTo("given");
    }
}
