package io.synthforce.activities.groq;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why an endpoint did not answer, in kinds that ask for different things of the caller. */
public enum Refusal {
    /** A rate limit of organisation and model; passes with time. */
    RATE_LIMITED(Action.WAIT),
    /** The flexible tier is full; passes with time and is no fault. */
    CAPACITY_EXCEEDED(Action.CHANGE_TIER),
    /** The endpoint, or something on the way to it, is overloaded or failing; passes with time. */
    OVERLOADED(Action.RETRY),
    /** What the model wrote was refused; another seed may do better. */
    GENERATION_FAILED(Action.RESAMPLE),
    /** The request is larger than the whole budget or context; waiting never helps. */
    TOO_LARGE(Action.SHRINK),
    /** The model cannot be held to this form of answer. */
    FORMAT_UNSUPPORTED(Action.LOOSEN),
    /** The model was retired, or is not to be had here. */
    MODEL_GONE(Action.FALL_BACK),
    /** This organisation or project may not use the model; another may. */
    MODEL_BLOCKED(Action.OTHER_ORGANISATION),
    /** The key is not accepted. */
    BAD_KEY(Action.NEXT_KEY),
    /** A spend limit is reached. */
    SPENT(Action.STOP),
    /** A field is wrong; the same request is refused for ever. */
    BAD_REQUEST(Action.FAIL),
    /** Something on the way answered instead: an edge block, a proxy, a wrong address. */
    BLOCKED(Action.FAIL);

    private static final Pattern FORMAT =
            Pattern.compile("response[_ ]format|json_schema|json_object|json mode|structured output|guided");

    private final Action action;

    Refusal(Action action) {
        this.action = action;
    }

    public Action action() {
        return action;
    }

    /** Whether the same request, sent later, may well be answered. */
    public boolean passing() {
        return switch (action) {
            case WAIT, CHANGE_TIER, RETRY, RESAMPLE -> true;
            case SHRINK, LOOSEN, FALL_BACK, OTHER_ORGANISATION, NEXT_KEY, STOP, FAIL -> false;
        };
    }

    /** As it is written in rows and reasons. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of a label as it is written in rows; empty when it is another cause. */
    public static Optional<Refusal> labelled(@Nullable String label) {
        return Stream.of(values())
                .filter(refusal -> refusal.label().equals(label))
                .findFirst();
    }

    /**
     * By code where there is a known one, else by status, else by the status's class.
     *
     * @param code {@code error.code} of the body
     * @param message null when the body was no error object of the API but a page or plain text
     */
    static Refusal of(int status, @Nullable String code, @Nullable String message) {
        return switch (code) {
            case "json_validate_failed", "tool_use_failed" -> GENERATION_FAILED;
            case "context_length_exceeded" -> TOO_LARGE;
            case "model_decommissioned", "model_not_found" -> MODEL_GONE;
            case "model_permission_blocked_org", "model_permission_blocked_project" -> MODEL_BLOCKED;
            case "unknown_url" -> BLOCKED;
            case "blocked_api_access" -> SPENT;
            case "invalid_api_key" -> BAD_KEY;
            case "capacity_exceeded" -> CAPACITY_EXCEEDED;
            // One request larger than the bucket carries the code of a passing limit: the status tells them apart.
            case "rate_limit_exceeded" -> status == 413 ? TOO_LARGE : RATE_LIMITED;
            case null, default -> code != null && code.startsWith("spend_") ? SPENT : of(status, message);
        };
    }

    private static Refusal of(int status, @Nullable String message) {
        return switch (status) {
            case 400 -> isAboutFormat(message) ? FORMAT_UNSUPPORTED : BAD_REQUEST;
            case 401 -> BAD_KEY;
            case 402 -> SPENT;
            case 403 -> BLOCKED;
            // The address is known to be right, so what was not found is the model.
            case 404 -> message == null ? BLOCKED : MODEL_GONE;
            case 408, 409, 425 -> OVERLOADED;
            case 422 -> isAboutFormat(message) ? FORMAT_UNSUPPORTED : GENERATION_FAILED;
            case 429 -> RATE_LIMITED;
            case 498 -> CAPACITY_EXCEEDED;
            default -> {
                if (status < 300 || status >= 500) {
                    yield OVERLOADED;
                }
                yield status < 400 ? BLOCKED : BAD_REQUEST;
            }
        };
    }

    private static boolean isAboutFormat(@Nullable String message) {
        return message != null
                && FORMAT.matcher(message.toLowerCase(Locale.ROOT)).find();
    }
}
