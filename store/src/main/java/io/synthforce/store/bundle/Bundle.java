package io.synthforce.store.bundle;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.synthforce.store.plan.Figures;
import io.synthforce.store.turn.GivenInput;
import io.synthforce.store.turn.TurnInputs;
import io.synthforce.workflows.change.Change;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.plan.Plan;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.turn.Phase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The parts a bundle is made of. Names are kept: bundles outlive releases. */
public final class Bundle {

    public static final String FORMAT = "synthforce.bundle/1";

    private Bundle() {}

    /**
     * What it is a bundle of.
     *
     * @param engine version of the rules
     * @param product that wrote it
     * @param journalHash identity of all that happened
     * @param scripted whether a script spoke
     */
    public record Header(
            String format,
            int engine,
            @Nullable String product,
            Instant exportedAt,
            UUID sessionId,
            int turns,
            String journalHash,
            boolean scripted) {

        public Header {
            requireNonNull(format, "format is missing");
            requireNonNull(journalHash, "journal_hash is missing");
        }
    }

    /**
     * A simulation, or one it was forked from.
     *
     * @param baseTurn the last turn it shares with the one before it in the bundle; 0 for the first
     * @param uptoTurn the last turn that is in the bundle
     * @param completed whether that was its last
     * @param changes what it was forked with
     * @param opening what its journal begins with
     * @param recordedInputs whether its turns are given what was asked of what it was forked from
     * @param given to turns that are not in the bundle
     */
    public record Head(
            UUID sessionId,
            int baseTurn,
            int uptoTurn,
            boolean completed,
            Scenario scenario,
            List<Change> changes,
            List<Entry> opening,
            @Nullable Boolean recordedInputs,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<GivenInput> given) {

        public Head {
            requireNonNull(sessionId, "session_id is missing");
            requireNonNull(scenario, "scenario is missing");
            changes = List.copyOf(requireNonNull(changes, "changes is missing"));
            opening = List.copyOf(requireNonNull(opening, "opening is missing"));
            given = given == null ? List.of() : List.copyOf(given);
        }
    }

    /** A journal entry. */
    public record Entry(SimulationEvent event, String hash) {

        public Entry {
            requireNonNull(event, "event is missing");
            requireNonNull(hash, "hash is missing");
        }
    }

    /** A turn that was played, with its recorded calls and the plan after it. */
    public record Turn(
            int turn,
            int engine,
            Instant takenAt,
            @Nullable Instant endedAt,
            TurnInputs inputs,
            String inputsHash,
            List<Entry> events,
            List<Call> calls,
            Plan plan,
            Figures figures) {

        public Turn {
            requireNonNull(takenAt, "taken_at is missing");
            requireNonNull(inputs, "inputs is missing");
            requireNonNull(inputsHash, "inputs_hash is missing");
            events = List.copyOf(requireNonNull(events, "events is missing"));
            calls = List.copyOf(requireNonNull(calls, "calls is missing"));
            requireNonNull(plan, "plan is missing");
            requireNonNull(figures, "figures is missing");
        }
    }

    /**
     * A recorded call: the reply that stands, or the fact that it was given up.
     *
     * @param reply its JSON as text, over which {@code contentHash} is taken
     * @param sent the request it answers, null when none was sent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Call(
            String seat,
            Phase phase,
            int round,
            String role,
            String inputHash,
            @Nullable String reply,
            @Nullable String contentHash,
            @Nullable String reason,
            @Nullable String parseStep,
            @Nullable String model,
            boolean scripted,
            boolean imported,
            Instant recordedAt,
            @Nullable Sent sent) {

        public Call {
            requireNonNull(seat, "seat is missing");
            requireNonNull(phase, "phase is missing");
            requireNonNull(role, "role is missing");
            requireNonNull(inputHash, "input_hash is missing");
            requireNonNull(recordedAt, "recorded_at is missing");
        }
    }

    /**
     * A question that was asked beside the turns, and is answered or failed.
     *
     * @param state done or failed
     * @param call by which it was answered, null when it failed before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Interview(
            int number,
            int turn,
            String seat,
            String role,
            String question,
            String state,
            @Nullable String detail,
            Instant createdAt,
            @Nullable Instant endedAt,
            @Nullable Call call) {

        public Interview {
            requireNonNull(seat, "seat is missing");
            requireNonNull(role, "role is missing");
            requireNonNull(question, "question is missing");
            requireNonNull(state, "state is missing");
            requireNonNull(createdAt, "created_at is missing");
        }
    }

    /**
     * The request behind a reply.
     *
     * @param request as it was sent: prompt, model, parameters and seed
     * @param costUsd what it cost where it was made
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Sent(
            @Nullable JsonNode request,
            String model,
            @Nullable String servedModel,
            @Nullable String systemFingerprint,
            int resample,
            @Nullable Integer promptTokens,
            @Nullable Integer cachedTokens,
            @Nullable Integer completionTokens,
            @Nullable Integer reasoningTokens,
            @Nullable BigDecimal costUsd,
            @Nullable String priceVersion,
            @Nullable Integer latencyMs,
            Instant startedAt,
            @Nullable Instant endedAt) {

        public Sent {
            requireNonNull(model, "model is missing");
            requireNonNull(startedAt, "started_at is missing");
        }
    }

    /**
     * A change of what is remembered. Without a memory it clears everything of a simulation up to a journal position.
     *
     * @param id by which memories refer to it
     * @param ancestor the simulation that is cleared
     * @param memory by the id it has in the bundle
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Edit(
            long id,
            @Nullable UUID ancestor,
            @Nullable Long uptoSeq,
            int fromTurn,
            Instant madeAt,
            @Nullable UUID memory,
            @Nullable Map<String, Object> content,
            @Nullable Double importance,
            @Nullable Integer untilTurn,
            boolean pinned,
            boolean forgotten,
            @Nullable String settled,
            @Nullable Integer settledTurn) {

        public Edit {
            requireNonNull(madeAt, "made_at is missing");
        }
    }

    /**
     * One thing an agent keeps.
     *
     * @param seq journal position it was learned at
     * @param edit the one it came with, when it was written by hand
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Kept(
            UUID id,
            long seq,
            int turn,
            String seat,
            String agentRole,
            String memoryType,
            String key,
            Map<String, Object> content,
            double importance,
            @Nullable Integer untilTurn,
            List<String> sources,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Long edit) {

        public Kept {
            requireNonNull(id, "id is missing");
            requireNonNull(seat, "seat is missing");
            requireNonNull(agentRole, "agent_role is missing");
            requireNonNull(memoryType, "memory_type is missing");
            requireNonNull(key, "key is missing");
            content = new LinkedHashMap<>(requireNonNull(content, "content is missing"));
            sources = List.copyOf(requireNonNull(sources, "sources is missing"));
            requireNonNull(createdAt, "created_at is missing");
        }
    }
}
