package io.synthforce.workflows.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.journal.SimulationEvent.IndicatorChanged;
import io.synthforce.workflows.scenario.Clock;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Scenarios;
import io.synthforce.workflows.scenario.Settings;
import io.synthforce.workflows.world.Cause;
import io.synthforce.workflows.world.DefaultWorld;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A company with 1000 customers asks for ten per cent more; its cash is 500 k$ and falls to 487.35 in turn 2. */
class ClaimsTest {

    private static final Moment SECOND = Moment.inDiscussion(2);

    private final Scenario scenario = new Scenario(
            null,
            null,
            "A company with 1000 customers considers raising its prices by ten per cent.",
            Scenarios.fullCast(),
            List.of(Scenarios.PRICE),
            DefaultWorld.world(),
            new Clock(LocalDate.of(2027, 1, 4), Clock.Step.MONTH),
            new Settings(5, List.of(), 0.7, true, true, 1),
            Map.of(),
            Scenarios.ROOT_SEED,
            0);
    private final Claims claims =
            new Claims(Gathering.of(scenario, scenario.world().openingLedger())
                    .text("We heard of 37 complaints", Moment.inDiscussion(2))
                    .values(Map.of("runway", 14, "churn", 0.045), Moment.inDiscussion(2))
                    .change(
                            new IndicatorChanged(
                                    "cash",
                                    new BigDecimal("500"),
                                    new BigDecimal("487.35"),
                                    new Cause(Cause.Kind.RULE, "burn", 2)),
                            scenario.world(),
                            SECOND)
                    .evidence());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ten per cent more, or 10 %",
                "our 1,000 customers, our 1k",
                "cash of 487.35, of 487 k$, of some 490, of $487,350",
                "500 k$ at the start",
                "we lost 12.65, that is 13 k$ or 2.5 %",
                "after the campaign 427.35 would be left, for it costs 60",
                "37 complaints",
                "14 months and 4.5 %",
                "a chance of 25 %, and 60 % that they answer"
            })
    void what_ledger_catalogue_and_users_say_is_grounded_also_rounded(String text) {
        assertThat(claims.ungrounded(text, SECOND)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"35 %", "1,900", "$480", "410 k$", "38", "487.4 %", "14.5", "eleven per cent", "€2m"})
    void what_nobody_said_is_not(String text) {
        assertThat(claims.ungrounded("I am sure of " + text + ".", SECOND)).containsExactly(text);
    }

    @Test
    void rounding_to_one_digit_is_another_number() {
        assertThat(claims.ungrounded("cash is 487.35: 490 or so, not 2000 and not 300", SECOND))
                .containsExactly("2000", "300");
    }

    @Test
    void a_number_counts_from_the_moment_it_was_there() {
        assertThat(claims.ungrounded("37 complaints, cash 487", Moment.afterDecisions(1)))
                .containsExactly("37", "487");
    }

    @Test
    void what_is_derived_is_good_for_the_turn_and_the_next() {
        assertThat(claims.ungrounded("2.53 % less", Moment.afterDecisions(3))).isEmpty();
        assertThat(claims.ungrounded("2.53 % less", Moment.inDiscussion(4))).containsExactly("2.53 %");
    }

    @Test
    void others_hear_a_mark_in_its_place() {
        assertThat(claims.verified("We lose 35 % of 1000, some 350 of them.", SECOND))
                .isEqualTo("We lose [unverified number] of 1000, some [unverified number] of them.");
    }

    @Test
    void claims_are_counted_whether_they_are_grounded_or_not() {
        assertThat(Claims.count("In 2027 we have 1000 customers, 35 % of them in 2 cities."))
                .isEqualTo(2);
    }

    @Test
    void evidence_can_be_added_to() {
        Evidence before = Gathering.of(scenario, List.of()).evidence();
        Evidence after = before.more().text("99 balloons", SECOND).evidence();

        assertThat(new Claims(before).ungrounded("99", SECOND)).containsExactly("99");
        assertThat(new Claims(after).ungrounded("99", SECOND)).isEmpty();
    }
}
