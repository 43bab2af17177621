package io.synthforce.embedded;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that starts PostgreSQL, Redis and Temporal and waits to be killed. */
final class PartsHolder {

    static final String HOLDING = "holding";

    private PartsHolder() {}

    public static void main(String[] arguments) throws Exception {
        var options = Fixtures.only(Part.POSTGRESQL, Part.REDIS, Part.TEMPORAL)
                .temporalCli(arguments.length > 1 ? arguments[1] : EmbeddedOptions.IN_PROCESS);
        var parts = EmbeddedParts.start(Path.of(arguments[0]), options);
        Runtime.getRuntime().addShutdownHook(new Thread(parts::close));
        Fixtures.note(parts, "before the kill");
        System.out.println(HOLDING);
        new CountDownLatch(1).await();
    }
}
