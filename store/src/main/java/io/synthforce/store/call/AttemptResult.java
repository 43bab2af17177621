package io.synthforce.store.call;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider request came to.
 *
 * @param cause what kind of failure it was, in the caller's words; limits and outages among them are no faults of the call
 * @param retryAt when the provider wants to be asked again, if it said so
 * @param reply the raw body
 * @param cost in USD, null when it is not known what was taken or what that costs
 * @param place in the queue for the model when it was asked for last, null where nobody queues
 */
public record AttemptResult(
        State state,
        @Nullable Integer httpStatus,
        @Nullable String code,
        @Nullable String cause,
        @Nullable String detail,
        @Nullable Instant retryAt,
        @Nullable String reply,
        @Nullable String servedModel,
        @Nullable Boolean scripted,
        @Nullable Tokens tokens,
        @Nullable BigDecimal cost,
        @Nullable String systemFingerprint,
        @Nullable String providerRequest,
        int latencyMillis,
        @Nullable Integer place) {

    /** Of a request that has no place in a queue. */
    public AttemptResult(
            State state,
            @Nullable Integer httpStatus,
            @Nullable String code,
            @Nullable String cause,
            @Nullable String detail,
            @Nullable Instant retryAt,
            @Nullable String reply,
            @Nullable String servedModel,
            @Nullable Boolean scripted,
            @Nullable Tokens tokens,
            @Nullable BigDecimal cost,
            @Nullable String systemFingerprint,
            @Nullable String providerRequest,
            int latencyMillis) {
        this(
                state,
                httpStatus,
                code,
                cause,
                detail,
                retryAt,
                reply,
                servedModel,
                scripted,
                tokens,
                cost,
                systemFingerprint,
                providerRequest,
                latencyMillis,
                null);
    }

    /** The same, with a place in the queue for the model. */
    public AttemptResult at(@Nullable Integer newPlace) {
        return new AttemptResult(
                state,
                httpStatus,
                code,
                cause,
                detail,
                retryAt,
                reply,
                servedModel,
                scripted,
                tokens,
                cost,
                systemFingerprint,
                providerRequest,
                latencyMillis,
                newPlace);
    }

    /** How an attempt ends; {@code UNKNOWN} when its process was lost before it knew. */
    public enum State {
        OPEN,
        RECORDED,
        /** Another attempt's reply was recorded first. */
        LOST,
        /** Answered, but the reply could not be used. */
        UNUSABLE,
        REFUSED,
        BROKEN,
        UNKNOWN
    }

    /** Tokens as the provider counted them. */
    public record Tokens(int prompt, int cached, int completion, int reasoning) {}
}
