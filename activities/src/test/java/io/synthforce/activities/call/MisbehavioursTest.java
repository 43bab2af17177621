package io.synthforce.activities.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.synthforce.activities.groq.ModelChoice;
import io.synthforce.activities.standin.OddContent;
import io.synthforce.activities.standin.OddTransport;
import io.synthforce.activities.standin.Plan;
import io.synthforce.store.call.AttemptResult.State;
import io.synthforce.store.fixture.TestStore;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything models and networks are known to do wrong, over HTTP: what comes of it, by which step, at whose cost. */
class MisbehavioursTest {

    @AutoClose
    private static TestStore store;

    @BeforeAll
    static void open() {
        store = new TestStore();
    }

    @ParameterizedTest
    @CsvSource({
        "FENCED, extracted",
        "PROSE_AROUND, extracted",
        "TWO_OBJECTS, extracted",
        "TRAILING_COMMA, repaired",
        "SINGLE_QUOTES, repaired",
        "BARE_KEYS, repaired",
        "COMMENTS, repaired",
        "UNESCAPED_QUOTE, repaired",
        "RAW_NEWLINE, repaired",
        "THINKING_LEAKED, extracted",
        "CHANNELS_LEAKED, extracted",
        "CHANNELS_BARE, extracted",
        "UNICODE, strict",
        "BYTE_ORDER_MARK, extracted",
        "PYTHON_LITERALS, strict"
    })
    void whatIsWholeIsReadWithoutAskingAgain(OddContent slip, String step) {
        try (var office = Office.of(store)) {
            office.groq.then(slip);

            assertThat(office.seen("ceo")).isEqualTo("given");
            assertThat(office.recorded("ceo").parseStep()).isEqualTo(step);
            assertThat(office.groq.books().size()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = OddContent.class,
            names = {
                "REASONING_ATE_THE_BUDGET",
                "TRUNCATED_IN_A_STRING",
                "TRUNCATED_AFTER_A_COMMA",
                "WRONG_TYPES",
                "MISSING_KEY",
                "EXTRA_KEY",
                "RENAMED_KEY",
                "ECHOED_SCHEMA",
                "NUMBERS_NEGATIVE",
                "IDS_DANGLING",
                "ARRAYS_EMPTY",
                "CONTENT_NULL",
                "CONTENT_EMPTY",
                "REFUSAL_PROSE",
                "CONTENT_FILTER",
                "REPETITION",
                "ENDLESS_WHITESPACE"
            })
    void whatCannotBeUsedIsAskedForOnceMoreWithItsErrors(OddContent useless) {
        try (var office = Office.of(store)) {
            office.groq.then(useless);

            assertThat(office.seen("ceo")).isEqualTo("given");
            assertThat(office.attempts())
                    .extracting(row -> row.state(), row -> row.resample())
                    .containsExactly(tuple(State.UNUSABLE, 0), tuple(State.RECORDED, 1));
            assertThat(office.groq.books().last().request().user()).contains("Your last answer could not be used: ");
            assertThat(booked(office)).isEqualTo(office.groq.books().billedTokens());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = OddContent.class,
            names = {"REFUSAL_PROSE", "TRUNCATED_IN_A_STRING", "MISSING_KEY"})
    void whatCannotBeUsedTwiceIsAFailureThatSaysSo(OddContent useless) {
        try (var office = Office.of(store)) {
            office.groq.then(useless, useless);

            var answer = office.ask("ceo").answer();

            assertThat(answer.given()).isFalse();
            assertThat(answer.reason()).startsWith("the answer was unusable twice: ");
            assertThat(office.groq.books().size()).isEqualTo(2);
        }
    }

    @Test
    void whoTakesNoStanceOnAnIssueIsToldWhichOne() {
        try (var office = Office.of(store)) {
            office.groq.then(OddContent.ARRAYS_EMPTY);

            assertThat(office.seen("ceo")).isEqualTo("given");
            assertThat(office.groq.books().last().request().user()).contains("there is no stance on price");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = OddContent.class,
            names = {"USAGE_MISSING", "USAGE_DETAILS_NULL", "USAGE_ZERO", "USAGE_IN_X_GROQ"})
    void anAnswerCountsHoweverItIsBooked(OddContent books) {
        try (var office = Office.of(store)) {
            office.groq.then(books);

            assertThat(office.seen("ceo")).isEqualTo("given");
            var tokens = office.attempts().getFirst().tokens();
            switch (books) {
                case USAGE_MISSING -> assertThat(tokens).isNull();
                case USAGE_ZERO -> assertThat(tokens.prompt()).isZero();
                case null, default ->
                    assertThat(booked(office)).isEqualTo(office.groq.books().billedTokens());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = OddTransport.class,
            names = {"GZIPPED", "WRONG_CONTENT_TYPE"})
    void anAnswerThatArrivesWholeCounts(OddTransport harmless) {
        try (var office = Office.of(store)) {
            office.groq.then(harmless);

            assertThat(office.seen("ceo")).isEqualTo("given");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AN_EVENT_STREAM, malformed",
        "SLOW_TRICKLE, timeout",
        "STALL_BEFORE_HEADERS, timeout",
        "STALL_IN_THE_BODY, timeout",
        "RESET_BEFORE_HEADERS, connection",
        "RESET_IN_THE_BODY, connection",
        "SHORTER_THAN_SAID, connection",
        "FINISHED_TOO_LATE, timeout"
    })
    void anAnswerThatDoesNotArriveIsAFaultAndIsBookedAtItsReservation(OddTransport broken, String fault) {
        var patience = Duration.ofMillis(fault.equals("timeout") ? 700 : 20_000);
        try (var office = new Office(store, Plan.unlimited(), ModelChoice.of(Office.MODEL), patience, "gsk_one")) {
            office.groq.then(broken);

            assertThat(office.seen("ceo")).isEqualTo("waits " + fault);
            assertThat(office.booked()).isEqualTo("broken " + fault);
            assertThat(office.faults("ceo")).isEqualTo(1);
            var attempt = office.attempts().getFirst();
            assertThat(attempt.tokens()).isNull();
            assertThat((long) attempt.reservedTokens())
                    .isGreaterThanOrEqualTo(office.groq.books().billedTokens());
        }
    }

    @Test
    void whoTimedOutPaysTwiceAndTheBooksShowBoth() {
        try (var office =
                new Office(store, Plan.unlimited(), ModelChoice.of(Office.MODEL), Duration.ofSeconds(1), "gsk_one")) {
            office.groq.then(OddTransport.FINISHED_TOO_LATE);
            office.failureOf("ceo");

            assertThat(office.seen("ceo")).isEqualTo("given");
            assertThat(office.groq.books().entries())
                    .extracting(entry -> entry.status())
                    .containsExactly(200, 200);
            assertThat(office.groq.books().entries())
                    .extracting(entry -> entry.attemptId())
                    .containsExactlyElementsOf(office.attempts().stream()
                            .map(row -> row.id().toString())
                            .toList());
        }
    }

    @Test
    void anAnswerLargerThanAnythingSensibleIsCutOff() {
        try (var office = Office.of(store)) {
            office.groq.then(OddContent.HUGE);

            assertThat(office.seen("ceo")).isEqualTo("waits malformed");
        }
    }

    @Test
    void everyCallSaysWhoAsks() {
        try (var office = Office.of(store)) {
            office.ask("ceo");

            assertThat(office.groq.books().last().userAgent()).startsWith("synthforce/");
            assertThat(office.groq.books().last().key()).isEqualTo("gsk_one");
        }
    }

    private static long booked(Office office) {
        return office.attempts().stream()
                .map(row -> row.tokens())
                .mapToLong(tokens -> tokens.prompt() + (long) tokens.completion())
                .sum();
    }
}
