package io.synthforce.store.simulation;

import io.synthforce.store.snapshot.Snapshot;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.store.turn.GivenInput;
import io.synthforce.workflows.change.Fork;
import io.synthforce.workflows.change.InvalidChange;
import io.synthforce.workflows.experiment.Option;
import io.synthforce.workflows.experiment.Plan;
import io.synthforce.workflows.experiment.PlannedRun;
import io.synthforce.workflows.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Trunks and branches as the plans of experiments say. For transactions that write what they are written for. */
public final class PlannedBranches {

    /** Independent trunks would not have what a fork changed on the way. */
    private static final String CHANGED = """
            select a.id from lineage l join simulations a on a.id = l.ancestor
            where l.simulation = :id and a.base_turn > 0 and jsonb_array_length(coalesce(a.changes, '[]')) > 0
              and l.depth >= (select depth from lineage where simulation = :id and ancestor = :player)
            order by l.depth limit 1""";

    private final JdbcClient jdbc;
    private final Snapshots snapshots;
    private final BranchRows rows;

    PlannedBranches(JdbcClient jdbc, Snapshots snapshots, BranchRows rows) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
        this.rows = rows;
    }

    /**
     * Writes branches of the simulation's own turn, in the order of the schedule.
     *
     * @param simulation what is forked; the plan's base turn was played
     * @param written as many of the first ones are there already
     * @return the ids of the branches
     * @throws InvalidOption if the scenario does not allow one of its changes
     * @throws IllegalStateException if it cannot be forked at all: see {@link Branches#canFork}
     */
    public List<UUID> write(UUID experiment, UUID simulation, Plan plan, int written) {
        Snapshot base = require(simulation, plan.baseTurn());
        SimulationRow asked = rows.keep(simulation).orElseThrow();
        SimulationRow parent = rows.keep(base.simulation()).orElseThrow();
        List<GivenInput> given =
                plan.recordedInputs() ? upTo(plan.horizon(), rows.recorded(simulation, plan.baseTurn())) : List.of();
        List<UUID> ids = new ArrayList<>();
        List<PlannedRun> schedule = plan.schedule(asked.scenario().rootSeed());
        for (PlannedRun run : schedule.subList(written, schedule.size())) {
            UUID id = UUID.randomUUID();
            Scenario before = before(parent.scenario(), plan, run, turns(asked, plan));
            try {
                rows.write(
                                branch(id, simulation, plan, run),
                                experiment,
                                before,
                                parent,
                                base,
                                given,
                                key(experiment, run))
                        .orElseThrow(IllegalStateException::new);
            } catch (InvalidChange invalid) {
                throw new InvalidOption(run.option(), invalid);
            }
            ids.add(id);
        }
        return ids;
    }

    /**
     * Writes the trunks of a plan. Their turns are given what the simulation's were asked, and keep for their branches what
     * these are to be given.
     *
     * @return their ids, in their order
     * @throws InvalidOption if the scenario does not allow a change of the branches that are to come
     */
    public List<UUID> writeTrunks(UUID experiment, UUID simulation, Plan plan) {
        Snapshot base = require(simulation, plan.baseTurn());
        Snapshot beginning = require(simulation, 0);
        SimulationRow asked = rows.keep(simulation).orElseThrow();
        SimulationRow parent = rows.keep(beginning.simulation()).orElseThrow();
        Scenario scenario = rows.keep(base.simulation()).orElseThrow().scenario();
        check(plan, Fork.of(scenario, base.state(), base.hash()));
        List<GivenInput> given =
                upTo(plan.recordedInputs() ? plan.horizon() : plan.baseTurn(), rows.recorded(simulation, 0));
        List<UUID> ids = new ArrayList<>();
        for (int trunk = 1; trunk <= plan.trunks(); trunk++) {
            UUID id = UUID.randomUUID();
            Scenario own = scenario.branch("trunk " + trunk, turns(asked, plan), plan.repeatOf(trunk));
            NewBranch branch = new NewBranch(id, simulation, 0, null, null, List.of(), true);
            String key = "experiment/%s/trunk/%d".formatted(experiment, trunk);
            rows.write(branch, experiment, own, parent, beginning, given, key).orElseThrow(IllegalStateException::new);
            ids.add(id);
        }
        return ids;
    }

    /**
     * Writes a branch of a trunk, once.
     *
     * @return false when it was written before, or when the trunk is no more
     * @throws InvalidChange if the trunk does not allow a change
     */
    public boolean writeOf(UUID trunk, UUID id, UUID experiment, Plan plan, PlannedRun run) {
        Optional<SimulationRow> parent = rows.keep(trunk);
        Optional<Snapshot> base = snapshots.find(trunk, plan.baseTurn());
        if (parent.isEmpty() || base.isEmpty()) {
            return false;
        }
        Scenario before =
                before(parent.get().scenario(), plan, run, parent.get().maxTurns());
        List<GivenInput> given = plan.recordedInputs() ? rows.toCome(trunk, plan.baseTurn()) : List.of();
        return rows.write(
                        branch(id, trunk, plan, run),
                        experiment,
                        before,
                        parent.get(),
                        base.get(),
                        given,
                        key(experiment, run))
                .isPresent();
    }

    /** The last fork on the way to a turn that changed anything after turn 0; trunks could not be played as that was. */
    public Optional<UUID> changedOnTheWayTo(UUID simulation, int turn) {
        return jdbc.sql(CHANGED)
                .param("id", simulation)
                .param("player", require(simulation, turn).simulation())
                .query(UUID.class)
                .optional();
    }

    private static void check(Plan plan, Fork fork) {
        for (int option = 1; option <= plan.options().size(); option++) {
            try {
                fork.with(plan.options().get(option - 1).changes());
            } catch (InvalidChange invalid) {
                throw new InvalidOption(option, invalid);
            }
        }
    }

    private Snapshot require(UUID simulation, int turn) {
        return snapshots.seen(simulation, turn).orElseThrow(IllegalStateException::new);
    }

    private static int turns(SimulationRow asked, Plan plan) {
        return Math.max(asked.maxTurns(), plan.horizon());
    }

    private static List<GivenInput> upTo(int turn, List<GivenInput> given) {
        return given.stream().filter(input -> input.turn() <= turn).toList();
    }

    private static Scenario before(Scenario parent, Plan plan, PlannedRun run, int turns) {
        return parent.branch(plan.option(run).name() + " · " + run.block(), turns, run.repeat());
    }

    private static NewBranch branch(UUID id, UUID of, Plan plan, PlannedRun run) {
        Option option = plan.option(run);
        return new NewBranch(id, of, plan.baseTurn(), null, null, option.changes(), plan.recordedInputs());
    }

    private static String key(UUID experiment, PlannedRun run) {
        return "experiment/%s/%d".formatted(experiment, run.position());
    }
}
