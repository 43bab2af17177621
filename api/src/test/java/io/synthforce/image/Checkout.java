package io.synthforce.image;

import java.nio.file.Path;

/** Where the shipped files lie. */
final class Checkout {

    /** Tests run in the module's folder. */
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    static final Path DOCKERFILE = ROOT.resolve("infra/Dockerfile");
    static final Path COMPOSE = ROOT.resolve("docker-compose.yml");
    static final Path JAR = ROOT.resolve("api/target/synthforce.jar");

    private Checkout() {}
}
