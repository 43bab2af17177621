package io.synthforce.embedded;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the {@code temporal} program, whose dev server is real and keeps its histories; without it Temporal runs in process. */
final class TemporalCli {

    private static final Set<String> NONE = Set.of("none", EmbeddedOptions.IN_PROCESS);

    private TemporalCli() {}

    /** What {@code TEMPORAL_CLI} names; if it says nothing, what is on the PATH or where Go installs. */
    static Optional<Path> find(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return Stream.of(
                            SearchPath.find("temporal"),
                            Optional.of(Path.of(System.getProperty("user.home"), "go", "bin", "temporal")))
                    .flatMap(Optional::stream)
                    .filter(SearchPath::isProgram)
                    .findFirst();
        }
        if (NONE.contains(asked)) {
            return Optional.empty();
        }
        var program = asked.contains("/") ? Optional.of(Path.of(asked)) : SearchPath.find(asked);
        return Optional.of(
                program.filter(SearchPath::isProgram)
                        .map(Path::toAbsolutePath)
                        .orElseThrow(
                                () -> new EmbeddedFailure(
                                        "TEMPORAL_CLI is '%s', which is not a program that can be run."
                                                .formatted(asked),
                                        "Set it to the path of the temporal CLI, to none for Temporal in this process, or unset it to have PATH and ~/go/bin searched.")));
    }
}
