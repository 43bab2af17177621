package io.synthforce.api.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.synthforce.api.Caller;
import io.synthforce.api.WholeProgram;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Schemathesis asks whatever the description allows, and what it forbids: no 5xx, no status or body that is not described. */
@WholeProgram
class FuzzIT {

    private static final String MISSING =
            "no schemathesis: set SCHEMATHESIS to the program or put it on the PATH (pip install schemathesis)";
    private static final String CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,"
            + "response_headers_conformance,response_schema_conformance";

    @LocalServerPort
    private int port;

    @TempDir
    private Path directory;

    private String schemathesis;

    @BeforeEach
    void find() {
        Optional<String> program = program();
        assumeTrue(program.isPresent(), MISSING);
        schemathesis = program.get();
    }

    @Test
    void nothing_undescribed_comes_back_for_ids_that_nobody_knows() throws IOException, InterruptedException {
        fuzz("");
    }

    @Test
    void nothing_undescribed_comes_back_of_a_simulation_that_is_there() throws IOException, InterruptedException {
        Caller caller = new Caller(port);
        String simulation = caller.start(50);
        caller.next(simulation).expect(200);
        fuzz("""
                [parameters]
                "path.session_id" = "%1$s"
                "body.session_id" = "%1$s"
                """.formatted(simulation), "--exclude-method", "DELETE");
    }

    /** Streams have no end and are not asked for. */
    private void fuzz(String configuration, String... more) throws IOException, InterruptedException {
        Path settings = Files.writeString(directory.resolve("schemathesis.toml"), configuration);
        Path output = directory.resolve("schemathesis.log");
        List<String> command = new ArrayList<>(List.of(
                schemathesis,
                "--config-file",
                settings.toString(),
                "run",
                "http://127.0.0.1:%d/openapi.json".formatted(port),
                "--checks",
                CHECKS,
                "--phases",
                "examples,coverage,fuzzing",
                "--max-examples",
                "10",
                "--seed",
                "7",
                "--header",
                "Prefer: respond-async",
                "--exclude-path-regex",
                "/events$",
                "--no-color"));
        command.addAll(List.of(more));
        int status = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        assertThat(status).as(() -> read(output)).isZero();
    }

    private static String read(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Optional<String> program() {
        Stream<String> path = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "schemathesis").toString());
        return Stream.concat(Stream.ofNullable(System.getenv("SCHEMATHESIS")), path)
                .filter(program -> Files.isExecutable(Path.of(program)))
                .findFirst();
    }
}
