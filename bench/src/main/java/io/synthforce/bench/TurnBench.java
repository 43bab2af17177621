package io.synthforce.bench;

import io.synthforce.embedded.model.JournalEntry;
import io.synthforce.embedded.model.ScriptedModelOptions;
import io.synthforce.embedded.model.ScriptedModelServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The time of a turn in which no model call is under way, seen from the caller: the turn's wall time less the union of
 * the intervals in which the model was working. Seven agents, one round of replies, calls of 50 ms, one simulation.
 */
final class TurnBench {

    private static final Duration CALL = Duration.ofMillis(50);
    private static final int WARM_UP = 300;
    private static final int MEASURED = 100;

    private TurnBench() {}

    public static void main(String... arguments) throws Exception {
        ScriptedModelOptions options = ScriptedModelOptions.scriptable();
        try (ScriptedModelServer model = ScriptedModelServer.start(options)) {
            model.latency(CALL, Duration.ZERO);
            try (Product product = Product.start(Path.of(arguments[0]), model.baseUrl())) {
                report(measure(product, model));
            }
        }
    }

    /** One turn, times in milliseconds. */
    private record Sample(double wall, double model, int calls) {
        double around() {
            return wall - model;
        }
    }

    private record Measured(Sample first, List<Sample> warm, Growth growth) {}

    private static Measured measure(Product product, ScriptedModelServer model) throws Exception {
        JsonNode started = product.post(
                "/simulate/start",
                Map.of(
                        "scenario",
                        "A software company considers raising its prices by ten per cent.",
                        "config",
                        Map.of("max_turns", 1 + WARM_UP + MEASURED, "seed", 7)));
        String id = started.path("session_id").asString();
        Sample first = play(product, model, id);
        for (int i = 0; i < WARM_UP; i++) {
            play(product, model, id);
        }
        List<Sample> warm = new ArrayList<>();
        Growth growth = new Growth();
        for (int i = 0; i < MEASURED; i++) {
            warm.add(play(product, model, id));
            growth.saw(product.get("/simulations/" + id + "/workflow"));
        }
        return new Measured(first, warm, growth);
    }

    private static Sample play(Product product, ScriptedModelServer model, String id) throws Exception {
        Instant begin = Instant.now();
        int turn = product.post("/simulate/next", Map.of("session_id", id))
                .path("turn_number")
                .asInt();
        Instant end = Instant.now();
        List<JournalEntry> calls = model.journal().stream()
                .filter(entry -> entry.turn() != null && entry.turn() == turn && entry.answeredAt() != null)
                .toList();
        return new Sample(millis(begin, end), busy(calls), calls.size());
    }

    /** The length of the union of the calls' intervals. */
    private static double busy(List<JournalEntry> calls) {
        double busy = 0;
        Instant until = Instant.EPOCH;
        for (JournalEntry call : calls.stream()
                .sorted(java.util.Comparator.comparing(JournalEntry::receivedAt))
                .toList()) {
            Instant from = call.receivedAt().isAfter(until) ? call.receivedAt() : until;
            Instant answered = call.answeredAt();
            if (answered != null && answered.isAfter(from)) {
                busy += millis(from, answered);
                until = answered;
            }
        }
        return busy;
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }

    private static void report(Measured measured) {
        System.out.printf(
                """

                Time of a turn in which no model call is under way (real dev server, calls of %d ms, n = %d warm turns)
                  median %.0f ms   p95 %.0f ms   (turn 1 of the fresh process: %.0f ms)
                  wall time of a turn: median %.0f ms, model busy: median %.0f ms, calls: median %.0f
                  history: %.1f events and %.0f bytes per turn
                %n""",
                CALL.toMillis(),
                measured.warm().size(),
                quantile(measured.warm(), Sample::around, 0.5),
                quantile(measured.warm(), Sample::around, 0.95),
                measured.first().around(),
                quantile(measured.warm(), Sample::wall, 0.5),
                quantile(measured.warm(), Sample::model, 0.5),
                quantile(measured.warm(), sample -> sample.calls(), 0.5),
                measured.growth().eventsPerTurn(),
                measured.growth().bytesPerTurn());
    }

    private static double quantile(
            List<Sample> samples, java.util.function.ToDoubleFunction<Sample> figure, double share) {
        double[] sorted = samples.stream().mapToDouble(figure).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
