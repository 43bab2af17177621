package io.synthforce.activities.call;

import io.synthforce.activities.question.JudgeQuestion;
import io.synthforce.activities.question.Proceedings;
import io.synthforce.activities.question.Scene;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.store.experiment.BranchRun;
import io.synthforce.store.experiment.Experiment;
import io.synthforce.store.experiment.Experiments;
import io.synthforce.store.judging.Rulings;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.workflows.experiment.RunRecord;
import io.synthforce.workflows.judging.JudgeActivities;
import io.synthforce.workflows.judging.Matter;
import io.synthforce.workflows.judging.Ruling;
import io.temporal.failure.ApplicationFailure;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Has runs judged, by the same ways as agents are asked: one recorded reply for a matter, every attempt booked. */
final class JudgeActivitiesImpl implements JudgeActivities {

    private static final String DELETED = "the branch was deleted before it was judged";

    private final Experiments experiments;
    private final Simulations simulations;
    private final Rulings rulings;
    private final ModelCalls calls;
    private final JudgeScenes scenes;
    private final ModelCaller caller;

    JudgeActivitiesImpl(
            Experiments experiments,
            Simulations simulations,
            Rulings rulings,
            ModelCalls calls,
            JudgeScenes scenes,
            ModelCaller caller) {
        this.experiments = experiments;
        this.simulations = simulations;
        this.rulings = rulings;
        this.calls = calls;
        this.scenes = scenes;
        this.caller = caller;
    }

    @Override
    public void judge(UUID experiment, Matter matter) {
        experiments
                .find(experiment)
                .ifPresent(found -> experiments
                        .run(experiment, matter.position())
                        .filter(run -> run.record() instanceof RunRecord record && !record.isRuledOn(matter))
                        .ifPresent(run -> rulings.keep(experiment, ruling(found, run, matter))));
    }

    private Ruling ruling(Experiment experiment, BranchRun run, Matter matter) {
        Optional<SimulationRow> trunk = simulations.find(experiment.simulation());
        Optional<SimulationRow> branch = simulations.find(run.branch());
        if (trunk.isEmpty() || branch.isEmpty()) {
            return Ruling.unusable(matter, DELETED, 0);
        }
        RunRecord record = Objects.requireNonNull(run.record());
        try {
            return ruling(experiment, trunk.get(), branch.get(), record, matter);
        } catch (ApplicationFailure later) {
            Optional<String> reason = experiment.isStopping() ? Haste.reason(later) : Optional.empty();
            return reason.map(why -> Ruling.unusable(matter, why, 0)).orElseThrow(() -> later);
        } catch (IllegalStateException | IllegalArgumentException | NullPointerException defect) {
            rulings.keep(experiment.id(), Ruling.unusable(matter, "the judge could not be asked", 0));
            throw Faults.defect(defect);
        }
    }

    private Ruling ruling(
            Experiment experiment, SimulationRow trunk, SimulationRow branch, RunRecord record, Matter matter) {
        Proceedings run = new Recordings(calls).of(branch, record);
        Scene scene = scenes.of(branch, record.turns().getLast().turn(), matter);
        String proposition = experiment.plan().propositions().get(matter.proposition());
        Ruling ruling = caller.ask(scene, new JudgeQuestion(matter, proposition, trunk.scenario(), run));
        RecordedCall call = calls.recorded(scene.call().key()).orElseThrow(Faults::gone);
        return ruling.by(call.model(), call.scripted());
    }
}
