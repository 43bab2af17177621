package io.synthforce.api.memory;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.store.memory.AddedMemory;
import io.synthforce.workflows.json.ContentHash;
import io.synthforce.workflows.memory.MemoryType;
import io.synthforce.workflows.scenario.Seat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * Something an agent is given to keep.
 *
 * @param untilTurn the last turn it holds for; a commitment (long_term) is due by then and stays until it is settled
 */
@Schema(name = "AddMemoryRequest")
record AddMemoryRequest(
        @NotNull
        @CodePointLength(min = 1, max = 60)
        @Schema(
                description = "A role that has a seat in the simulation, also one of the scenario's own",
                example = "ceo")
        String agentRole,

        @CodePointLength(max = 255)
        @Schema(description = "Which seat of the role; its first one when left out")
        @Nullable
        String seat,

        @Schema(
                description = "semantic when left out; long_term is a commitment the agent has to keep or drop",
                allowableValues = {"short_term", "long_term", "episodic", "semantic"})
        @Nullable
        String memoryType,

        @CodePointLength(min = 1, max = 255)
        @Schema(description = "Unique for the seat, for ever; made up when left out", example = "holt_contract")
        @Nullable
        String key,

        @NotNull @Valid Content content,

        @DecimalMin("0") @DecimalMax("1") @Schema(description = "0.5 when left out") @Nullable
        Double importance,

        @Min(1)
        @Schema(
                description =
                        "The last turn it holds for; a commitment is due by then. For good when left out, but short_term for"
                                + " three turns")
        @Nullable
        Integer untilTurn,

        @Schema(description = "When it is forgotten, if before MEMORY_RETENTION_DAYS are over") @Nullable
        Instant expiresAt,

        @Schema(description = "Whether it is in every prompt of the seat; false when left out") @Nullable
        Boolean pinned) {

    private static final double USUAL_IMPORTANCE = 0.5;
    private static final int SHORT_TERM = 3;

    /** Keys of what is learned in turns, now or later. */
    private static final Pattern RESERVED = Pattern.compile("turn_\\d+_.*", Pattern.DOTALL);

    /** What is to be kept. */
    @Schema(name = "MemoryContent")
    record Content(
            @NotNull
            @CodePointLength(min = 1, max = 500)
            @Schema(description = "What the agent will read", example = "The contract with Holt & Sons ends in March.")
            String summary,

            @Size(max = 5) @Nullable List<@NotNull @CodePointLength(max = 255) String> actions) {}

    /** @throws InvalidRequest naming who is there, if nobody of the role is, or no such seat of it */
    void requireSeat(List<Seat> cast) {
        List<Seat> ofRole =
                cast.stream().filter(one -> one.role().equals(agentRole)).toList();
        if (ofRole.isEmpty()) {
            throw new InvalidRequest("body.agent_role", "enum", possible(cast, Seat::role));
        }
        if (seat != null && ofRole.stream().noneMatch(one -> one.id().equals(seat))) {
            throw new InvalidRequest("body.seat", "enum", possible(ofRole, Seat::id));
        }
    }

    private static String possible(List<Seat> seats, Function<Seat, String> name) {
        return "Input should be " + seats.stream().map(name).distinct().collect(Collectors.joining("', '", "'", "'"));
    }

    /** @param nextTurn the first turn it can be recalled in */
    AddedMemory added(int nextTurn, Instant now) {
        MemoryType type = type();
        if (key != null && RESERVED.matcher(key).matches()) {
            throw new InvalidRequest(
                    "body.key", "value_error", "Keys that begin with turn_ and a number are for what turns bring");
        }
        UntilTurn.check(untilTurn, nextTurn);
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw new InvalidRequest("body.expires_at", "datetime_future", "Input should be in the future");
        }
        return new AddedMemory(
                agentRole,
                seat,
                type,
                key,
                content.summary(),
                requireNonNullElse(content.actions(), List.of()),
                requireNonNullElse(importance, USUAL_IMPORTANCE),
                until(type, nextTurn),
                expiresAt,
                requireNonNullElse(pinned, false));
    }

    private @Nullable Integer until(MemoryType type, int nextTurn) {
        if (untilTurn == null && type == MemoryType.SHORT_TERM) {
            return nextTurn + SHORT_TERM - 1;
        }
        return untilTurn;
    }

    String hash() {
        return ContentHash.of(this);
    }

    private MemoryType type() {
        return memoryType == null ? MemoryType.SEMANTIC : MemoryTypes.read("body.memory_type", memoryType);
    }
}
