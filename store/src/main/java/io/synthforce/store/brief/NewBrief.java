package io.synthforce.store.brief;

import io.synthforce.workflows.brief.Source;
import io.synthforce.workflows.budget.Amount;
import io.synthforce.workflows.budget.Terms;
import io.synthforce.workflows.budget.Tokens;
import io.synthforce.workflows.budget.TurnCalls.Call;
import io.synthforce.workflows.budget.WorstCase;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.turn.Phase;
import java.util.List;
import java.util.UUID;

/**
 * A brief that is to be written.
 *
 * @param simulation that was forked, which pays
 * @param turn the last one all runs share
 * @param memo the question as it would be put to somebody who simulates nothing
 * @param sources all that it may cite, as they are now
 * @param options how many the memo numbers
 * @param repeats how often the memo is put to a model directly
 * @param maxTokens room for each direct answer
 */
public record NewBrief(
        UUID experiment,
        UUID simulation,
        int turn,
        String memo,
        List<Source> sources,
        int options,
        int repeats,
        int maxTokens) {

    /** What prompts and schemas say beside that. */
    private static final int FRAME = 1_500;

    public NewBrief {
        sources = List.copyOf(sources);
    }

    /** At worst. The check reads the sources again, and what was written. */
    Amount need(Terms terms) {
        int asked = FRAME + Tokens.estimate(memo);
        int cited = Tokens.estimate(Json.write(sources));
        int usual = terms.maxTokens();
        Amount written = WorstCase.of(asked + cited, usual, models(terms, Phase.BRIEF), terms);
        Amount checked = WorstCase.of(FRAME + cited + usual, usual, models(terms, Phase.ENTAILMENT), terms);
        Amount direct = WorstCase.of(asked, Math.max(usual, maxTokens), models(terms, Phase.BASELINE), terms);
        return written.plus(checked).plus(direct.times(repeats));
    }

    private static List<String> models(Terms terms, Phase phase) {
        return terms.models(new Call(phase, "", 0));
    }
}
