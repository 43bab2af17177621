package io.synthforce.api.request;

import static java.util.Objects.requireNonNull;

import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.request.Injection;
import io.synthforce.store.request.Injections;
import io.synthforce.store.request.Outcome;
import io.synthforce.store.request.RequestRow;
import io.synthforce.store.request.RequestRow.State;
import io.synthforce.store.request.Requests.Submitted;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes events for simulations. Storing one is all there is to do, so nobody is rung for or waited for. */
@Component
@ApiRole
public final class EventInbox {

    private final Injections injections;

    EventInbox(Injections injections) {
        this.injections = injections;
    }

    /**
     * The turn in which the event will occur; under a key that was used before for the same, that of the first time.
     *
     * @throws io.synthforce.api.problem.Refused if it is refused
     */
    public int inject(UUID simulation, RequestKey key, Injection injection) {
        return switch (injections.submit(simulation, key.value(), injection)) {
            case Submitted.Stored stored -> turn(stored.request());
            case Submitted.KeyConflict _ -> throw new KeyUsedBefore(key);
            case Submitted.UnknownSimulation _ -> throw new UnknownSimulation(simulation);
            case Submitted.TooManyPlaying full -> throw new TooManyPlaying(full.limit());
        };
    }

    private static int turn(RequestRow request) {
        Outcome outcome = requireNonNull(request.outcome(), "an event is answered when it is stored");
        if (request.state() == State.REFUSED) {
            throw new RequestRefused(outcome);
        }
        return requireNonNull(request.turn(), "a stored event has its turn");
    }
}
