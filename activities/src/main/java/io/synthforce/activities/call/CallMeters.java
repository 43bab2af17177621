package io.synthforce.activities.call;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.synthforce.activities.groq.GroqOutcome;
import io.synthforce.activities.groq.GroqOutcome.Answered;
import io.synthforce.activities.groq.GroqOutcome.Broken;
import io.synthforce.activities.groq.GroqOutcome.Refused;
import io.synthforce.activities.groq.Usage;
import java.util.Locale;

/** Counts for operators what models were asked, how that ended and what it cost in tokens. */
final class CallMeters {

    private final MeterRegistry meters;

    CallMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @param model the one that is asked, as configured: what answers call themselves is no label */
    void count(String model, GroqOutcome outcome) {
        Tags tags = Tags.of("model", model);
        Counter.builder("synthforce.model.calls")
                .description("Requests to models, by how they ended")
                .tags(tags.and("outcome", name(outcome)))
                .register(meters)
                .increment();
        Timer.builder("synthforce.model.call.duration")
                .description("From sending a request to the end of its answer")
                .tags(tags)
                .register(meters)
                .record(outcome.latency());
        if (outcome instanceof Answered answer && answer.usage() instanceof Usage usage) {
            count(tags.and("kind", "prompt"), usage.promptTokens());
            count(tags.and("kind", "completion"), usage.completionTokens());
        }
    }

    private void count(Tags tags, int tokens) {
        Counter.builder("synthforce.model.tokens")
                .description("Tokens as the provider counted them; a script's are estimates")
                .tags(tags)
                .register(meters)
                .increment(tokens);
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
