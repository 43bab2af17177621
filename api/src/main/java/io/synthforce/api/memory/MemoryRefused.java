package io.synthforce.api.memory;

import io.synthforce.api.problem.Refused;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** A memory cannot be changed, or not like this. */
final class MemoryRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private MemoryRefused(HttpStatus status, String error, String detail) {
        super(status, error, detail);
    }

    static MemoryRefused unknown(UUID memory) {
        return new MemoryRefused(
                HttpStatus.NOT_FOUND,
                "memory_not_found",
                "The simulation keeps no memory %s; it may be forgotten, expired or another simulation's."
                        .formatted(memory));
    }

    static MemoryRefused keyTaken(String key) {
        return new MemoryRefused(
                HttpStatus.CONFLICT,
                "memory_key_taken",
                "The seat keeps something under the key %s, or did once; choose another key, or change that memory."
                        .formatted(key));
    }

    static MemoryRefused tooManyPinned(int most) {
        return new MemoryRefused(
                HttpStatus.CONFLICT,
                "too_many_pinned",
                "%d memories of the seat are pinned, and each is in every prompt; unpin one first.".formatted(most));
    }

    static MemoryRefused tooManyOpen(int most) {
        return new MemoryRefused(
                HttpStatus.CONFLICT,
                "too_many_commitments",
                "%d commitments of the seat are open, and each is in every prompt; forget one first, or wait until one is"
                                .formatted(most)
                        + " kept or dropped.");
    }
}
