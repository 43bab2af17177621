package io.synthforce.api.request;

import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.settings.ApiSettings;
import io.synthforce.api.workflow.TemporalServer;
import io.synthforce.store.doorbell.Doorbell;
import io.synthforce.store.request.RequestRow;
import io.synthforce.store.request.RequestRow.State;
import io.synthforce.store.request.Requests;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.store.turn.TurnRow;
import io.synthforce.store.turn.Turns;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/** Waits for a request's outcome as the store shows it, and no longer than somebody is there to bring it about. */
@Component
@ApiRole
final class Waiting implements ApplicationListener<ContextClosedEvent> {

    private static final Duration DESCRIBE = Duration.ofSeconds(2);

    private final Requests requests;
    private final Simulations simulations;
    private final Turns turns;
    private final Doorbell doorbell;
    private final TemporalServer temporal;
    private final Duration untakenAfter;
    private volatile boolean closing;

    Waiting(
            Requests requests,
            Simulations simulations,
            Turns turns,
            Doorbell doorbell,
            TemporalServer temporal,
            ApiSettings settings) {
        this.requests = requests;
        this.simulations = simulations;
        this.turns = turns;
        this.doorbell = doorbell;
        this.temporal = temporal;
        this.untakenAfter = settings.untakenAfter();
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        closing = true;
    }

    /** @param rung whether a workflow is known to have been told of the request */
    Asked await(RequestRow request, RequestKey key, boolean rung, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        RequestRow seen = request;
        while (seen.outcome() == null) {
            RequestRow before = seen;
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            boolean untaken = before.state() == State.OPEN;
            Duration atMost = untaken && left.compareTo(untakenAfter) > 0 ? untakenAfter : left;
            Optional<RequestRow> changed = doorbell.await(before.simulation(), () -> changed(before, key), atMost);
            if (changed.isEmpty() && untaken) {
                requireSomeone(before.simulation(), key, rung, atMost);
            }
            if (changed.isEmpty()
                    && (atMost.equals(left) || Thread.currentThread().isInterrupted())) {
                return new Asked.Pending(before);
            }
            seen = changed.orElse(before);
        }
        return answer(seen);
    }

    private Optional<RequestRow> changed(RequestRow before, RequestKey key) {
        if (closing) {
            throw NotTaken.closing(key);
        }
        RequestRow now = requests.find(before.id()).orElseThrow(() -> new UnknownSimulation(before.simulation()));
        return now.state() == before.state() ? Optional.empty() : Optional.of(now);
    }

    private void requireSomeone(UUID simulation, RequestKey key, boolean rung, Duration waited) {
        if (!rung) {
            throw NotTaken.temporalAway(key);
        }
        if (waited.equals(untakenAfter) && !turnIsUnderWay(simulation) && !temporal.hasWorker(DESCRIBE)) {
            throw NotTaken.noWorker(key);
        }
    }

    /** A request behind another one's turn has only to wait for it. */
    private boolean turnIsUnderWay(UUID simulation) {
        return simulations
                .find(simulation)
                .map(SimulationRow::currentTurn)
                .flatMap(played -> turns.find(simulation, played + 1))
                .filter(turn -> turn.state() == TurnRow.State.TAKEN)
                .isPresent();
    }

    private static Asked answer(RequestRow request) {
        if (request.state() == State.REFUSED && request.outcome() != null) {
            throw new RequestRefused(request.outcome());
        }
        return new Asked.Done(request);
    }
}
