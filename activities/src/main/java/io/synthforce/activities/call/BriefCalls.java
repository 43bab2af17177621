package io.synthforce.activities.call;

import io.synthforce.activities.question.BriefQuestion;
import io.synthforce.activities.question.DirectQuestion;
import io.synthforce.activities.question.EntailmentQuestion;
import io.synthforce.store.brief.NewBrief;
import io.synthforce.store.brief.WrittenBrief;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.workflows.brief.DirectAnswer;
import io.synthforce.workflows.brief.Prose;
import io.synthforce.workflows.brief.Sentence;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Phase;
import java.util.List;
import java.util.Optional;

/** The calls of a brief: what is recorded is read, what is not is asked. */
record BriefCalls(BriefScenes scenes, ModelCaller caller, ModelCalls calls) {

    /** Empty when there is no usable text. */
    List<Sentence> written(WrittenBrief brief) {
        NewBrief of = brief.of();
        return caller.ask(scenes.of(of, brief.key(Phase.BRIEF)), new BriefQuestion(of.memo(), of.sources()));
    }

    /** Of the sentences that need it; empty when there is no usable verdict. */
    List<Boolean> entailed(WrittenBrief brief, List<Sentence> candidates) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        String written =
                recorded(brief.key(Phase.BRIEF)).map(RecordedCall::contentHash).orElse("");
        return caller.ask(
                scenes.of(brief.of(), brief.key(Phase.ENTAILMENT)),
                new EntailmentQuestion(candidates, brief.of().sources(), written));
    }

    Optional<DirectAnswer> direct(WrittenBrief brief, int time) {
        NewBrief of = brief.of();
        return caller.ask(
                scenes.of(of, brief.direct(time)), new DirectQuestion(of.memo(), of.options(), of.maxTokens()));
    }

    static List<Sentence> candidates(WrittenBrief brief, List<Sentence> written) {
        return Prose.candidates(written, brief.of().sources());
    }

    Optional<RecordedCall> recorded(CallKey key) {
        return calls.recorded(key);
    }
}
