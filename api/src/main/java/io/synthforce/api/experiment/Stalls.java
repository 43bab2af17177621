package io.synthforce.api.experiment;

import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.simulation.Standing.Waiting;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.experiment.BranchRun;
import io.synthforce.store.experiment.BranchRun.State;
import io.synthforce.store.experiment.Experiment;
import io.synthforce.store.request.Play;
import io.synthforce.store.request.Plays;
import io.synthforce.store.simulation.SimulationHead;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.simulation.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Why nothing of a what-if moves: every branch that plays waits for something, or none plays any more and the judge does.
 * Only a few play at a time.
 */
@Component
@ApiRole
final class Stalls {

    private static final Comparator<Waiting> SOONEST =
            Comparator.comparing(Waiting::until, Comparator.nullsLast(Comparator.<Instant>naturalOrder()));

    private final ModelCalls calls;
    private final Plays plays;
    private final Simulations simulations;

    Stalls(ModelCalls calls, Plays plays, Simulations simulations) {
        this.calls = calls;
        this.plays = plays;
        this.simulations = simulations;
    }

    /** What the first branch or call of the judge to go on waits for; null when one does not wait, or there is none. */
    @Nullable
    Waiting of(Experiment experiment, List<BranchRun> runs) {
        List<UUID> playing = runs.stream()
                .filter(run -> run.state() == State.PLAYING)
                .map(BranchRun::branch)
                .toList();
        return playing.isEmpty() ? ofJudge(experiment) : ofBranches(experiment, playing);
    }

    private @Nullable Waiting ofBranches(Experiment experiment, List<UUID> playing) {
        List<Waiting> all = new ArrayList<>();
        for (UUID branch : playing) {
            Optional<Waiting> waiting = of(experiment.id(), branch);
            if (waiting.isEmpty()) {
                return null;
            }
            all.add(waiting.get());
        }
        return all.stream().min(SOONEST).orElse(null);
    }

    private @Nullable Waiting ofJudge(Experiment experiment) {
        boolean judged =
                experiment.state().goesOn() && !experiment.plan().propositions().isEmpty();
        return judged ? calls.judgeWaits(experiment.id()).map(Stalls::waiting).orElse(null) : null;
    }

    private static Waiting waiting(io.synthforce.store.call.Waiting call) {
        return new Waiting(call.reason(), call.until(), call.place());
    }

    private Optional<Waiting> of(UUID experiment, UUID branch) {
        Optional<SimulationHead> head = simulations.head(branch);
        boolean underWay = head.map(SimulationHead::turnUnderWay).isPresent();
        if (underWay) {
            return calls.open(branch).isEmpty() ? calls.waiting(branch).map(Stalls::waiting) : Optional.empty();
        }
        if (plays.find(branch, Experiment.playKey(experiment))
                .filter(Play::overBudget)
                .isPresent()) {
            return Optional.of(new Waiting("budget", null, null));
        }
        return head.filter(found -> found.status() == Status.PAUSED).map(_ -> new Waiting("paused", null, null));
    }
}
