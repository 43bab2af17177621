package io.synthforce.store.simulation;

import io.synthforce.store.journal.JournalRows;
import io.synthforce.store.snapshot.Snapshot;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.workflows.scenario.Settings;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forks of simulations. A fork copies one snapshot and one row for each ancestor, so it costs the same at any turn, and
 * nothing of its parent is touched.
 */
public class Branches {

    private static final int DEEPEST = 64;
    private static final String FIND_KEY = """
            select %s, start_hash from simulations where owner = (select owner from simulations where id = :parent)
              and start_key = :key""".formatted(SimulationRows.COLUMNS);

    private static final String DEPTH = "select max(depth) from lineage where simulation = :id";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Snapshots snapshots;
    private final BranchRows rows;
    private final PlannedBranches planned;

    public Branches(JdbcClient jdbc, TransactionTemplate transaction, JournalRows journal, Snapshots snapshots) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.snapshots = snapshots;
        this.rows = new BranchRows(jdbc, journal, snapshots);
        this.planned = new PlannedBranches(jdbc, snapshots, rows);
    }

    /** How a fork went. */
    public sealed interface Forked {
        /** Written now, or earlier under the same key and body. */
        record Branch(SimulationRow row, boolean isNew) implements Forked {}

        /** The key was used for another body. */
        record KeyConflict() implements Forked {}

        record UnknownSimulation() implements Forked {}

        /** @param currentTurn the last turn there is a snapshot of */
        record UnknownTurn(int currentTurn) implements Forked {}

        /** No turn would be left to play, or more than there can be. */
        record InvalidLength(int first, int most) implements Forked {}

        /** @param most so many ancestors a simulation can have */
        record TooDeep(int most) implements Forked {}
    }

    /**
     * Forks a simulation from the snapshot of a turn. A turn the simulation itself was forked after is its ancestor's:
     * then the ancestor is the parent.
     *
     * @param key of the request, unique for the parent
     * @throws io.synthforce.workflows.change.InvalidChange if the scenario does not allow a change
     */
    public Forked fork(NewBranch branch, String key, String bodyHash) {
        String startKey = "branch/%s/%s".formatted(branch.parent(), key);
        Forked forked = null;
        while (forked == null) {
            // What holds the key may be deleted between the two looks; then the key is free again.
            forked = transaction.execute(_ -> found(branch.parent(), startKey, bodyHash)
                    .or(() -> write(branch, startKey, bodyHash))
                    .orElse(null));
        }
        return forked;
    }

    /** Those of experiments. */
    public PlannedBranches planned() {
        return planned;
    }

    /** Whether a simulation can have descendants. */
    public boolean canFork(UUID simulation) {
        return depth(simulation) < DEEPEST;
    }

    private Optional<Forked> found(UUID parent, String key, String bodyHash) {
        return jdbc.sql(FIND_KEY)
                .param("parent", parent)
                .param("key", key)
                .<Forked>query((row, number) -> row.getString("start_hash").equals(bodyHash)
                        ? new Forked.Branch(SimulationRows.read(row, number), false)
                        : new Forked.KeyConflict())
                .optional();
    }

    private Optional<Forked> write(NewBranch branch, String key, String bodyHash) {
        Optional<SimulationRow> asked = rows.keep(branch.parent());
        if (asked.isEmpty()) {
            return Optional.of(new Forked.UnknownSimulation());
        }
        Optional<Snapshot> base = branch.baseTurn() > asked.get().currentTurn()
                ? Optional.empty()
                : snapshots.seen(branch.parent(), branch.baseTurn());
        if (base.isEmpty()) {
            return Optional.of(new Forked.UnknownTurn(asked.get().currentTurn()));
        }
        Optional<SimulationRow> parent = rows.keep(base.get().simulation());
        if (parent.isEmpty()) {
            return Optional.of(new Forked.UnknownSimulation());
        }
        if (depth(parent.get().id()) >= DEEPEST) {
            return Optional.of(new Forked.TooDeep(DEEPEST));
        }
        int turns = length(branch, asked.get());
        if (turns <= branch.baseTurn() || turns > Settings.MOST_TURNS) {
            return Optional.of(new Forked.InvalidLength(branch.baseTurn() + 1, Settings.MOST_TURNS));
        }
        return rows.write(branch, parent.get(), base.get(), turns, key, bodyHash)
                .map(row -> new Forked.Branch(row, true));
    }

    private static int length(NewBranch branch, SimulationRow asked) {
        return branch.maxTurns() == null ? Math.max(asked.maxTurns(), branch.baseTurn() + 1) : branch.maxTurns();
    }

    private int depth(UUID simulation) {
        return jdbc.sql(DEPTH).param("id", simulation).query(Integer.class).single();
    }
}
