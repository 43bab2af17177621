package io.synthforce.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The lines at start that say what runs where, which parts are embedded, and what that means.
 *
 * @param api the address of the API, null if this process serves none
 * @param embedded as {@link EmbeddedParts#labels()} names them
 */
record Announcement(
        @Nullable String api, @Nullable String temporalUi, Path directory, List<String> embedded, boolean scripted) {

    static Announcement of(Environment environment, Path directory) {
        var port = environment.getProperty("local.server.port");
        var host = environment.getProperty("server.address", "127.0.0.1");
        var shown = List.of("0.0.0.0", "::", "").contains(host) ? "127.0.0.1" : host;
        return new Announcement(
                port == null ? null : "http://" + shown + ":" + port,
                environment.getProperty("TEMPORAL_UI_URL"),
                directory.toAbsolutePath().normalize(),
                List.of(environment.getProperty("synthforce.embedded.parts", String[].class, new String[0])),
                environment.getProperty("SYNTHFORCE_MODEL_SCRIPTED", Boolean.class, false));
    }

    String render() {
        var lines = new ArrayList<String>();
        if (api != null) {
            lines.add(line("API", api + "  documentation " + api + "/docs"));
        }
        if (temporalUi != null) {
            lines.add(line("Temporal UI", temporalUi));
        }
        lines.add(line(
                "Embedded", embedded.isEmpty() ? "nothing, all parts are elsewhere" : String.join(", ", embedded)));
        if (embedded.stream().anyMatch(part -> !part.equals("scripted-model"))) {
            lines.add(line("Data", directory + "  kept for the next start, logs in logs/"));
        }
        if (embedded.contains("temporal(in-process)")) {
            lines.add(line(
                    "Volatile",
                    "Temporal runs in this process: histories end with it, simulations revive from PostgreSQL"));
        }
        if (scripted) {
            lines.add(line("Model", "SCRIPTED: no model was asked. Set GROQ_API_KEY to ask one"));
        }
        if (embedded.contains("postgresql")) {
            lines.add(line(
                    "Join",
                    "a second process: set -a; . '" + directory.resolve(AddressFile.NAME)
                            + "'; set +a; then start it with another PORT"));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String line(String what, String where) {
        return "  %-12s %s".formatted(what, where);
    }
}
