package io.synthforce.api.memory;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.wire.Words;
import io.synthforce.store.memory.LeftOut;
import io.synthforce.store.memory.Memory;
import io.synthforce.store.memory.Scored;
import io.synthforce.workflows.grounding.Claims;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an agent had before it in a turn, and what it had not, with the reasons. It is worked out from what was written down,
 * by the same code that wrote the prompt, and compared with the prompt that was sent.
 */
@Schema(name = "MemoryExplanation")
record ExplanationAnswer(
        @Schema(example = "12") int turn,

        @Schema(example = "ceo") String seat,

        @Schema(description = "What the memories were matched with", example = "What about our smallest customers?")
        String query,

        @Schema(description = "Tokens there are for pinned and recalled memories, about", example = "700")
        int budget,

        @Schema(description = "Tokens they came to, about", example = "412")
        int tokens,

        @Schema(description = "Whether the agent was asked to look back")
        boolean reflectionDue,

        @Schema(
                description = "Whether the prompt that was answered holds each line below; null when none is recorded",
                example = "true")
        @Nullable
        Boolean asSent,

        @Schema(description = "In the order of the prompt") List<Item> recalled,

        @Schema(description = "Candidates best first, then the newest of the others")
        List<Item> leftOut,

        @Schema(description = "How many were left out in all", example = "31")
        int leftOutTotal,

        @Schema(description = "What the reply named that there was not, and that was passed over")
        List<Unknown> unknown,

        @Schema(description = "What the agent undertook in the turn and is not held to, for too much is open already")
        List<NotKept> notKept) {

    /**
     * One memory.
     *
     * @param why for one that was recalled pinned, commitment, score or reflection; else budget, outscored, expired,
     *     forgotten or cleared
     */
    @Schema(name = "ExplainedMemory")
    record Item(
            UUID id,
            @Schema(example = "turn_2_fact_1") String key,

            @Schema(
                    description = "As the agent is shown it: numbers that rest on nothing read [unverified number]",
                    example = "turn_2_fact_1: The contract with Holt & Sons ends in March.")
            String line,

            @Schema(
                    description =
                            "pinned, commitment, score, reflection; budget, outscored, expired, forgotten, cleared",
                    example = "score")
            String why,

            @Schema(description = "0 for the oldest candidate, 1 for the newest", example = "0.0") @Nullable
            Double recency,

            @Schema(description = "0 for the least important candidate, 1 for the most", example = "0.6") @Nullable
            Double importance,

            @Schema(description = "0 for the worst match of the query, 1 for the best", example = "1.0") @Nullable
            Double relevance,

            @Schema(description = "Their sum", example = "1.6") @Nullable
            Double score) {

        static Item of(Memory memory, Claims claims, String why) {
            return new Item(memory.id(), memory.key(), memory.line(claims), why, null, null, null, null);
        }

        static Item of(Scored scored, Claims claims, String why) {
            Memory memory = scored.memory();
            return new Item(
                    memory.id(),
                    memory.key(),
                    memory.line(claims),
                    why,
                    rounded(scored.recency()),
                    rounded(scored.importance()),
                    rounded(scored.relevance()),
                    rounded(scored.score()));
        }

        static Item of(LeftOut leftOut, Claims claims) {
            return of(leftOut.memory(), claims, Words.of(leftOut.why()));
        }

        private static double rounded(double share) {
            return Math.round(share * 10_000) / 10_000.0;
        }
    }

    /** A key in a reply. */
    @Schema(name = "UnknownMemory")
    record Unknown(
            @Schema(description = "settled or sources", example = "settled")
            String member,

            @Schema(example = "turn_3_commitment_9") String key) {}

    /** A commitment beyond those that can be open at a time. */
    @Schema(name = "NotKeptMemory")
    record NotKept(
            @Schema(example = "I will call the bank.") String text,

            @Schema(example = "5 commitments are open; settle one first")
            String why) {

        static NotKept beyond(int most, String text) {
            return new NotKept(text, "%d commitments are open; settle one first".formatted(most));
        }
    }
}
