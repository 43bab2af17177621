package io.synthforce.store.call;

import io.synthforce.store.budget.Reservations;
import io.synthforce.store.lock.SimulationLock;
import io.synthforce.workflows.turn.CallKey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Recorded replies, and one row per provider request. No connection is held while a model answers. */
public class ModelCalls {

    private final TransactionTemplate transaction;
    private final SimulationLock lock;
    private final CallRows calls;
    private final AttemptRows attempts;
    private final Waits waits;
    private final Reservations reservations;

    public ModelCalls(JdbcClient jdbc, TransactionTemplate transaction, SimulationLock lock) {
        this.transaction = transaction;
        this.lock = lock;
        this.calls = new CallRows(jdbc);
        this.attempts = new AttemptRows(jdbc);
        this.waits = new Waits(jdbc);
        this.reservations = new Reservations(jdbc);
    }

    public Optional<RecordedCall> recorded(CallKey key) {
        return calls.find(key);
    }

    /** All recorded calls of a turn, given and degraded. */
    public List<RecordedCall> ofTurn(UUID simulation, int turn) {
        return calls.ofTurn(simulation, turn);
    }

    /**
     * Who spoke in how many recorded calls.
     *
     * @param model as it called itself
     */
    public record Spoken(String model, boolean scripted, long calls) {}

    /** Who spoke in the turns a simulation has behind it, up to one. */
    public List<Spoken> spoken(UUID simulation, int turn) {
        return calls.spoken(simulation, turn);
    }

    /** Whether a script spoke in one of them, and no model was asked. */
    public boolean scripted(UUID simulation, int turn) {
        return spoken(simulation, turn).stream().anyMatch(Spoken::scripted);
    }

    /**
     * Writes the attempt before it is sent. Earlier attempts of the call that are still open are of a process that was
     * lost: their outcome is unknown. Where spending is capped, nothing is written that what is left does not cover.
     */
    public Begun begin(NewAttempt attempt) {
        return transaction.execute(status -> {
            if (!attempts.insert(attempt)) {
                return Begun.GONE;
            }
            attempts.giveUpEarlier(attempt);
            if (attempt.reservedTokens() > 0
                    && !reservations.covers(attempt.key().simulation())) {
                status.setRollbackOnly();
                return Begun.OVER_BUDGET;
            }
            return Begun.BEGUN;
        });
    }

    /** How an attempt began. */
    public enum Begun {
        BEGUN,
        /** There is no such simulation any more. */
        GONE,
        /** It must not be sent: what is left of the budget does not cover it. */
        OVER_BUDGET
    }

    /**
     * Keeps why nothing was sent and until when: one row for as long as a call waits.
     *
     * @return false when the simulation is gone
     */
    public boolean hold(NewAttempt attempt, AttemptResult held) {
        if (attempts.holdAgain(attempt, held)) {
            return true;
        }
        if (begin(attempt) != Begun.BEGUN) {
            return false;
        }
        end(attempt.id(), held);
        return true;
    }

    /** Completes an attempt that brought no usable reply; also one that was given up as unknown and came back. */
    public void end(UUID attempt, AttemptResult result) {
        transaction.executeWithoutResult(_ -> attempts.end(attempt, result.state(), result, keep(attempt)));
    }

    /**
     * Stores reply and attempt in one commit. The first reply stored wins; a later one completes only its own attempt.
     *
     * @return the winner, empty when the simulation is gone, or when its turn was taken up again after the attempt
     *     began and has no reply yet
     */
    public Optional<RecordedCall> record(UUID attempt, AttemptResult result, RecordedCall reply) {
        return transaction.execute(_ -> {
            boolean kept = lock.keep(reply.key().simulation());
            boolean won = kept && calls.insert(reply, attempt);
            attempts.end(attempt, won ? AttemptResult.State.RECORDED : AttemptResult.State.LOST, result, kept);
            return kept ? calls.find(reply.key()) : Optional.empty();
        });
    }

    /**
     * Records that a call was given up, unless a reply is there.
     *
     * @return what stands, empty as for {@link #record}
     */
    public Optional<RecordedCall> giveUp(RecordedCall degraded) {
        return transaction.execute(_ -> {
            if (!lock.keep(degraded.key().simulation())) {
                return Optional.empty();
            }
            calls.insert(degraded, degraded.attempt());
            return calls.find(degraded.key());
        });
    }

    /**
     * Attempts of a call that ended in a fault since its turn was taken: refused for other reasons than limits, broken,
     * unusable or unknown.
     */
    public int faults(CallKey key) {
        return attempts.faults(key);
    }

    /** What was tried of a call since its turn was taken, in order: how it is asked next follows from it. */
    public List<PastAttempt> past(CallKey key) {
        return attempts.past(key);
    }

    public List<AttemptRow> attempts(UUID simulation, int turn) {
        return attempts.ofTurn(simulation, turn);
    }

    /** The body that was sent in an attempt; empty when it is not kept any more. */
    public Optional<String> sent(UUID attempt) {
        return attempts.request(attempt);
    }

    /** Requests under way for the turn being played: who is thinking, and since when. */
    public List<AttemptRow> open(UUID simulation) {
        return attempts.open(simulation);
    }

    /** What the turn being played waits for, if a call of it is to be made again later. */
    public Optional<Waiting> waiting(UUID simulation) {
        return waits.last(simulation);
    }

    /** What the judge of an experiment waits for, if none of its calls is under way: the first to be made again. */
    public Optional<Waiting> judgeWaits(UUID experiment) {
        return waits.nextOfJudge(experiment);
    }

    /** Whether a taken turn only waits for the provider and has no request under way. */
    public boolean turnWaits(UUID simulation, int turn) {
        return waits.turnWaits(simulation, turn);
    }

    private boolean keep(UUID attempt) {
        return attempts.simulation(attempt).filter(lock::keep).isPresent();
    }
}
