package io.synthforce.activities.call;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.synthforce.activities.groq.GroqOutcome;
import io.synthforce.activities.groq.GroqOutcome.Answered;
import io.synthforce.activities.groq.GroqOutcome.Broken;
import io.synthforce.activities.groq.GroqOutcome.Refused;
import io.synthforce.activities.groq.Usage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts for operators what models were asked, how that ended and what it cost in tokens. */
final class CallMeters {

    private final MeterRegistry meters;

    CallMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @param model the one that is asked, as configured: what answers call themselves is no label */
    void count(String model, GroqOutcome outcome) {
        Tags tags = Tags.of("model", model);
        meters.counter("synthforce.model.calls", tags.and("outcome", name(outcome)))
                .increment();
        meters.timer("synthforce.model.call.duration", tags).record(outcome.latency());
        if (outcome instanceof Answered answer) {
            tokens(tags, answer.usage());
        }
    }

    private void tokens(Tags tags, @Nullable Usage usage) {
        if (usage != null) {
            meters.counter("synthforce.model.tokens", tags.and("kind", "prompt"))
                    .increment(usage.promptTokens());
            meters.counter("synthforce.model.tokens", tags.and("kind", "completion"))
                    .increment(usage.completionTokens());
        }
    }

    /** A script's answer is not counted as a model's. */
    private static String name(GroqOutcome outcome) {
        return switch (outcome) {
            case Answered answer -> answer.scripted() ? "scripted" : "answered";
            case Refused refused -> refused.kind().label();
            case Broken broken -> broken.kind().name().toLowerCase(Locale.ROOT);
        };
    }
}
