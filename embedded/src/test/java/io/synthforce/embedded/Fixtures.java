package io.synthforce.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.json.JsonMapper;

/** What tests of the parts share: programs unpacked once, and a look from outside at what the parts hold and left. */
final class Fixtures {

    private Fixtures() {}

    static EmbeddedOptions only(Part first, Part... more) {
        return EmbeddedOptions.only(first, more)
                .binaries(Path.of("target", "bin").toAbsolutePath());
    }

    static Connection connect(EmbeddedParts parts) throws SQLException {
        return DriverManager.getConnection(
                parts.addresses().get("DATABASE_URL").replace("postgresql://synthforce@", "jdbc:postgresql://"),
                "synthforce",
                "");
    }

    static void note(EmbeddedParts parts, String text) throws SQLException {
        try (var connection = connect(parts);
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists note (text text)");
            statement.execute("insert into note values ('" + text + "')");
        }
    }

    static String noted(EmbeddedParts parts) throws SQLException {
        return ask(parts, "select string_agg(text, ',') from note");
    }

    static String ask(EmbeddedParts parts, String query) throws SQLException {
        try (var connection = connect(parts);
                var rows = connection.createStatement().executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    static String redis(EmbeddedParts parts, String command) throws IOException {
        var address = URI.create(parts.addresses().get("REDIS_URL"));
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("+OK\r\n", "");
        }
    }

    static List<ProcessHandle> children(Path directory) throws IOException {
        var recorded = JsonMapper.builder().build().readTree(Files.readString(directory.resolve("children.json")));
        return StreamSupport.stream(recorded.spliterator(), false)
                .map(child -> child.get("pid").asLong())
                .map(pid -> ProcessHandle.of(pid).orElseThrow())
                .toList();
    }

    /** Everything on this machine whose command line names the directory. */
    static List<String> processesOf(Path directory) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(Ending::isThere)
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(directory.toString()))
                .toList();
    }

    /** A program of its own that starts the parts and holds them until it is ended. */
    static Process holder(Path directory) throws IOException {
        return holder(directory, Map.of(), EmbeddedOptions.IN_PROCESS);
    }

    static Process holder(Path directory, Map<String, String> environment, String... arguments) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command =
                new ArrayList<>(List.of(java, "-cp", classPath, PartsHolder.class.getName(), directory.toString()));
        command.addAll(List.of(arguments));
        var output = directory.resolveSibling(directory.getFileName() + ".out");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            assertThat(process.isAlive()).as(Files.readString(output)).isTrue();
            return Files.readString(output).contains(PartsHolder.HOLDING);
        });
        return process;
    }
}
