package io.synthforce.store.simulation;

import io.synthforce.store.journal.JournalRows;
import io.synthforce.store.snapshot.Snapshot;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.store.sql.Storable;
import io.synthforce.store.turn.GivenInput;
import io.synthforce.store.turn.GivenInputs;
import io.synthforce.workflows.change.Change;
import io.synthforce.workflows.change.Fork;
import io.synthforce.workflows.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what a branch begins with: row, first journal entries, the snapshot it starts from and its lineage. */
final class BranchRows {

    private static final String INSERT = """
            insert into simulations (id, owner, start_key, start_hash, parent, root, base_turn, name, description, text,
                                     scenario, changes, experiment, recorded_inputs, current_turn, max_turns, head)
            values (:id, :owner, :key, :hash, :parent, :root, :turn, :name, :description, :text,
                    cast(:scenario as jsonb), cast(:changes as jsonb), cast(:experiment as uuid), :recorded, :turn,
                    :max_turns, 0)
            on conflict (owner, start_key) do nothing
            returning %s""".formatted(SimulationRows.COLUMNS);

    /** Kept from being deleted while a branch is written under it. */
    private static final String KEEP =
            "select %s from simulations where id = :id for key share".formatted(SimulationRows.COLUMNS);

    private static final String ADVANCE = "update simulations set head = :head where id = :id";

    /** What its parent sees of its own ancestors it sees, too; of its parent it sees what there was at the fork. */
    private static final String LINEAGE = """
            insert into lineage (simulation, ancestor, upto_seq, upto_turn, upto_edit, depth)
            select cast(:id as uuid), ancestor,
                   case when depth = 0 then :upto else upto_seq end,
                   case when depth = 0 then :turn else upto_turn end,
                   case when depth = 0
                        then (select coalesce(max(e.id), 0) from memory_edits e where e.simulation = :parent)
                        else upto_edit end,
                   depth + 1
            from lineage where simulation = :parent
            union all
            select cast(:id as uuid), cast(:id as uuid), :for_ever, 2147483647, :for_ever, 0""";

    private final JdbcClient jdbc;
    private final JournalRows journal;
    private final Snapshots snapshots;
    private final GivenInputs givenInputs;

    BranchRows(JdbcClient jdbc, JournalRows journal, Snapshots snapshots) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.snapshots = snapshots;
        this.givenInputs = new GivenInputs(jdbc);
    }

    /** Empty when the key was used meanwhile. */
    Optional<SimulationRow> write(
            NewBranch branch, SimulationRow parent, Snapshot base, int maxTurns, String key, String bodyHash) {
        Scenario scenario = parent.scenario()
                .branch(branch.name(), maxTurns, parent.scenario().repeat());
        List<GivenInput> given = branch.recordedInputs() ? recorded(branch.parent(), base.turn()) : List.of();
        return write(branch, null, scenario, parent, base, given, key, bodyHash);
    }

    /** A branch of an experiment: its key stands for nothing but itself. */
    Optional<SimulationRow> write(
            NewBranch branch,
            UUID experiment,
            Scenario before,
            SimulationRow parent,
            Snapshot base,
            List<GivenInput> given,
            String key) {
        return write(branch, experiment, before, parent, base, given, key, "");
    }

    Optional<SimulationRow> keep(UUID simulation) {
        return jdbc.sql(KEEP)
                .param("id", simulation)
                .query(SimulationRows::read)
                .optional();
    }

    List<GivenInput> recorded(UUID asked, int after) {
        return givenInputs.recorded(asked, after);
    }

    List<GivenInput> toCome(UUID branch, int after) {
        return givenInputs.toCome(branch, after);
    }

    /**
     * @param before the scenario before the branch's changes are made
     * @param given to its turns, as far as the branch allows it
     */
    private Optional<SimulationRow> write(
            NewBranch branch,
            @Nullable UUID experiment,
            Scenario before,
            SimulationRow parent,
            Snapshot base,
            List<GivenInput> given,
            String key,
            String bodyHash) {
        Fork fork = Fork.of(before, base.state(), base.hash()).with(branch.changes());
        Optional<SimulationRow> written = insert(branch, experiment, parent, fork.scenario(), key, bodyHash)
                .map(row -> open(row, fork, base));
        if (written.isPresent()) {
            given.forEach(one -> givenInputs.write(branch.id(), one.in(fork.scenario(), before.cast())));
        }
        return written;
    }

    private Optional<SimulationRow> insert(
            NewBranch branch,
            @Nullable UUID experiment,
            SimulationRow parent,
            Scenario scenario,
            String key,
            String bodyHash) {
        return jdbc.sql(INSERT)
                .param("id", branch.id())
                .param("owner", parent.owner())
                .param("key", key)
                .param("hash", bodyHash)
                .param("parent", parent.id())
                .param("root", parent.root())
                .param("turn", branch.baseTurn())
                .param("name", Storable.textOrNull(scenario.name()))
                .param("description", Storable.textOrNull(scenario.description()))
                .param("text", Storable.text(scenario.text()))
                .param("scenario", Storable.json(scenario))
                .param("changes", json(branch.changes()))
                .param("experiment", experiment == null ? null : experiment.toString())
                .param("recorded", branch.recordedInputs())
                .param("max_turns", scenario.settings().maxTurns())
                .query(SimulationRows::read)
                .optional();
    }

    private SimulationRow open(SimulationRow row, Fork fork, Snapshot base) {
        UUID id = row.id();
        long head = journal.append(id, 0, base.turn(), fork.events());
        snapshots.write(id, base.turn(), head, fork.state());
        jdbc.sql(LINEAGE)
                .param("id", id)
                .param("parent", base.simulation())
                .param("upto", base.head())
                .param("turn", base.turn())
                .param("for_ever", Long.MAX_VALUE)
                .update();
        jdbc.sql(ADVANCE).param("id", id).param("head", head).update();
        return row.at(head);
    }

    /** An array keeps the types of its items, which a list of JSON would not. */
    private static String json(List<Change> changes) {
        return Storable.json(changes.toArray(Change[]::new));
    }
}
