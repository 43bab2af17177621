package io.synthforce.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells a second process, in lines that {@code sh} can source, where the embedded parts of this one are. */
final class AddressFile {

    static final String NAME = "addresses.env";

    private final Path path;

    private AddressFile(Path path) {
        this.path = path;
    }

    static AddressFile write(Path directory, Map<String, String> addresses) {
        var path = directory.resolve(NAME);
        WholeFile.write(
                path,
                addresses.entrySet().stream()
                        .map(address -> address.getKey() + "=" + address.getValue() + "\n")
                        .collect(Collectors.joining()));
        return new AddressFile(path);
    }

    /** An address that nobody answers would only mislead. */
    void remove() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
