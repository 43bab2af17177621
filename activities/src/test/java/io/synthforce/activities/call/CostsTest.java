package io.synthforce.activities.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.activities.groq.ModelChoice;
import io.synthforce.activities.standin.OddContent;
import io.synthforce.activities.standin.OddGeneration;
import io.synthforce.activities.standin.OddRefusal;
import io.synthforce.activities.standin.OddTransport;
import io.synthforce.activities.standin.Plan;
import io.synthforce.embedded.groq.Spent;
import io.synthforce.store.call.Cost;
import io.synthforce.store.call.Costs;
import io.synthforce.store.fixture.TestStore;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CostsTest {

    @AutoClose
    private static TestStore store;

    @BeforeAll
    static void open() {
        store = new TestStore();
    }

    @Test
    void theSumsEqualTheProvidersBooksToTheToken() {
        try (var office = Office.of(store)) {
            office.groq.then(OddContent.MISSING_KEY);
            office.ask("ceo");
            office.groq.then(OddRefusal.LARGER_THAN_THE_LIMIT);
            office.ask("pm");
            office.groq.then(OddContent.REFUSAL_PROSE, OddContent.REFUSAL_PROSE);
            office.ask("sales");

            var spent = new Costs(store.jdbc).of(office.story.id);

            assertThat(tokens(spent.total())).isEqualTo(office.groq.books().billedTokens());
            assertThat(spent.total().requests()).isEqualTo(office.groq.books().size());
            assertThat(spent.total().replies()).isEqualTo(2);
            assertThat(spent.total().openTokens()).isZero();
            assertThat(spent.seats().keySet()).containsExactly("ceo", "pm", "sales");
            assertThat(spent.seats().values().stream()
                            .mapToLong(CostsTest::tokens)
                            .sum())
                    .isEqualTo(tokens(spent.total()));
            assertThat(spent.turns().get(1)).isEqualTo(spent.total());
            assertThat(spent.prices()).containsExactly("table 2026-08-17");
            assertThat(spent.total().usd())
                    .isEqualByComparingTo(money(spent.total().promptTokens(), "0.15")
                            .add(money(spent.total().completionTokens(), "0.60")));
        }
    }

    @Test
    void whatCameFromTheProvidersCacheIsBookedAtItsPrice() {
        try (var office = Office.of(store)) {
            office.groq.bills(spent -> new Spent(spent.prompt(), spent.prompt() / 2, spent.completion(), 0));
            office.ask("ceo");

            var tokens = office.attempts().getFirst().tokens();
            assertThat(tokens.cached()).isPositive().isEqualTo(tokens.prompt() / 2);
            assertThat(new Costs(store.jdbc).of(office.story.id).total().usd())
                    .isEqualByComparingTo(money(tokens.prompt() - tokens.cached(), "0.15")
                            .add(money(tokens.cached(), "0.075"))
                            .add(money(tokens.completion(), "0.60")));
        }
    }

    @Test
    void whatNobodyToldIsShownApartAtWhatWasReserved() {
        try (var office =
                new Office(store, Plan.unlimited(), ModelChoice.of(Office.MODEL), Duration.ofSeconds(2), "gsk_one")) {
            office.groq.then(
                    OddTransport.RESET_IN_THE_BODY, OddGeneration.FAILED_BUT_PARSEABLE, OddContent.USAGE_MISSING);
            office.failureOf("ceo");
            office.ask("ceo");
            office.ask("pm");

            var total = new Costs(store.jdbc).of(office.story.id).total();

            assertThat(total.usd()).isZero();
            assertThat(total.openUsd()).isPositive();
            assertThat(total.openTokens())
                    .isGreaterThanOrEqualTo(office.groq.books().billedTokens());
        }
    }

    @Test
    void limitsOutagesAndWaitsCostNothing() {
        try (var office = Office.of(store)) {
            office.groq.then(OddRefusal.TPD);
            office.failureOf("ceo");
            office.failureOf("pm");

            var total = new Costs(store.jdbc).of(office.story.id).total();

            assertThat(total.requests()).as("who was held back sent nothing").isEqualTo(1);
            assertThat(total.usd()).isZero();
            assertThat(total.openTokens()).isZero();
        }
    }

    @Test
    void aModelWithoutAPriceIsCountedAndNotGuessed() {
        try (var office =
                new Office(store, Plan.unlimited(), ModelChoice.of("local-model"), Duration.ofSeconds(20), "gsk_one")) {
            office.ask("ceo");

            var total = new Costs(store.jdbc).of(office.story.id).total();

            assertThat(total.unpriced()).isEqualTo(1);
            assertThat(total.usd()).isZero();
            assertThat(tokens(total)).isEqualTo(office.groq.books().billedTokens());
        }
    }

    @Test
    void aSimulationThatAskedNothingCostNothing() {
        try (var office = Office.of(store)) {
            var spent = new Costs(store.jdbc).of(office.story.id);

            assertThat(spent.total().requests()).isZero();
            assertThat(spent.seats()).isEmpty();
            assertThat(new Costs(store.jdbc).ofTree(office.story.id)).isEqualTo(spent.total());
        }
    }

    private static long tokens(Cost cost) {
        return cost.promptTokens() + cost.completionTokens();
    }

    private static BigDecimal money(long tokens, String perMillion) {
        return new BigDecimal(perMillion).multiply(BigDecimal.valueOf(tokens)).movePointLeft(6);
    }
}
