package io.synthforce.workflows.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.journal.Stance;
import io.synthforce.workflows.scenario.DecisionRule;
import io.synthforce.workflows.scenario.Issue;
import io.synthforce.workflows.scenario.Scenarios;
import io.synthforce.workflows.scenario.Seat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stances are given in the order ceo, pm, sales; null is a seat that gave no answer. */
class TallyTest {

    private static final String OPTION = "yes";
    private static final String ALTERNATIVE = "no";
    private static final List<Seat> SEATS =
            List.of(Scenarios.seat("ceo"), Scenarios.seat("pm"), Scenarios.seat("sales"));

    @Test
    void theOwnerDecidesAgainstAllOthers() {
        assertThat(choice(DecisionRule.OWNER, 2, -1, 2)).contains(ALTERNATIVE);
        assertThat(choice(DecisionRule.OWNER, -2, 1, -2)).contains(OPTION);
    }

    @Test
    void anAbsentOrUndecidedOwnerLeavesTheIssueOpen() {
        assertThat(choice(DecisionRule.OWNER, 2, null, 2)).isEmpty();
        assertThat(choice(DecisionRule.OWNER, 2, 0, 2)).isEmpty();
    }

    @Test
    void theCeoDecidesAgainstAllOthers() {
        assertThat(choice(DecisionRule.CEO, -1, 2, 2)).contains(ALTERNATIVE);
        assertThat(choice(DecisionRule.CEO, 1, -2, -2)).contains(OPTION);
    }

    @Test
    void anAbsentOrUndecidedCeoLeavesTheIssueOpen() {
        assertThat(choice(DecisionRule.CEO, null, 2, 2)).isEmpty();
        assertThat(choice(DecisionRule.CEO, 0, 2, 2)).isEmpty();
    }

    @Test
    void theMajorityCountsSeatsNotHowStronglyTheyFeel() {
        assertThat(choice(DecisionRule.MAJORITY, -2, 1, 1)).contains(OPTION);
        assertThat(choice(DecisionRule.MAJORITY, 2, -1, -1)).contains(ALTERNATIVE);
    }

    @Test
    void theUndecidedAndTheAbsentDoNotCount() {
        assertThat(choice(DecisionRule.MAJORITY, 1, 0, 0)).contains(OPTION);
        assertThat(choice(DecisionRule.MAJORITY, null, null, -1)).contains(ALTERNATIVE);
    }

    @Test
    void aTieLeavesTheIssueOpen() {
        assertThat(choice(DecisionRule.MAJORITY, 1, -1, 0)).isEmpty();
        assertThat(choice(DecisionRule.MAJORITY, 2, -1, null)).isEmpty();
    }

    @Test
    void consentNeedsOneForItAndNobodyStronglyAgainst() {
        assertThat(choice(DecisionRule.CONSENT, 1, -1, -1)).contains(OPTION);
        assertThat(choice(DecisionRule.CONSENT, 1, -2, 0)).contains(ALTERNATIVE);
        assertThat(choice(DecisionRule.CONSENT, 0, -1, 0)).contains(ALTERNATIVE);
    }

    @Test
    void consentFailsWhenBothSidesAreVetoed() {
        assertThat(choice(DecisionRule.CONSENT, 2, -2, 0)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anIssueNobodyTakesASideOnStaysOpen(DecisionRule rule) {
        assertThat(choice(rule, 0, 0, 0)).isEmpty();
        assertThat(choice(rule, null, null, null)).isEmpty();
    }

    @Test
    void eitherSideIsCounted() {
        Tally tally = Tally.of(issue(DecisionRule.MAJORITY), voices(2, -1, 0));

        assertThat(tally.pro()).isEqualTo(1);
        assertThat(tally.contra()).isEqualTo(1);
    }

    private static Optional<String> choice(DecisionRule rule, @Nullable Integer... stances) {
        return Tally.of(issue(rule), voices(stances)).choice();
    }

    private static Issue issue(DecisionRule rule) {
        return new Issue("price", "Raise it?", OPTION, ALTERNATIVE, rule, "pm");
    }

    private static List<Voice> voices(@Nullable Integer... stances) {
        return java.util.stream.IntStream.range(0, stances.length)
                .filter(i -> stances[i] != null)
                .mapToObj(i -> new Voice(SEATS.get(i), List.of(new Stance("price", stances[i])), List.of()))
                .toList();
    }
}
