package io.synthforce.embedded;

import java.util.Locale;

/** The names that the bundled programs have for the systems and processors they are built for. */
final class Platform {

    private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    private static final String PROCESSOR = System.getProperty("os.arch").toLowerCase(Locale.ROOT);

    private Platform() {}

    static String system() {
        return SYSTEM.startsWith("mac") ? "darwin" : SYSTEM;
    }

    static String postgresArchitecture() {
        return switch (PROCESSOR) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> PROCESSOR;
        };
    }

    static String redisArchitecture() {
        return switch (PROCESSOR) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> PROCESSOR;
        };
    }

    static String describe() {
        return System.getProperty("os.name") + " on " + PROCESSOR;
    }
}
