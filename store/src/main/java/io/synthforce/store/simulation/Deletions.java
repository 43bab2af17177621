package io.synthforce.store.simulation;

import io.synthforce.store.budget.Reservations;
import io.synthforce.store.simulation.Simulations.Deleted;
import io.synthforce.store.sql.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removes a simulation with everything under it. What its model calls cost stays with the owner, without their texts. */
final class Deletions {

    private static final String LOCK = "select id from simulations where id = :id for update";

    /** A branch being written needs its parent's row, so below a locked parent none can appear. */
    private static final String LOCK_BRANCHES = """
            select id, experiment is null as by_hand from simulations
            where parent in (:parents)
               or experiment in (select id from experiments where simulation in (:parents))
            order by id for update""";

    private static final String EXPERIMENTS = "select id from experiments where simulation in (:ids)";

    private static final String FORGET_TEXTS = """
            update attempts set request = null, reply = null, detail = null where simulation in (:ids)""";

    /** First, because a lineage refers to ancestors that go in the same statement. */
    private static final String DELETE_LINEAGE = "delete from lineage where simulation in (:ids)";

    private static final String DELETE = "delete from simulations where id in (:ids)";

    private final JdbcClient jdbc;

    private final Reservations reservations;

    Deletions(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.reservations = new Reservations(jdbc);
    }

    Deleted delete(UUID id, boolean cascade) {
        if (jdbc.sql(LOCK).param("id", id).query(UUID.class).optional().isEmpty()) {
            return new Deleted.Unknown();
        }
        List<UUID> all = new ArrayList<>(List.of(id));
        List<UUID> byHand = new ArrayList<>();
        List<Branch> branches = branches(List.of(id), all);
        while (!branches.isEmpty()) {
            branches.stream().filter(Branch::byHand).map(Branch::id).forEach(byHand::add);
            if (!byHand.isEmpty() && !cascade) {
                return new Deleted.HasBranches(byHand);
            }
            List<UUID> parents = branches.stream().map(Branch::id).toList();
            all.addAll(parents);
            branches = branches(parents, all);
        }
        List<UUID> experiments = jdbc.sql(EXPERIMENTS)
                .param("ids", all)
                .query((row, _) -> Columns.uuid(row, "id"))
                .list();
        reservations.release(id);
        jdbc.sql(FORGET_TEXTS).param("ids", all).update();
        jdbc.sql(DELETE_LINEAGE).param("ids", all).update();
        jdbc.sql(DELETE).param("ids", all).update();
        return new Deleted.Gone(all.reversed(), experiments);
    }

    /** @param byHand what was forked by hand is not deleted unless it was asked for */
    private record Branch(UUID id, boolean byHand) {}

    private List<Branch> branches(List<UUID> parents, List<UUID> known) {
        return jdbc
                .sql(LOCK_BRANCHES)
                .param("parents", parents)
                .query((row, _) -> new Branch(Columns.uuid(row, "id"), row.getBoolean("by_hand")))
                .list()
                .stream()
                .filter(branch -> !known.contains(branch.id()))
                .toList();
    }
}
