package io.synthforce.crash;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The command of a Java program on the class path of this build, without the tests. */
final class Java {

    private static final String CLASS_PATH = Arrays.stream(
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                            .split(File.pathSeparator))
            .filter(entry -> !entry.endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));

    /** A start costs half as much, and there are many. */
    private static final List<String> LIGHT = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private Java() {}

    static List<String> command(String mainClass, String... arguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java));
        command.addAll(LIGHT);
        command.addAll(List.of("-cp", CLASS_PATH, mainClass));
        command.addAll(List.of(arguments));
        return command;
    }
}
