package io.synthforce.activities.standin;

import io.synthforce.activities.standin.Misbehaviour.Emission;
import io.synthforce.embedded.groq.ChatRequest;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** The provider's books: every request in order of its answer, and what it is billed at. */
public final class Books {

    private final List<Booked> entries = new CopyOnWriteArrayList<>();

    synchronized void add(
            RecordedRequest received,
            @Nullable String key,
            ChatRequest request,
            @Nullable Misbehaviour misbehaviour,
            Emission emission) {
        entries.add(new Booked(
                entries.size() + 1L,
                Instant.now(),
                received.getHeaders().get("X-Attempt-Id"),
                key,
                received.getHeaders().get("User-Agent"),
                request,
                misbehaviour == null ? null : misbehaviour.name(),
                emission.status(),
                emission.spent()));
    }

    public List<Booked> entries() {
        return List.copyOf(entries);
    }

    public Booked last() {
        return entries.getLast();
    }

    public int size() {
        return entries.size();
    }

    public long billedTokens() {
        return entries.stream().mapToLong(entry -> entry.spent().total()).sum();
    }
}
