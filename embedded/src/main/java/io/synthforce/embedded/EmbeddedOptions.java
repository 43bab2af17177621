package io.synthforce.embedded;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which parts to start and how.
 *
 * @param parts what runs embedded
 * @param namespace the Temporal namespace that must exist
 * @param temporalCli a {@code temporal} program; {@code none} or {@code in-process} for the server in this process; null to look for one
 * @param binaries where programs are unpacked, {@code bin} in the data directory if null; several data directories may share it
 */
public record EmbeddedOptions(
        Set<Part> parts,
        String namespace,
        @Nullable String temporalCli,
        @Nullable Path binaries) {

    public static final String IN_PROCESS = "in-process";

    public EmbeddedOptions {
        parts = Set.copyOf(parts);
    }

    /** Everything, with the dev server if a {@code temporal} program is found. */
    public static EmbeddedOptions everything() {
        return new EmbeddedOptions(EnumSet.allOf(Part.class), "default", null, null);
    }

    public static EmbeddedOptions only(Part first, Part... more) {
        return new EmbeddedOptions(EnumSet.of(first, more), "default", null, null);
    }

    public EmbeddedOptions namespace(String namespace) {
        return new EmbeddedOptions(parts, namespace, temporalCli, binaries);
    }

    public EmbeddedOptions temporalCli(@Nullable String program) {
        return new EmbeddedOptions(parts, namespace, program, binaries);
    }

    /** Temporal in this process even where a {@code temporal} program is installed: volatile, but the same everywhere. */
    public EmbeddedOptions temporalInProcess() {
        return temporalCli(IN_PROCESS);
    }

    public EmbeddedOptions binaries(@Nullable Path directory) {
        return new EmbeddedOptions(parts, namespace, temporalCli, directory);
    }

    /** The model leaves nothing behind; everything else lives in the data directory. */
    boolean needDataDirectory() {
        return parts.stream().anyMatch(part -> part != Part.MODEL);
    }
}
