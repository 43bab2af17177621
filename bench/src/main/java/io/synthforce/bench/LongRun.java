package io.synthforce.bench;

import io.synthforce.embedded.model.ScriptedModelOptions;
import io.synthforce.embedded.model.ScriptedModelServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/**
 * Five hundred turns of one simulation by {@code /play}, killed once on its way: what a turn costs early and late, and
 * whether a client of the event stream that was there all the time missed anything or saw anything twice.
 */
final class LongRun {

    private static final int TURNS = Integer.getInteger("turns", 500);
    private static final int EARLY = TURNS / 10;
    private static final int KILL_AT = TURNS / 2;
    private static final int WINDOW = TURNS / 20;

    private final Product product;
    private final String id;
    private final Follower follower;
    private final Map<Integer, Memory> memory = new TreeMap<>();
    private final Set<String> runs = new LinkedHashSet<>();
    private final Map<Integer, Growth> growth = new LinkedHashMap<>();

    private LongRun(Product product, String id, Follower follower) {
        this.product = product;
        this.id = id;
        this.follower = follower;
        growth.put(EARLY, new Growth());
        growth.put(TURNS, new Growth());
    }

    public static void main(String... arguments) throws Exception {
        try (ScriptedModelServer model = ScriptedModelServer.start(ScriptedModelOptions.scriptable());
                Product product = Product.start(Path.of(arguments[0]), model.baseUrl())) {
            model.latency(Duration.ZERO, Duration.ZERO);
            String id = product.post(
                            "/simulate/start",
                            Map.of(
                                    "scenario",
                                    "A software company considers raising its prices by ten per cent.",
                                    "config",
                                    Map.of("max_turns", TURNS, "seed", 7)))
                    .path("session_id")
                    .asString();
            try (Follower follower = new Follower(product.address().resolve("/simulations/" + id + "/events"))) {
                new LongRun(product, id, follower).run();
            }
        }
    }

    private void run() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        product.post("/simulate/" + id + "/play", Map.of("until_turn", TURNS));
        boolean killed = false;
        int turn = 0;
        while (turn < TURNS) {
            TimeUnit.MILLISECONDS.sleep(20);
            int now = follower.turn();
            if (now > turn) {
                turn = now;
                look(turn);
            }
            if (turn >= KILL_AT && !killed) {
                killed = true;
                product.killAndRestart();
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        while (!follower.ended()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        report(took);
    }

    private void look(int turn) throws IOException, InterruptedException {
        JsonNode workflow = product.get("/simulations/" + id + "/workflow");
        runs.add(workflow.path("run_id").asString());
        for (Map.Entry<Integer, Growth> window : growth.entrySet()) {
            if (turn > window.getKey() - WINDOW && turn <= window.getKey()) {
                window.getValue().saw(workflow);
            }
        }
        for (int milestone : List.of(EARLY, KILL_AT - 1, TURNS - EARLY, TURNS - 1)) {
            if (turn >= milestone && !memory.containsKey(milestone)) {
                memory.put(milestone, Memory.of(product.pid()));
            }
        }
    }

    private void report(Duration took) throws IOException, InterruptedException {
        List<Long> ids = follower.ids();
        boolean whole = ids.equals(LongStream.rangeClosed(1, ids.size()).boxed().toList());
        System.out.printf(
                "%n%d turns by /play in %.0f s, killed once, %d runs of the workflow seen%n",
                TURNS, took.toMillis() / 1000.0, runs.size());
        System.out.printf(
                "  event stream: %d events over %d connections, %s%n",
                ids.size(), follower.connections(), whole ? "none missed, none twice" : "NOT WHOLE");
        for (Map.Entry<Integer, Growth> window : growth.entrySet()) {
            int turn = window.getKey();
            System.out.printf(
                    "  turn %d: %.1f events and %.0f bytes of history, %.0f prompt tokens, %.0f ms (median of %d)%n",
                    turn,
                    window.getValue().eventsPerTurn(),
                    window.getValue().bytesPerTurn(),
                    promptTokens(turn),
                    millis(turn),
                    WINDOW);
        }
        memory.forEach((turn, used) -> System.out.printf("  memory at turn %d: %s%n", turn, used));
    }

    /** Of the agents, over a window of turns that ends with the given one. */
    private double promptTokens(int until) throws IOException, InterruptedException {
        double sum = 0;
        for (int turn = until - WINDOW + 1; turn <= until; turn++) {
            sum += product.get("/simulations/" + id + "/turns/" + turn)
                    .path("agent_responses")
                    .valueStream()
                    .mapToInt(said ->
                            said.path("token_usage").path("prompt_tokens").asInt())
                    .sum();
        }
        return sum / WINDOW;
    }

    private double millis(int until) {
        List<Follower.Closed> closed = follower.closed();
        List<Long> times = new ArrayList<>();
        for (int i = 1; i < closed.size(); i++) {
            if (closed.get(i).turn() > until - WINDOW && closed.get(i).turn() <= until) {
                times.add(Duration.between(closed.get(i - 1).at(), closed.get(i).at())
                        .toMillis());
            }
        }
        times.sort(null);
        return times.get(times.size() / 2);
    }
}
