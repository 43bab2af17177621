package io.synthforce.activities.call;

import static java.util.Objects.requireNonNullElse;

import io.synthforce.activities.groq.GroqOutcome.Answered;
import io.synthforce.activities.groq.GroqOutcome.Refused;
import io.synthforce.activities.groq.Reply.Parsed;
import io.synthforce.activities.groq.Reply.Unusable;
import io.synthforce.store.call.AttemptResult;
import io.synthforce.store.call.AttemptResult.State;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a model wrote, whether it came as an answer or inside a refusal. A refused text is sometimes perfectly usable, and
 * it was paid for.
 */
sealed interface Written {

    String text();

    String finishReason();

    /** Who wrote it, as far as is known. */
    String model();

    boolean scripted();

    AttemptResult result(State state, @Nullable String detail);

    /** Which step of reading it succeeded. */
    String step(Parsed parsed);

    /** Whether it ended for want of tokens, so that more of them may help. */
    boolean ranOut();

    /** What to tell the model about it. */
    List<String> errors(Unusable unusable);

    static Written of(Answered answer, @Nullable BigDecimal cost) {
        return new InAnswer(answer, cost);
    }

    static Written of(Refused refused, String model) {
        return new InRefusal(refused, model);
    }

    record InAnswer(Answered answer, @Nullable BigDecimal cost) implements Written {

        @Override
        public String text() {
            return answer.content();
        }

        @Override
        public String finishReason() {
            return answer.finishReason();
        }

        @Override
        public String model() {
            return answer.servedModel();
        }

        @Override
        public boolean scripted() {
            return answer.scripted();
        }

        @Override
        public AttemptResult result(State state, @Nullable String detail) {
            return Attempts.answered(
                    answer, cost, state, state == State.UNUSABLE && ranOut() ? Past.OUT_OF_TOKENS : null, detail);
        }

        @Override
        public String step(Parsed parsed) {
            return parsed.step().name().toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean ranOut() {
            return answer.finishReason().equals("length");
        }

        @Override
        public List<String> errors(Unusable unusable) {
            return ranOut() && text().isBlank()
                    ? List.of("the answer is empty: thinking used up the token limit; think and answer more briefly")
                    : unusable.errors();
        }
    }

    record InRefusal(Refused refused, String model) implements Written {

        private static final String OUT_OF_TOKENS = "max completion tokens reached";

        @Override
        public String text() {
            return ranOut() ? "" : requireNonNullElse(refused.failedGeneration(), "");
        }

        @Override
        public String finishReason() {
            return "stop";
        }

        @Override
        public boolean scripted() {
            return false;
        }

        @Override
        public AttemptResult result(State state, @Nullable String detail) {
            return Attempts.salvaged(
                    refused,
                    state,
                    state == State.UNUSABLE && ranOut()
                            ? Past.OUT_OF_TOKENS
                            : refused.kind().label(),
                    requireNonNullElse(detail, "used although it was refused"));
        }

        @Override
        public String step(Parsed parsed) {
            return "salvaged";
        }

        @Override
        public boolean ranOut() {
            return requireNonNullElse(refused.failedGeneration(), "").startsWith(OUT_OF_TOKENS);
        }

        @Override
        public List<String> errors(Unusable unusable) {
            if (ranOut()) {
                return List.of("the token limit was reached before the answer was whole; answer more briefly");
            }
            return text().isBlank() ? List.of(refused.message()) : unusable.errors();
        }
    }
}
