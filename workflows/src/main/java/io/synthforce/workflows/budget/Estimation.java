package io.synthforce.workflows.budget;

import io.synthforce.workflows.budget.Estimate.Money;
import io.synthforce.workflows.budget.Estimate.Range;
import io.synthforce.workflows.budget.Terms.Limits;
import io.synthforce.workflows.budget.TurnCalls.Call;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.turn.Phase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reckons ahead what turns will take. Calls: from nobody having to reply to everybody having to in every round, and one in
 * five asked again. Prompts: from half of what is in all of them to their longest. Completions and latencies: measured, or
 * from the least to the most that is possible. Time: from the longest chain of calls to that and the whole of the limits,
 * which are full before the best case and empty before the worst.
 */
public final class Estimation {

    private static final long SLOWEST_MILLIS = 30_000;
    private static final long TURN_MILLIS = 5_000;
    private static final double AGAIN = 0.2;

    private final Scenario scenario;
    private final List<Seat> speakers;
    private final Terms terms;
    private final Measured measured;
    private final Prompts prompts;

    /** @param said what users say for each turn, at most */
    public Estimation(Scenario scenario, List<String> said, Terms terms, Measured measured) {
        this.scenario = scenario;
        this.speakers = scenario.cast();
        this.terms = terms;
        this.measured = measured;
        this.prompts = new Prompts(scenario, speakers, new LinkedHashMap<>(), said);
    }

    /**
     * Of turns that are played by branches.
     *
     * @param branches 1 for a simulation that is played itself
     * @param atOnce how many of them play at the same time
     */
    public Estimate of(int turns, int branches, int atOnce) {
        long all = (long) turns * branches;
        List<Call> least = calls(true);
        List<Call> most = calls(false);
        Range requests = new Range(least.size() * all, again(most.size() * all));
        Range tokens = new Range(
                least.stream().mapToLong(this::leastTokens).sum() * all,
                again(most.stream().mapToLong(this::mostTokens).sum() * all));
        return new Estimate(
                Math.toIntExact(all),
                requests,
                tokens,
                usd(least, most, all),
                seconds(turns, branches, atOnce, requests, tokens),
                WorstCase.of(most, prompts, terms),
                terms.limits(),
                measured.calls(),
                assumptions());
    }

    /**
     * Of what a judge is asked about runs.
     *
     * @param atOnce how many at the same time
     */
    public Estimate ofRulings(int rulings, int atOnce) {
        Call call = new Call(Phase.JUDGE, "", 0);
        Range completion = completion(call);
        Range requests = new Range(rulings, again(rulings));
        Range tokens = new Range(rulings * completion.low(), again(rulings * mostTokens(call)));
        long rows = Math.ceilDiv(rulings, Math.max(1, atOnce));
        Range each = millis(Phase.JUDGE);
        return new Estimate(
                0,
                requests,
                tokens,
                usd(call, rulings),
                limited(
                        new Range(
                                each.low() * rows / 1_000,
                                Math.ceilDiv((long) (each.high() * (1 + AGAIN)) * rows, 1_000)),
                        requests,
                        tokens),
                WorstCase.of(List.of(call), prompts, terms),
                terms.limits(),
                measured.calls(),
                assumptions());
    }

    /** From nothing but the shortest answers to the longest record of every run. */
    private @Nullable Money usd(Call call, int times) {
        List<String> models = terms.models(call);
        Price price = terms.price(models.getFirst()).orElse(null);
        BigDecimal dearest =
                terms.dearest(models, prompts.most(call), completion(call).high());
        if (price == null || dearest == null) {
            return null;
        }
        BigDecimal calls = BigDecimal.valueOf(times);
        return new Money(
                price.of(0, 0, completion(call).low()).multiply(calls).stripTrailingZeros(),
                dearest.multiply(calls).multiply(BigDecimal.valueOf(1 + AGAIN)).stripTrailingZeros());
    }

    private List<Call> calls(boolean fewest) {
        int rounds = scenario.settings().rounds();
        boolean analytics = scenario.settings().enableAnalytics();
        return fewest ? TurnCalls.least(speakers, rounds, analytics) : TurnCalls.most(speakers, rounds, analytics);
    }

    private long leastTokens(Call call) {
        return prompts.least() + completion(call).low();
    }

    private long mostTokens(Call call) {
        return prompts.most(call) + completion(call).high();
    }

    private Range completion(Call call) {
        return measured.completion(call.phase(), terms);
    }

    private @Nullable Money usd(List<Call> least, List<Call> most, long all) {
        BigDecimal low = BigDecimal.ZERO;
        for (Call call : least) {
            Price price = terms.price(terms.models(call).getFirst()).orElse(null);
            if (price == null) {
                return null;
            }
            low = low.add(
                    price.of(prompts.least(), prompts.least(), completion(call).low()));
        }
        BigDecimal high = BigDecimal.ZERO;
        for (Call call : most) {
            BigDecimal dearest = terms.dearest(
                    terms.models(call), prompts.most(call), completion(call).high());
            if (dearest == null) {
                return null;
            }
            high = high.add(dearest);
        }
        BigDecimal times = BigDecimal.valueOf(all);
        return new Money(
                low.multiply(times).stripTrailingZeros(),
                high.multiply(times).multiply(BigDecimal.valueOf(1 + AGAIN)).stripTrailingZeros());
    }

    private Range seconds(int turns, int branches, int atOnce, Range requests, Range tokens) {
        long rows = Math.ceilDiv(branches, Math.max(1, Math.min(branches, atOnce)));
        Range turn = chain();
        long low = turn.low() * turns * rows / 1_000;
        long high = Math.ceilDiv((long) (turn.high() * (1 + AGAIN) + TURN_MILLIS) * turns * rows, 1_000);
        return limited(new Range(low, high), requests, tokens);
    }

    private Range limited(Range seconds, Range requests, Range tokens) {
        Limits limits = terms.limits();
        if (limits == null) {
            return seconds;
        }
        Range waits = waits(limits, requests, tokens);
        return new Range(Math.max(seconds.low(), waits.low()), seconds.high() + waits.high());
    }

    /** Phases of a turn come one after the other; in each all are asked together. */
    private Range chain() {
        Range chain = millis(Phase.POSITION).plus(millis(Phase.MINUTES));
        int rounds = speakers.size() > 1 ? scenario.settings().rounds() : 0;
        if (rounds > 0) {
            Range named = millis(Phase.DISAGREEMENTS);
            Range replied = millis(Phase.REPLY);
            chain = new Range(chain.low() + named.low(), chain.high() + rounds * (named.high() + replied.high()));
        }
        return new Range(
                chain.low(), Math.max(chain.high(), millis(Phase.ANALYSIS).high()));
    }

    private Range millis(Phase phase) {
        return measured.millis(phase, SLOWEST_MILLIS);
    }

    /** The tightest of the limits; a minute's and a day's window run beside each other. */
    private static Range waits(Limits limits, Range requests, Range tokens) {
        Range longest = new Range(0, 0);
        for (Range wait : List.of(
                wait(limits.requestsPerMinute(), requests, 60),
                wait(limits.tokensPerMinute(), tokens, 60),
                wait(limits.requestsPerDay(), requests, 86_400),
                wait(limits.tokensPerDay(), tokens, 86_400))) {
            longest = new Range(Math.max(longest.low(), wait.low()), Math.max(longest.high(), wait.high()));
        }
        return longest;
    }

    private static Range wait(@Nullable Long limit, Range asked, long window) {
        if (limit == null) {
            return new Range(0, 0);
        }
        return new Range(
                Math.max(0, asked.low() - limit) * window / limit,
                Math.ceilDiv((asked.high() + limit) * window, limit));
    }

    private static long again(long calls) {
        return (long) Math.ceil(calls * (1 + AGAIN));
    }

    private List<String> assumptions() {
        List<String> assumptions = new ArrayList<>(List.of(
                "Everyone in the cast speaks in every turn; at least nobody and at most everybody has to reply in each"
                        + " round.",
                "At most one request in five is made again, because its answer was unusable or did not arrive.",
                "Input, focus and events of single turns are not known; the longest input is reckoned with."));
        assumptions.add(
                measured.phases().isEmpty()
                        ? "Nothing was measured here yet: a completion has 1 to %d tokens and a call takes up to %d seconds."
                                .formatted(terms.maxTokens(), SLOWEST_MILLIS / 1_000)
                        : "Completions and latencies are from half of the least to twice the most of %d measured calls."
                                .formatted(measured.calls()));
        Limits limits = terms.limits();
        assumptions.add(
                limits == null
                        ? "No limits of the provider are known, and none are reckoned with."
                        : "Nothing else uses the limits of the key: " + limits.source() + ".");
        return assumptions;
    }
}
