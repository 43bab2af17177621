package io.synthforce.api.export;

import io.synthforce.store.call.Cost;
import io.synthforce.store.call.Costs;
import io.synthforce.store.memory.Memory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an export says beside its turns. */
final class Summary {

    private Summary() {}

    /**
     * A simulation as it stands.
     *
     * @param parent what it was forked from after {@code baseTurn}
     * @param journalHash identity of all that happened, without ids, times and costs
     */
    record Of(
            UUID sessionId,
            @Nullable String name,
            @Nullable String description,
            String status,
            int currentTurn,
            int maxTurns,
            Instant createdAt,
            Instant updatedAt,
            @Nullable UUID parent,
            UUID root,
            int baseTurn,
            String journalHash) {}

    /**
     * Who spoke in how many calls.
     *
     * @param model the one that answered
     * @param scripted a script did, and no model was asked
     */
    record Speaker(String model, boolean scripted, long calls) {}

    /** One thing an agent keeps. */
    record Kept(
            String seat,
            String agentRole,
            String memoryType,
            String key,
            String summary,
            double importance,
            int turn,
            @Nullable Integer untilTurn,
            boolean pinned,
            List<String> sources) {

        static Kept of(Memory memory) {
            return new Kept(
                    memory.seat(),
                    memory.agentRole(),
                    memory.type().word(),
                    memory.key(),
                    memory.summary(),
                    memory.importance(),
                    memory.turn(),
                    memory.untilTurn(),
                    memory.pinned(),
                    memory.sources());
        }
    }

    /**
     * What it cost itself; what came before a fork was paid by what it was forked from.
     *
     * @param openUsd reserved for requests whose outcome is not known
     * @param unpriced requests to models without a known price
     */
    record Spent(
            String currency,
            int requests,
            int replies,
            long promptTokens,
            long completionTokens,
            BigDecimal usd,
            BigDecimal openUsd,
            int unpriced,
            Map<String, BigDecimal> usdBySeat) {

        static Spent of(Costs.Spent spent) {
            Cost total = spent.total();
            Map<String, BigDecimal> seats = new LinkedHashMap<>();
            spent.seats().forEach((seat, cost) -> seats.put(seat, cost.usd()));
            return new Spent(
                    "USD",
                    total.requests(),
                    total.replies(),
                    total.promptTokens(),
                    total.completionTokens(),
                    total.usd(),
                    total.openUsd(),
                    total.unpriced(),
                    seats);
        }
    }
}
