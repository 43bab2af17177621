package io.synthforce.api.memory;

import static java.util.Objects.requireNonNull;

import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.request.KeyUsedBefore;
import io.synthforce.api.request.RequestKey;
import io.synthforce.store.memory.Memory;
import io.synthforce.store.memory.MemoryEdits.Edited;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of an edit, as its caller is told. */
final class Editing {

    private Editing() {}

    /** The memory, if the edit was made. An edit that has no key of its own conflicts with no other. */
    static Memory done(Edited edited, UUID simulation, UUID memory) {
        return done(edited, simulation, memory, null);
    }

    /** The memory, if the edit was made. */
    static Memory done(Edited edited, UUID simulation, UUID memory, @Nullable RequestKey key) {
        return switch (edited) {
            case Edited.Done done -> done.memory();
            case Edited.UnknownSimulation _ -> throw new UnknownSimulation(simulation);
            case Edited.UnknownMemory _ -> throw MemoryRefused.unknown(memory);
            case Edited.UnknownSeat _ ->
                throw new InvalidRequest(
                        "body.agent_role", "value_error", "Nobody of this role, or no such seat of it, is in the cast");
            case Edited.KeyConflict _ -> throw new KeyUsedBefore(requireNonNull(key));
            case Edited.KeyTaken taken -> throw MemoryRefused.keyTaken(taken.key());
            case Edited.TooManyPinned full -> throw MemoryRefused.tooManyPinned(full.most());
            case Edited.TooManyOpen full -> throw MemoryRefused.tooManyOpen(full.most());
        };
    }
}
