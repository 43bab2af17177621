package io.synthforce.store.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.store.budget.Budgets.Put;
import io.synthforce.store.call.AttemptResult;
import io.synthforce.store.call.ModelCalls.Begun;
import io.synthforce.store.call.NewAttempt;
import io.synthforce.store.fixture.AtOnce;
import io.synthforce.store.fixture.Branch;
import io.synthforce.store.fixture.Scenarios;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.request.RequestRow;
import io.synthforce.workflows.budget.Amount;
import io.synthforce.workflows.budget.Balance;
import io.synthforce.workflows.budget.Budget;
import io.synthforce.workflows.budget.Price;
import io.synthforce.workflows.budget.Terms;
import io.synthforce.workflows.simulation.SimulationActivities.Taken;
import io.synthforce.workflows.simulation.SimulationActivities.Verdict;
import io.synthforce.workflows.turn.CallClass;
import io.synthforce.workflows.turn.Turn;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final Price PRICE =
            Price.perMillion(new BigDecimal("0.15"), new BigDecimal("0.075"), new BigDecimal("0.60"));

    @AutoClose
    private static TestStore store;

    private Story story;
    private Amount turn;

    @BeforeAll
    static void open() {
        store = new TestStore();
    }

    @BeforeEach
    void begin() {
        store.terms.write(new Terms(
                2_048,
                3,
                "gpt",
                "gpt",
                "gpt",
                "gpt",
                Map.of(),
                List.of(),
                List.of(new Terms.Tariff("gpt", PRICE, "table 2026-08-17")),
                null,
                null));
        story = Story.ofPriceIncrease(store);
        turn = store.budgets.need(Scenarios.priceIncrease());
    }

    @Test
    void the_worst_case_of_a_turn_is_reserved_while_it_is_under_way() {
        cap(turn.tokens());

        Turn taken = story.takeNext();
        assertThat(balance().reserved())
                .isEqualTo(new Amount(turn.tokens(), turn.usd().stripTrailingZeros()));
        assertThat(balance().tokensLeft()).isZero();
        story.project(taken, story.speak(taken));

        assertThat(balance().reserved().tokens()).isZero();
        assertThat(balance().spent().tokens()).isEqualTo(3 * 1_100);
        assertThat(balance().spent().usd()).isEqualByComparingTo("0.0007425");
    }

    @Test
    void a_turn_that_does_not_fit_is_refused_and_nothing_else_changes() {
        cap(turn.tokens() - 1);

        RequestRow next = story.next();
        assertThat(story.take(next).verdict()).isEqualTo(Verdict.SKIPPED);

        assertThat(story.request(next.id()).outcome().httpStatus()).isEqualTo(409);
        assertThat(story.request(next.id()).outcome().error()).isEqualTo("budget_exhausted");
        assertThat(story.request(next.id()).outcome().detail())
                .contains(turn.tokens() + " at worst", "PUT /simulations/" + story.id + "/budget");
        assertThat(store.turns.find(story.id, 1)).isEmpty();
        assertThat(balance().reserved().tokens()).isZero();
    }

    @Test
    void money_is_held_to_its_cap_too() {
        assertThat(put(new Budget(null, turn.usd().subtract(new BigDecimal("0.000001")))))
                .isInstanceOf(Put.Done.class);
        assertThat(story.take(story.next()).verdict()).isEqualTo(Verdict.SKIPPED);

        assertThat(put(new Budget(null, turn.usd()))).isInstanceOf(Put.Done.class);
        assertThat(story.take(story.next()).verdict()).isEqualTo(Verdict.DONE);
    }

    @Test
    void a_play_waits_and_is_released_when_the_budget_is_raised() {
        cap(turn.tokens() - 1);
        RequestRow play = story.play(2);

        assertThat(story.take(play).verdict()).isEqualTo(Verdict.PAUSED);
        assertThat(story.request(play.id()).outcome()).isNull();
        assertThat(store.requests.claimIdle(Duration.ZERO, 10_000))
                .as("nobody rings meanwhile")
                .noneMatch(request -> request.id() == play.id());

        Put.Done raised = (Put.Done) put(new Budget(turn.tokens(), null));

        assertThat(raised.released()).containsExactly(new Budgets.Released(story.id, play.id()));
        assertThat(store.requests.claimIdle(Duration.ZERO, 10_000)).anyMatch(request -> request.id() == play.id());
        assertThat(story.take(play).verdict()).isEqualTo(Verdict.DONE);
    }

    @Test
    void branches_share_the_budget_and_only_one_of_two_takes_the_last_of_it() {
        story.playTurn();
        UUID one = Branch.of(story, 1);
        UUID other = Branch.of(story, 1);
        for (int i = 0; i < 5; i++) {
            Story first = Story.from(store, one);
            Story second = Story.from(store, other);
            Balance now = balance(story);
            cap(now.spent().plus(now.reserved()).tokens() + turn.tokens() * 3 / 2);
            RequestRow ours = first.play(2);
            RequestRow theirs = second.play(2);

            List<Taken> taken = AtOnce.both(() -> first.take(ours), () -> second.take(theirs));

            assertThat(taken).extracting(Taken::verdict).containsExactlyInAnyOrder(Verdict.DONE, Verdict.PAUSED);
            Story winner = taken.getFirst().verdict() == Verdict.DONE ? first : second;
            Story loser = winner == first ? second : first;
            winner.project(
                    taken.stream()
                            .map(Taken::turn)
                            .filter(t -> t != null)
                            .findFirst()
                            .orElseThrow(),
                    winner.speak(store.turns.underWay(winner.id).orElseThrow().toPlay(CallClass.PLAY)));
            assertThat(loser.take(loser == first ? ours : theirs).verdict())
                    .as("what the other did not spend is free again")
                    .isEqualTo(Verdict.DONE);
            one = Branch.of(story, 1);
            other = Branch.of(story, 1);
        }
    }

    @Test
    void a_request_that_would_break_the_cap_is_not_written() {
        cap(turn.tokens());
        Turn taken = story.takeNext();

        assertThat(begin(turn.tokens())).isEqualTo(Begun.BEGUN);
        assertThat(begin(1)).isEqualTo(Begun.OVER_BUDGET);

        assertThat(store.calls.attempts(story.id, taken.number())).hasSize(1);
        assertThat(balance().spent().tokens()).isEqualTo(turn.tokens());
    }

    @Test
    void an_unknown_outcome_stays_booked_at_what_was_reserved_for_it() {
        cap(2 * turn.tokens());
        story.takeNext();
        UUID lost = story.begin(story.position(1, "ceo"));
        UUID again = story.begin(story.position(1, "ceo"));
        store.calls.end(again, Story.ended(AttemptResult.State.BROKEN, null, null));

        assertThat(balance().spent().tokens()).isEqualTo(2 * 3_000);
        assertThat(lost).isNotEqualTo(again);
    }

    @Test
    void a_budget_is_not_lowered_below_what_is_spent_and_reserved() {
        cap(turn.tokens());
        story.takeNext();

        assertThat(put(new Budget(turn.tokens() - 1, null))).isInstanceOf(Put.TooLow.class);
        assertThat(balance().budget().maxTokens()).isEqualTo(turn.tokens());
        assertThat(put(new Budget(turn.tokens() + 1, null))).isInstanceOf(Put.Done.class);
    }

    @Test
    void money_without_a_price_covers_nothing_and_says_so() {
        store.terms.write(
                new Terms(2_048, 3, "local", "gpt", "gpt", "gpt", Map.of(), List.of(), List.of(), null, null));
        put(new Budget(null, BigDecimal.TEN));

        RequestRow next = story.next();
        story.take(next);

        assertThat(story.request(next.id()).outcome().detail()).contains("price");
    }

    private Begun begin(long reserved) {
        return store.calls.begin(new NewAttempt(
                UUID.randomUUID(),
                story.position(1, "pm"),
                0,
                false,
                story.id.toString(),
                CallClass.NEXT,
                "worker-1",
                "gpt",
                "{}",
                (int) reserved,
                BigDecimal.ZERO,
                "table 2026-08-17"));
    }

    private void cap(long tokens) {
        assertThat(put(new Budget(tokens, null))).isInstanceOf(Put.Done.class);
    }

    private Put put(Budget budget) {
        return store.budgets.put(story.id, budget);
    }

    private Balance balance() {
        return store.budgets.of(story.id).orElseThrow();
    }

    private Balance balance(Story of) {
        return store.budgets.of(of.id).orElseGet(() -> {
            put(new Budget(Long.MAX_VALUE / 2, null));
            return balance();
        });
    }
}
