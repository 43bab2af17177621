package io.synthforce.crash;

import io.synthforce.crash.Api.Answer;
import io.synthforce.crash.Rows.Request;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A request for a turn and its key, which its caller keeps until there is an answer. */
record Asking(UUID simulation, int turn, String key) {

    CompletableFuture<Answer> send(Api api) {
        return api.next(simulation, key);
    }

    boolean isStored(Rows rows) {
        return !rows.request(simulation, key).isEmpty();
    }

    boolean isClosed(Rows rows) {
        return rows.request(simulation, key).stream().anyMatch(Request::isClosed);
    }
}
