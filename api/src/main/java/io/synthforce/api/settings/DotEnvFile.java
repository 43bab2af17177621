package io.synthforce.api.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Reads {@code .env} in the working directory as if its variables were set there; those of the process win. */
final class DotEnvFile implements EnvironmentPostProcessor, Ordered {

    private static final String PROCESS = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

    /** The ending makes Spring read the names as those of variables. */
    private static final String SOURCE = ".env-" + PROCESS;

    private final Path file;

    DotEnvFile() {
        this(Path.of(".env"));
    }

    DotEnvFile(Path file) {
        this.file = file;
    }

    /** After empty variables are gone and before the configuration files, which use both. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        DotEnv read = DotEnv.of(lines());
        if (!read.complaints().isEmpty()) {
            throw new Misconfigured(read.complaints());
        }
        environment
                .getPropertySources()
                .addAfter(PROCESS, new SystemEnvironmentPropertySource(SOURCE, Map.copyOf(read.values())));
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new Misconfigured(
                    List.of("%s cannot be read (%s): make it a readable text file in UTF-8, or remove it."
                            .formatted(file.toAbsolutePath(), e)));
        }
    }
}
