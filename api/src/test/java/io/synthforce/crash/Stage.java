package io.synthforce.crash;

import static java.util.Objects.requireNonNull;

import io.synthforce.embedded.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the product runs on in a test, and what outlives it when it is killed. */
final class Stage implements AutoCloseable {

    private static final Duration LATENCY = Duration.ofMillis(100);
    private static final int LAST_LINES = 40;
    private static final Set<Stage> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(Stage::abandon)));
    }

    private final Path directory;
    private final ScriptedModel model;
    private final @Nullable OutsidePart postgres;
    private final @Nullable OutsidePart redis;
    private final @Nullable TemporalServer temporal;
    private final @Nullable Wire wire;
    private final Map<String, String> environment = new HashMap<>();
    private final List<Product> products = new ArrayList<>();

    private Stage(Path directory, boolean storeOutside, @Nullable TemporalServer temporal) {
        this.directory = directory;
        OPEN.add(this);
        this.postgres = storeOutside ? OutsidePart.start(directory.resolve("postgres"), Part.POSTGRESQL) : null;
        this.redis = storeOutside ? OutsidePart.start(directory.resolve("redis"), Part.REDIS) : null;
        this.temporal = temporal;
        this.wire = temporal == null ? null : Wire.to(temporal.port());
        this.model = ScriptedModel.start(directory, LATENCY);
        environment.put("GROQ_BASE_URL", model.baseUrl());
        environment.put("SYNTHFORCE_DATA_DIR", directory.resolve("data").toString());
        if (postgres != null && redis != null) {
            environment.putAll(postgres.addresses());
            environment.putAll(redis.addresses());
        }
        environment.put("TEMPORAL_CLI", "none");
        environment.put("RATE_LIMIT_ENABLED", "false");
        environment.put("GROQ_LIMITS", "none");
        environment.put("MAX_CONCURRENT_SIMULATIONS", "100");
        if (wire != null) {
            environment.put("TEMPORAL_ADDRESS", wire.address());
        }
    }

    /** PostgreSQL, Redis and a real Temporal server, all outside: everything but the product survives a kill. */
    static Stage withEverythingOutside(Path directory, String... temporalSettings) {
        return new Stage(directory, true, TemporalServer.start(directory, temporalSettings));
    }

    /** PostgreSQL and Redis outside, Temporal within each process, as if each had lost touch with the others. */
    static Stage withTemporalInEachProcess(Path directory) {
        return new Stage(directory, true, null);
    }

    /** Everything embedded in the product, Temporal within its process. */
    static Stage withEverythingEmbedded(Path directory) {
        return new Stage(directory, false, null);
    }

    /** Everything embedded in the product, Temporal as the real dev server that it starts. */
    static Stage withEmbeddedTemporalServer(Path directory) {
        var stage = new Stage(directory, false, null);
        stage.environment.put("TEMPORAL_CLI", TemporalServer.cli().orElseThrow().toString());
        return stage;
    }

    /** For all products that are started from now on. */
    Stage with(String... settings) {
        put(environment, settings);
        return this;
    }

    /** Starts the product and waits until it is ready. */
    Product start(String... settings) {
        var product = launch(settings);
        product.awaitReady();
        return product;
    }

    /** Starts a worker that serves nobody; it is there when it has registered itself. */
    Product startWorker() {
        var worker = launch("SYNTHFORCE_ROLES=worker");
        var rows = rows();
        worker.program()
                .awaitUntil(
                        "registered",
                        Product.BOOT,
                        () -> rows.count(
                                        "workers where identity like ?",
                                        worker.program().pid() + "@%")
                                == 1);
        return worker;
    }

    /** @param settings environment beyond that of the stage, as {@code NAME=value} */
    Product launch(String... settings) {
        var all = new HashMap<>(environment);
        put(all, settings);
        var product = Product.launch(directory.resolve("product-%d.log".formatted(products.size() + 1)), all);
        products.add(product);
        return product;
    }

    private static void put(Map<String, String> all, String... settings) {
        for (var setting : settings) {
            var equals = setting.indexOf('=');
            all.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
    }

    void killAllBut(Product spared) {
        products.stream().filter(product -> product != spared).forEach(Product::close);
    }

    ScriptedModel model() {
        return model;
    }

    TemporalServer temporal() {
        return requireNonNull(temporal);
    }

    Wire wire() {
        return requireNonNull(wire);
    }

    /** Makes good whatever was cut. */
    void mend() {
        if (wire != null) {
            wire.mend();
        }
    }

    OutsidePart postgres() {
        return requireNonNull(postgres);
    }

    OutsidePart redis() {
        return requireNonNull(redis);
    }

    Rows rows() {
        return Rows.of(
                postgres == null
                        ? embedded("DATABASE_URL")
                        : postgres.addresses().get("DATABASE_URL"));
    }

    /** What the product started for itself and has not ended. */
    Leftovers leftovers() {
        return Leftovers.of(directory.resolve("data"));
    }

    /** Where an embedded part of the running product is. */
    private String embedded(String variable) {
        var addresses = new Properties();
        try (var reader = Files.newBufferedReader(directory.resolve("data").resolve("addresses.env"))) {
            addresses.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return addresses.getProperty(variable);
    }

    /** The ends of the logs of all stages that stand. */
    static String lastWords() {
        return OPEN.stream().flatMap(Stage::logs).map(Stage::end).collect(Collectors.joining());
    }

    private Stream<Path> logs() {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".log")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String end(Path log) {
        try {
            var lines = Files.readAllLines(log);
            var last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
            return "--- %s%n%s%n".formatted(log, String.join(System.lineSeparator(), last));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing is left of it: what the product itself would have ended when it was killed is ended here. */
    @Override
    public void close() {
        products.forEach(Product::close);
        if (wire != null) {
            wire.close();
        }
        if (temporal != null) {
            temporal.close();
        }
        if (postgres != null && redis != null) {
            redis.close();
            postgres.close();
        }
        model.close();
        abandon();
        OPEN.remove(this);
    }

    /** However the tests end, no process outlives them. */
    private void abandon() {
        products.forEach(Product::close);
        Leftovers.of(directory).kill();
    }
}
