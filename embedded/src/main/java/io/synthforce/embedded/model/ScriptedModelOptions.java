package io.synthforce.embedded.model;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to run the scripted model.
 *
 * @param port 0 for any free one
 * @param control whether the journal, holds, faults and latency can be reached over HTTP
 * @param journal a file every request is appended to as it arrives and again as it is answered
 * @param latency added to every answer
 */
public record ScriptedModelOptions(
        int port, boolean control, @Nullable Path journal, Duration latency) {

    private static final String USAGE = "usage: ScriptedModelServer [--port N] [--journal FILE] [--latency-ms N]";

    /** As the product embeds it: no control, no journal, no delay. */
    public static ScriptedModelOptions embedded(int port) {
        return new ScriptedModelOptions(port, false, null, Duration.ZERO);
    }

    /** As tests want it: any port, with control. */
    public static ScriptedModelOptions scriptable() {
        return new ScriptedModelOptions(0, true, null, Duration.ZERO);
    }

    static ScriptedModelOptions parse(String... arguments) {
        var options = scriptable();
        for (var i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value; " + USAGE);
            }
            options = options.with(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private ScriptedModelOptions with(String name, String value) {
        return switch (name) {
            case "--port" -> new ScriptedModelOptions(number(name, value), control, journal, latency);
            case "--journal" -> new ScriptedModelOptions(port, control, Path.of(value), latency);
            case "--latency-ms" ->
                new ScriptedModelOptions(port, control, journal, Duration.ofMillis(number(name, value)));
            default -> throw new IllegalArgumentException("unknown option " + name + "; " + USAGE);
        };
    }

    private static int number(String name, String value) {
        if (!value.matches("\\d{1,6}")) {
            throw new IllegalArgumentException(name + " needs a number, not " + value + "; " + USAGE);
        }
        return Integer.parseInt(value);
    }
}
