package io.synthforce.activities.call;

import io.synthforce.activities.groq.CompletionRequest;
import io.synthforce.activities.groq.LimitReached;
import io.synthforce.activities.groq.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a call is asked this time.
 *
 * @param maxTokens the completion budget
 * @param resample how often the model was asked again because its answer was unusable
 * @param shrunk whether the request was made smaller because it was too large
 * @param tier of the endpoint's service, null for its default
 * @param throttles how often in a row it was refused for a limit or want of capacity
 */
record Ask(
        List<Message> messages,
        int maxTokens,
        int resample,
        boolean shrunk,
        @Nullable String tier,
        int throttles) {

    /** One resample with the errors; field data says a second one hardly helps. */
    private static final int RESAMPLES = 1;

    private static final int ERRORS_TOLD = 1_500;

    /** Characters and tokens are not quite in proportion. */
    private static final double MARGIN = 0.95;

    static Ask first(List<Message> messages, int maxTokens, @Nullable String tier) {
        return new Ask(List.copyOf(messages), maxTokens, 0, false, tier, 0);
    }

    Ask onDemand() {
        return tier == null
                ? this
                : new Ask(messages, maxTokens, resample, shrunk, CompletionRequest.ON_DEMAND, throttles);
    }

    Ask throttled(int times) {
        return new Ask(messages, maxTokens, resample, shrunk, tier, times);
    }

    /**
     * @param errors of the last answer
     * @param moreRoom whether it ran out of tokens
     * @return null when it was asked once more already
     */
    @Nullable
    Ask resampled(String errors, boolean moreRoom) {
        if (resample == RESAMPLES) {
            return null;
        }
        var told = new ArrayList<>(messages);
        told.add(Message.user("Your last answer could not be used: " + brief(errors)
                + ". Answer again with one JSON object of the schema."));
        return new Ask(List.copyOf(told), moreRoom ? maxTokens * 2 : maxTokens, resample + 1, shrunk, tier, throttles);
    }

    /** A model that answers with the same fault a hundred times has it named often enough. */
    private static String brief(String errors) {
        return errors.length() <= ERRORS_TOLD ? errors : errors.substring(0, ERRORS_TOLD) + " …";
    }

    /**
     * What is over the limit is taken from the completion budget first, as long as half of it is left, then from the
     * prompt; without figures the prompt is halved, or made as much shorter as it can be.
     *
     * @return null when it was tried, or cannot be made small enough
     */
    @Nullable
    Ask shrunk(@Nullable LimitReached limit) {
        if (shrunk) {
            return null;
        }
        var size = messages.stream()
                .mapToInt(message -> message.content().length())
                .sum();
        if (limit == null) {
            return withPrompt(size / 2, size * 9 / 10, maxTokens);
        }
        var over = (int) Math.min(Integer.MAX_VALUE / 2, Math.max(1, limit.requested() - limit.most()));
        var fromBudget = Math.min(over, maxTokens / 2);
        var rest = over - fromBudget;
        if (rest == 0) {
            return new Ask(messages, maxTokens - fromBudget, resample, true, tier, throttles);
        }
        var promptTokens = Math.max(1, limit.requested() - maxTokens);
        var left = (promptTokens - rest) / (double) promptTokens;
        return left <= 0
                ? null
                : withPrompt((int) (size * left * MARGIN), (int) (size * left * MARGIN), maxTokens - fromBudget);
    }

    private @Nullable Ask withPrompt(int wanted, int most, int maxTokens) {
        var shorter = Shortening.of(messages, wanted, most);
        return shorter == null ? null : new Ask(shorter, maxTokens, resample, true, tier, throttles);
    }
}
