package io.synthforce.workflows.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.budget.Terms.Tariff;
import io.synthforce.workflows.budget.TurnCalls.Call;
import io.synthforce.workflows.scenario.Clock;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Scenarios;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.scenario.Settings;
import io.synthforce.workflows.turn.Phase;
import io.synthforce.workflows.world.DefaultWorld;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorstCaseTest {

    private static final Price CHEAP = Price.perMillion(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.TWO);
    private static final Price DEAR = Price.perMillion(BigDecimal.TEN, BigDecimal.ONE, BigDecimal.TEN);
    private static final List<Call> MINUTES = List.of(new Call(Phase.MINUTES, "", 3));

    @Test
    void a_call_is_billed_for_at_most_five_requests_with_three_retries_and_two_of_them_have_twice_the_room() {
        int prompt = prompts("Short").most(MINUTES.getFirst());

        Amount most = WorstCase.of(MINUTES, prompts("Short"), terms(3, CHEAP));

        long prompts = 5L * prompt + 2 * WorstCase.TOLD;
        long completions = 7L * 1_000;
        assertThat(most.tokens()).isEqualTo(prompts + completions);
        assertThat(most.usd()).isEqualByComparingTo(CHEAP.of(prompts, 0, completions));
    }

    @Test
    void a_fallback_that_costs_more_is_reckoned_with() {
        Terms terms = new Terms(
                1_000,
                3,
                "cheap",
                "cheap",
                "cheap",
                "cheap",
                Map.of(),
                List.of("dear"),
                List.of(new Tariff("cheap", CHEAP, "v"), new Tariff("dear", DEAR, "v")),
                null,
                null);

        assertThat(WorstCase.of(MINUTES, prompts("Short"), terms).usd())
                .isGreaterThan(
                        WorstCase.of(MINUTES, prompts("Short"), terms(3, CHEAP)).usd());
    }

    @Test
    void a_model_without_a_price_leaves_tokens_and_no_sum_of_money() {
        Terms terms =
                new Terms(1_000, 3, "local", "local", "local", "local", Map.of(), List.of(), List.of(), null, null);

        assertThat(WorstCase.of(MINUTES, prompts("Short"), terms).usd()).isNull();
        assertThat(WorstCase.of(MINUTES, prompts("Short"), terms).tokens()).isPositive();
        assertThat(terms.unpriced(List.of())).containsExactly("local");
    }

    @Test
    void a_model_that_a_scenario_names_for_a_seat_is_reckoned_at_its_own_price() {
        Terms terms = new Terms(
                1_000,
                3,
                "cheap",
                "cheap",
                "cheap",
                "cheap",
                Map.of(),
                List.of(),
                List.of(new Tariff("cheap", CHEAP, "v"), new Tariff("dear", DEAR, "v")),
                null,
                null);

        assertThat(worst(List.of(ceo("dear")), 1, "Short", terms).usd())
                .isGreaterThan(worst(List.of(ceo(null)), 1, "Short", terms).usd());
        assertThat(worst(List.of(ceo("unheard of")), 1, "Short", terms).usd()).isNull();
        assertThat(terms.unpriced(List.of(ceo("dear"), ceo("unheard of")))).containsExactly("unheard of");
    }

    @Test
    void what_costs_the_same_for_all_models_needs_no_names() {
        Tariff nothing = new Tariff(Terms.ANY, Price.NOTHING, "scripted");
        Terms terms = new Terms(1_000, 3, "m", "m", "m", "m", Map.of(), List.of(), List.of(nothing), null, null);

        assertThat(terms.unpriced(List.of(ceo("unheard of")))).isEmpty();
    }

    private static Seat ceo(@Nullable String model) {
        return new Seat("ceo", "ceo", "Chief Executive", 10, model);
    }

    @Test
    void more_seats_rounds_and_text_never_cost_less() {
        Terms terms = terms(3, CHEAP);
        List<Seat> cast = Scenarios.fullCast();
        for (int rounds = 0; rounds < 3; rounds++) {
            for (int seats = 1; seats < cast.size(); seats++) {
                Amount fewer = worst(cast.subList(0, seats), rounds, "text ".repeat(60), terms);
                assertThat(worst(cast.subList(0, seats + 1), rounds, "text ".repeat(60), terms)
                                .tokens())
                        .isGreaterThan(fewer.tokens());
                assertThat(worst(cast.subList(0, seats), rounds + 1, "text ".repeat(60), terms)
                                .tokens())
                        .isGreaterThanOrEqualTo(fewer.tokens());
                assertThat(worst(cast.subList(0, seats), rounds, "text ".repeat(900), terms)
                                .tokens())
                        .isGreaterThan(fewer.tokens());
            }
        }
    }

    @Test
    void other_scripts_take_more_tokens_than_characters_tell() {
        assertThat(Tokens.estimate("a price")).isEqualTo(3);
        assertThat(Tokens.estimate("価格")).isEqualTo(3);
        assertThat(Tokens.most("価格")).isEqualTo(6);
    }

    private static Amount worst(List<Seat> speakers, int rounds, String text, Terms terms) {
        return WorstCase.of(
                TurnCalls.most(speakers, rounds, true),
                new Prompts(scenario(text, rounds), speakers, Map.of(), List.of()),
                terms);
    }

    private static Prompts prompts(String text) {
        return new Prompts(scenario(text, 1), Scenarios.fullCast(), Map.of(), List.of());
    }

    private static Scenario scenario(String text, int rounds) {
        return new Scenario(
                null,
                null,
                text,
                Scenarios.fullCast(),
                List.of(Scenarios.PRICE),
                DefaultWorld.world(),
                new Clock(LocalDate.of(2027, 1, 4), Clock.Step.MONTH),
                new Settings(5, List.of(), 0.7, true, true, rounds),
                Map.of(),
                Scenarios.ROOT_SEED,
                0);
    }

    private static Terms terms(int retries, Price price) {
        return new Terms(
                1_000,
                retries,
                "gpt",
                "gpt",
                "gpt",
                "gpt",
                Map.of(),
                List.of(),
                List.of(new Tariff("gpt", price, "table")),
                null,
                null);
    }
}
