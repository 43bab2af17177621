package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.ChatRequest;
import io.synthforce.embedded.groq.Json;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The list of requests: the newest in memory, all of them in a file if one is given. In the file a request has a line
 * when it arrives and another when it is answered, each handed to the operating system at once, so that it outlives a
 * kill; of two lines with the same number the later one counts.
 */
final class Journal implements Closeable {

    static final int KEPT = 50_000;

    private final TreeMap<Long, JournalEntry> newest = new TreeMap<>();
    private final @Nullable BufferedWriter file;
    private long last;

    private Journal(@Nullable BufferedWriter file) {
        this.file = file;
    }

    /** Goes on where an existing file ends. */
    static Journal open(@Nullable Path path) throws IOException {
        if (path == null) {
            return new Journal(null);
        }
        var before = Files.exists(path) ? Files.readAllLines(path) : List.<String>of();
        var torn = !before.isEmpty() && !Files.readString(path).endsWith("\n");
        var journal = new Journal(Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        before.forEach(journal::recall);
        if (torn) {
            journal.write("\n");
        }
        return journal;
    }

    private void recall(String line) {
        try {
            keep(Json.read(line, JournalEntry.class));
        } catch (JacksonException torn) {
            // A line cut by a kill was never answered, so nothing rests on it.
        }
    }

    synchronized JournalEntry received(@Nullable String attemptId, ChatRequest request) {
        var entry = JournalEntry.of(last + 1, attemptId, request);
        record(entry);
        return entry;
    }

    synchronized void answered(JournalEntry entry, int status) {
        record(entry.answered(status));
    }

    synchronized List<JournalEntry> entries() {
        return List.copyOf(newest.values());
    }

    private void record(JournalEntry entry) {
        keep(entry);
        write(Json.write(entry) + "\n");
    }

    private void keep(JournalEntry entry) {
        newest.put(entry.n(), entry);
        last = Math.max(last, entry.n());
        if (newest.size() > KEPT) {
            newest.pollFirstEntry();
        }
    }

    private void write(String line) {
        if (file == null) {
            return;
        }
        try {
            file.write(line);
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be written", e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
