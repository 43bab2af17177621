package io.synthforce.activities.call;

import io.synthforce.store.brief.WrittenBrief;
import io.synthforce.store.brief.WrittenBrief.State;
import io.synthforce.store.brief.WrittenBriefs;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.workflows.brief.Baseline;
import io.synthforce.workflows.brief.BriefActivities;
import io.synthforce.workflows.brief.DirectAnswer;
import io.synthforce.workflows.brief.Prose;
import io.synthforce.workflows.brief.Sentence;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Phase;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Has a brief written and checked by the same ways as all calls are made: one recorded reply, every attempt booked. */
final class BriefActivitiesImpl implements BriefActivities {

    private final WrittenBriefs briefs;
    private final BriefCalls calls;

    BriefActivitiesImpl(WrittenBriefs briefs, BriefCalls calls) {
        this.briefs = briefs;
        this.calls = calls;
    }

    @Override
    public int write(UUID id) {
        whileOpen(id, calls::written);
        return briefs.find(id)
                .filter(brief -> brief.state() == State.OPEN)
                .map(brief -> brief.of().repeats())
                .orElse(0);
    }

    @Override
    public void check(UUID id) {
        whileOpen(id, brief -> calls.entailed(brief, BriefCalls.candidates(brief, calls.written(brief))));
    }

    @Override
    public void askDirectly(UUID id, int time) {
        whileOpen(id, brief -> calls.direct(brief, time));
    }

    @Override
    public void conclude(UUID id) {
        whileOpen(id, this::conclude);
    }

    private void conclude(WrittenBrief brief) {
        Baseline baseline = baseline(brief);
        List<Sentence> written = calls.written(brief);
        List<Sentence> candidates = BriefCalls.candidates(brief, written);
        List<Boolean> entailed = calls.entailed(brief, candidates);
        if (written.isEmpty()) {
            briefs.fail(brief, "The model gave no usable text.", baseline);
        } else if (entailed.size() < candidates.size()) {
            briefs.fail(brief, "Nobody could say which of its sentences hold.", baseline);
        } else {
            List<CallKey> keys = List.of(brief.key(Phase.BRIEF), brief.key(Phase.ENTAILMENT));
            Prose prose = new Prose(
                    Prose.checked(written, brief.of().sources(), entailed),
                    model(keys.getFirst()),
                    model(keys.getLast()),
                    scripted(keys.stream()));
            briefs.finish(brief, prose, baseline);
        }
    }

    private Baseline baseline(WrittenBrief brief) {
        List<Integer> times =
                IntStream.rangeClosed(1, brief.of().repeats()).boxed().toList();
        List<DirectAnswer> answers = times.stream()
                .flatMap(time -> calls.direct(brief, time).stream())
                .toList();
        return new Baseline(
                times.size(),
                answers,
                brief.of().maxTokens(),
                model(brief.direct(1)),
                scripted(times.stream().map(brief::direct)));
    }

    private @Nullable String model(CallKey key) {
        return calls.recorded(key).map(RecordedCall::model).orElse(null);
    }

    private boolean scripted(Stream<CallKey> keys) {
        return keys.anyMatch(
                key -> calls.recorded(key).filter(RecordedCall::scripted).isPresent());
    }

    private void whileOpen(UUID id, Consumer<WrittenBrief> step) {
        briefs.find(id).filter(brief -> brief.state() == State.OPEN).ifPresent(brief -> {
            try {
                step.accept(brief);
            } catch (NotCovered notCovered) {
                briefs.fail(brief, notCovered.told(), null);
            } catch (IllegalStateException | IllegalArgumentException | NullPointerException defect) {
                briefs.fail(brief, "The brief could not be written.", null);
                throw Faults.defect(defect);
            }
        });
    }
}
