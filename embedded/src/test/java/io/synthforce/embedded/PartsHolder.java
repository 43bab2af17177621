package io.synthforce.embedded;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that starts PostgreSQL, Redis and Temporal and waits to be killed. */
final class PartsHolder {

    static final String HOLDING = "holding";

    private PartsHolder() {}

    public static void main(String[] arguments) throws Exception {
        var options = Fixtures.only(Part.POSTGRESQL, Part.REDIS, Part.TEMPORAL).temporalCli(arguments[1]);
        if (arguments.length > 2) {
            options = options.binaries(Path.of(arguments[2]));
        }
        var parts = EmbeddedParts.start(Path.of(arguments[0]), options);
        Runtime.getRuntime().addShutdownHook(new Thread(parts::close));
        Fixtures.note(parts, "before the kill");
        System.out.println(HOLDING);
        new CountDownLatch(1).await();
    }
}
