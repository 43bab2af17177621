package io.synthforce.api.brief;

import io.synthforce.api.problem.OverBudget;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.request.KeyUsedBefore;
import io.synthforce.api.request.RequestKey;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.workflow.ReportsAway;
import io.synthforce.api.workflow.SimulationWorkflows;
import io.synthforce.api.workflow.TemporalAway;
import io.synthforce.api.workflow.TemporalServer;
import io.synthforce.store.brief.CaseFile;
import io.synthforce.store.brief.NewBrief;
import io.synthforce.store.brief.WrittenBrief;
import io.synthforce.store.brief.WrittenBrief.State;
import io.synthforce.store.brief.WrittenBriefs;
import io.synthforce.store.brief.WrittenBriefs.Submitted;
import io.synthforce.store.call.Costs;
import io.synthforce.store.doorbell.Doorbell;
import io.synthforce.store.experiment.Experiment;
import io.synthforce.store.snapshot.Snapshot;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.workflows.brief.Memo;
import io.synthforce.workflows.experiment.Plan;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Has briefs put into words: each is stored with what it is written of, then begun, then waited for. */
@Component
@ApiRole
final class Writing {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** More room for one answer than this some models do not give. */
    private static final int MOST_TOKENS = 8_192;

    private final Snapshots snapshots;
    private final WrittenBriefs briefs;
    private final SimulationWorkflows workflows;
    private final TemporalServer temporal;
    private final Doorbell doorbell;

    Writing(
            Snapshots snapshots,
            WrittenBriefs briefs,
            SimulationWorkflows workflows,
            TemporalServer temporal,
            Doorbell doorbell) {
        this.snapshots = snapshots;
        this.briefs = briefs;
        this.workflows = workflows;
        this.temporal = temporal;
        this.doorbell = doorbell;
    }

    /** @return the same under a key that was used before for the same */
    WrittenBrief begin(CaseFile file, BriefRequest request, RequestKey key) {
        NewBrief brief = brief(file, request);
        WrittenBrief stored = switch (briefs.submit(brief, key.value(), request.hash())) {
            case Submitted.Stored written -> written.brief();
            case Submitted.KeyConflict _ -> throw new KeyUsedBefore(key);
            case Submitted.UnknownSimulation _ -> throw new UnknownSimulation(brief.simulation());
            case Submitted.OverBudget over ->
                throw new OverBudget(over.shortage().detail("brief", "Nothing was written"));
        };
        if (stored.state() == State.OPEN) {
            begin(stored);
        }
        return stored;
    }

    /** Empty when it is not over in time. */
    Optional<WrittenBrief> await(WrittenBrief brief, Duration atMost) {
        return doorbell.await(brief.of().simulation(), () -> over(brief), atMost);
    }

    private Optional<WrittenBrief> over(WrittenBrief brief) {
        WrittenBrief now = briefs.find(brief.id()).orElseThrow(UnknownExperiment::new);
        return now.state() == State.OPEN ? Optional.empty() : Optional.of(now);
    }

    private void begin(WrittenBrief brief) {
        try {
            workflows.brief(brief.id());
        } catch (TemporalAway away) {
            throw new ReportsAway();
        }
        if (!temporal.hasWorker(PATIENCE)) {
            throw new ReportsAway();
        }
    }

    private NewBrief brief(CaseFile file, BriefRequest request) {
        if (file.experiment().state().goesOn()) {
            throw BriefRefused.tooEarly();
        }
        if (file.brief().data().isEmpty()) {
            throw BriefRefused.nothingToTell();
        }
        Experiment experiment = file.experiment();
        Plan plan = experiment.plan();
        Snapshot shared = snapshots
                .seen(experiment.simulation(), plan.baseTurn())
                .orElseThrow(() -> new UnknownSimulation(experiment.simulation()));
        return new NewBrief(
                experiment.id(),
                experiment.simulation(),
                plan.baseTurn(),
                Memo.of(plan, file.scenario(), shared.state().ledger()),
                file.sources(),
                plan.options().size(),
                request.repeats(),
                ofARun(file));
    }

    /** What a run took to complete on average. */
    private static int ofARun(CaseFile file) {
        long completed = file.costs().stream()
                .map(Costs.OfSimulation::cost)
                .mapToLong(cost -> cost.completionTokens())
                .sum();
        return (int) Math.min(MOST_TOKENS, completed / Math.max(1, file.costs().size()));
    }
}
