package io.synthforce.workflows.memory;

import io.synthforce.workflows.json.Json;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an agent keeps of a turn, as its position says. Any member may be missing and any number absurd: what cannot be
 * used is left out, never the whole reply, and what is kept of a turn has an end.
 *
 * @param text of the position
 * @param proposals beyond the catalogue
 * @param importance of the position, 0 to 1
 */
public record Learned(
        String text,
        List<String> proposals,
        double importance,
        List<Fact> facts,
        List<Commitment> commitments,
        List<Settlement> settled,
        List<Reflection> reflections) {

    public static final int MOST_FACTS = 3;
    public static final int MOST_COMMITMENTS = 2;
    public static final int MOST_REFLECTIONS = 3;

    private static final double USUAL_IMPORTANCE = 0.6;

    /** @param untilTurn the last turn it holds for; null for good */
    public record Fact(
            String text, double importance, @Nullable Integer untilTurn) {}

    /** @param untilTurn the turn it is due by; null when that is open */
    public record Commitment(String text, @Nullable Integer untilTurn) {

        /** What the {@code n}-th of a turn is kept under. */
        public static String key(int turn, int n) {
            return "turn_%d_commitment_%d".formatted(turn, n);
        }
    }

    /** @param key of the commitment, as the agent has it; there may be none of that key */
    public record Settlement(String key, Outcome outcome) {}

    /** @param sources keys of memories, as the agent has them; there may be none of that key */
    public record Reflection(String text, double importance, List<String> sources) {}

    /** @param reply the JSON of a recorded position */
    public static Learned of(String reply) {
        JsonNode said = Json.mapper().readTree(reply);
        return new Learned(
                text(said, "text"),
                texts(said.path("proposals")),
                share(said),
                worded(said.path("facts"))
                        .map(fact -> new Fact(text(fact, "text"), share(fact), until(fact)))
                        .limit(MOST_FACTS)
                        .toList(),
                worded(said.path("commitments"))
                        .map(made -> new Commitment(text(made, "text"), until(made)))
                        .limit(MOST_COMMITMENTS)
                        .toList(),
                said.path("settled")
                        .valueStream()
                        .flatMap(one -> Outcome.of(text(one, "outcome"))
                                .map(outcome -> new Settlement(text(one, "id").strip(), outcome))
                                .stream())
                        .toList(),
                worded(said.path("reflections"))
                        .map(one -> new Reflection(text(one, "text"), share(one), texts(one.path("sources"))))
                        .limit(MOST_REFLECTIONS)
                        .toList());
    }

    private static Stream<JsonNode> worded(JsonNode list) {
        return list.valueStream().filter(one -> !text(one, "text").isBlank());
    }

    private static String text(JsonNode said, String member) {
        return said.path(member).stringValue("");
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }

    private static double share(JsonNode said) {
        return Math.clamp(said.path("importance").asDouble(USUAL_IMPORTANCE), 0.0, 1.0);
    }

    /** There is no turn zero, and none so late. */
    private static @Nullable Integer until(JsonNode said) {
        double stated = said.path("until_turn").asDouble(0);
        return stated >= 1 && stated < Short.MAX_VALUE ? (int) stated : null;
    }
}
