package io.synthforce.workflows.budget;

import io.synthforce.workflows.budget.TurnCalls.Call;
import java.util.List;

/**
 * The most a turn can spend: every call it can make, each as often as faults let it be repeated. Of a call that goes on
 * being unusable or broken, {@code retries + 2} requests can be billed: it is given up when more than {@code retries}
 * faults are counted, they are counted before a request, and one that cannot be used is asked again at once. Every second
 * one may be such a second try, told what was wrong and given twice the room. Limits and refusals are not billed.
 */
public final class WorstCase {

    /** What a second try is told about the first, in tokens. */
    static final int TOLD = 700;

    private WorstCase() {}

    public static Amount of(List<Call> calls, Prompts prompts, Terms terms) {
        Amount sum = Amount.NOTHING;
        for (Call call : calls) {
            sum = sum.plus(of(prompts.most(call), terms.maxTokens(), terms.models(call), terms));
        }
        return sum;
    }

    /** The most requests one call can be billed for. */
    public static int requests(Terms terms) {
        return terms.retries() + 2;
    }

    /**
     * Of one call of any kind.
     *
     * @param prompt and {@code completion} in tokens, at most
     * @param models that may be asked
     */
    public static Amount of(int prompt, int completion, List<String> models, Terms terms) {
        long requests = requests(terms);
        long again = requests / 2;
        long prompts = requests * prompt + again * TOLD;
        long completions = (requests + again) * completion;
        return new Amount(prompts + completions, terms.dearest(models, prompts, completions));
    }
}
