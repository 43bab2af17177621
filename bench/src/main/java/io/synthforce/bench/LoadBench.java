package io.synthforce.bench;

import io.synthforce.embedded.model.ScriptedModelOptions;
import io.synthforce.embedded.model.ScriptedModelServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Turns per second at 1, 8 and 32 simulations that are played side by side, each by a caller who asks for the next turn
 * as soon as the last is there. Seven agents, one round of replies, calls of 50 ms; the model answers from this process.
 */
final class LoadBench {

    private static final Duration CALL = Duration.ofMillis(50);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("warm.up", 20));
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("measured", 30));

    private LoadBench() {}

    public static void main(String... arguments) throws Exception {
        try (ScriptedModelServer model = ScriptedModelServer.start(ScriptedModelOptions.scriptable());
                Product product = Product.start(Path.of(arguments[0]), model.baseUrl())) {
            model.latency(CALL, Duration.ZERO);
            load(product, 8, WARM_UP);
            System.out.printf(
                    "%nTurns per second (real dev server, calls of %d ms, %d processors, %.0f s each)%n",
                    CALL.toMillis(), Runtime.getRuntime().availableProcessors(), MEASURED.toMillis() / 1000.0);
            for (int simulations : List.of(1, 8, 32)) {
                int turns = load(product, simulations, MEASURED);
                System.out.printf(
                        "  %2d simulations: %.1f turns/s%n", simulations, turns / (double) MEASURED.toSeconds());
            }
        }
    }

    /** How many turns were answered in the time. */
    private static int load(Product product, int simulations, Duration time) throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < simulations; i++) {
            ids.add(start(product));
        }
        AtomicInteger turns = new AtomicInteger();
        long end = System.nanoTime() + time.toNanos();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> all = IntStream.range(0, simulations)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        play(product, ids.get(i), end, turns);
                        return true;
                    })
                    .toList();
            for (Future<Boolean> caller : callers.invokeAll(all)) {
                caller.get();
            }
        }
        return turns.get();
    }

    private static void play(Product product, String id, long end, AtomicInteger turns) throws Exception {
        while (System.nanoTime() < end) {
            product.post("/simulate/next", Map.of("session_id", id));
            if (System.nanoTime() < end) {
                turns.incrementAndGet();
            }
        }
    }

    private static String start(Product product) throws Exception {
        return product.post(
                        "/simulate/start",
                        Map.of(
                                "scenario",
                                "A software company considers raising its prices by ten per cent.",
                                "config",
                                Map.of("max_turns", 500)))
                .path("session_id")
                .asString();
    }
}
