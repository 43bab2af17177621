package io.synthforce.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The application folder of the image, put together as its Dockerfile says, and the process it starts. */
final class ImageLayers {

    private static final Pattern LAYER =
            Pattern.compile("^COPY --from=build /layers/([a-z-]+)/ \\./$", Pattern.MULTILINE);
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Path app;
    private final Path log;

    private ImageLayers(Path app, Path log) {
        this.app = app;
        this.log = log;
    }

    static ImageLayers assemble(Path directory) throws IOException, InterruptedException {
        var layers = directory.resolve("layers");
        var extraction = new ProcessBuilder(
                        JAVA,
                        "-Djarmode=tools",
                        "-jar",
                        Checkout.JAR.toString(),
                        "extract",
                        "--layers",
                        "--destination",
                        layers.toString())
                .inheritIO()
                .start();
        assertThat(extraction.waitFor()).isZero();
        var image = new ImageLayers(Files.createDirectory(directory.resolve("app")), directory.resolve("image.log"));
        for (var layer : copiedLayers()) {
            image.add(layers.resolve(layer));
        }
        return image;
    }

    private static List<String> copiedLayers() throws IOException {
        return LAYER.matcher(Files.readString(Checkout.DOCKERFILE))
                .results()
                .map(line -> line.group(1))
                .toList();
    }

    private void add(Path layer) throws IOException {
        try (Stream<Path> files = Files.walk(layer)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                var target = app.resolve(layer.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    List<String> libraries() throws IOException {
        try (Stream<Path> files = Files.list(app.resolve("lib"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** What its user writes into the file beside the program. */
    void settings(Map<String, String> variables) throws IOException {
        Files.write(
                app.resolve(".env"),
                variables.entrySet().stream()
                        .map(variable -> "%s='%s'".formatted(variable.getKey(), variable.getValue()))
                        .toList());
    }

    Process start(Map<String, String> environment) throws IOException {
        var java = new ProcessBuilder(JAVA, "-jar", "synthforce.jar")
                .directory(app.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        java.environment().keySet().retainAll(List.of("PATH", "HOME"));
        java.environment().putAll(environment);
        return java.start();
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
