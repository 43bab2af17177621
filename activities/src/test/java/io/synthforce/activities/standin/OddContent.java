package io.synthforce.activities.standin;

import static java.util.function.UnaryOperator.identity;

import io.synthforce.embedded.groq.Completion;
import io.synthforce.embedded.groq.Json;
import io.synthforce.embedded.groq.Spent;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;

/** What models write, and how answers are booked, when they do not do as they are told. */
public enum OddContent implements Misbehaviour {
    REASONING_ATE_THE_BUDGET("length", good -> ""),
    TRUNCATED_IN_A_STRING("length", good -> good.substring(0, good.indexOf("\":\"") + 5)),
    TRUNCATED_AFTER_A_COMMA("length", good -> good.substring(0, good.indexOf(",\"") + 1)),
    FENCED("```json\n%s\n```"),
    PROSE_AROUND("Sure! Here is {the answer} you asked for:\n%s\nAnything else?"),
    TWO_OBJECTS("%1$s\n%1$s"),
    TRAILING_COMMA(good -> good.substring(0, good.length() - 1) + ",}"),
    SINGLE_QUOTES(good -> good.replace('\'', '’').replace('"', '\'')),
    PYTHON_LITERALS(
            good -> good.replace(":true", ": True").replace(":false", ": False").replace(":null", ": None")),
    BARE_KEYS(good -> good.replaceAll("\"(\\w+)\":", "$1: ")),
    COMMENTS(good -> "{ // the answer\n" + good.substring(1, good.length() - 1) + " /* that is all */ }"),
    UNESCAPED_QUOTE(good -> firstText(good, "they say \"go\" again, ")),
    RAW_NEWLINE(good -> firstText(good, "two\nlines ")),
    WRONG_TYPES(good -> good.replaceAll("\":\"[^\"]*\"", "\":7")),
    MISSING_KEY(good -> "{" + good.substring(good.indexOf(",\"") + 1)),
    EXTRA_KEY(good -> "{\"mood\":\"good\"," + good.substring(1)),
    RENAMED_KEY(good -> good.replaceFirst("\\{\"\\w+\"", "{\"answer\"")),
    ECHOED_SCHEMA((asked, good) ->
            "{\"$schema\":\"x\",\"properties\":" + asked.request().schema().path("properties") + "}"),
    NUMBERS_NEGATIVE(good -> good.replaceAll("(?<=[:\\[])\\d", "-9$0")),
    ARRAYS_EMPTY(good -> good.replaceAll("\\[[^\\[\\]]*]", "[]")),
    IDS_DANGLING(good -> good.replaceAll("\"(action|issue|seat)\":\"[a-z_]+\"", "\"$1\":\"nobody_knows\"")),
    CONTENT_NULL("stop", good -> null),
    CONTENT_EMPTY("stop", good -> ""),
    THINKING_LEAKED("<think>{\"text\": \"no\"} or rather</think>%s"),
    CHANNELS_LEAKED("<|channel|>analysis<|message|>We need JSON.<|end|><|channel|>final<|message|>%s"),
    CHANNELS_BARE("analysisWe need JSON.assistantfinal%s"),
    REFUSAL_PROSE(good -> "I'm sorry, but I can't help with that."),
    CONTENT_FILTER("content_filter", good -> ""),
    REPETITION("length", good -> "{\"text\":\"" + "and so on ".repeat(20_000)),
    ENDLESS_WHITESPACE("length", good -> "{" + " \n".repeat(100_000)),
    HUGE(good -> "x".repeat(3 << 20)),
    UNICODE(good -> firstText(good, "👩‍🚀 שלום e\\u0301 \\u2028 \\u0000 \\ud800 ")),
    BYTE_ORDER_MARK("\uFEFF%s"),
    USAGE_MISSING(identity(), "\"usage\":\\{.*?},\"usage_b", "\"usage_b"),
    USAGE_DETAILS_NULL(
            identity(), "(\"usage\":\\{)", "$1\"prompt_tokens_details\":null,\"completion_tokens_details\":null,"),
    USAGE_ZERO(identity(), "\"(prompt|completion|total)_tokens\":\\d+", "\"$1_tokens\":0"),
    USAGE_IN_X_GROQ(identity(), "(\"usage\":\\{.*?}),(\"usage_b.*?\"x_groq\":\\{)", "$2$1,");

    private final String finishReason;
    private final BiFunction<Asked, String, @Nullable String> content;
    private final UnaryOperator<String> body;

    OddContent(String template) {
        this("stop", good -> template.formatted(good));
    }

    OddContent(UnaryOperator<String> content) {
        this("stop", content);
    }

    OddContent(String finishReason, UnaryOperator<@Nullable String> content) {
        this(finishReason, (asked, good) -> content.apply(good), identity());
    }

    OddContent(BiFunction<Asked, String, @Nullable String> content) {
        this("stop", content, identity());
    }

    OddContent(UnaryOperator<String> content, String inBody, String replacement) {
        this("stop", (asked, good) -> content.apply(good), body -> body.replaceAll(inBody, replacement));
    }

    OddContent(String finishReason, BiFunction<Asked, String, @Nullable String> content, UnaryOperator<String> body) {
        this.finishReason = finishReason;
        this.content = content;
        this.body = body;
    }

    @Override
    public Emission emit(Asked asked) {
        var text = content.apply(asked, asked.good());
        var spent = spent(asked, text == null ? "" : text);
        var completion = new Completion(asked.request(), text, finishReason, Completion.freshRequestId(), spent);
        return new Emission(200, new MockResponse.Builder().body(body.apply(Json.write(completion.body()))), spent);
    }

    private Spent spent(Asked asked, String text) {
        var request = asked.request();
        return finishReason.equals("length")
                ? new Spent(request.promptTokens(), 0, request.budget(), text.isEmpty() ? request.budget() : 0)
                : Spent.on(request, text);
    }

    /** Puts words before those of the first text of the answer. */
    private static String firstText(String good, String words) {
        var start = good.indexOf("\":\"") + 3;
        return good.substring(0, start) + words + good.substring(start);
    }
}
