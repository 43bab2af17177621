package io.synthforce.store.simulation;

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
    private static final String LOCK_BRANCHES =
            "select id from simulations where parent in (:parents) order by id for update";

    private static final String FORGET_TEXTS = """
            update attempts set request = null, reply = null, detail = null where simulation in (:ids)""";

    /** First, because a lineage refers to ancestors that go in the same statement. */
    private static final String DELETE_LINEAGE = "delete from lineage where simulation in (:ids)";

    private static final String DELETE = "delete from simulations where id in (:ids)";

    private final JdbcClient jdbc;

    Deletions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Deleted delete(UUID id, boolean cascade) {
        if (jdbc.sql(LOCK).param("id", id).query(UUID.class).optional().isEmpty()) {
            return new Deleted.Unknown();
        }
        List<UUID> branches = branches(List.of(id));
        if (!branches.isEmpty() && !cascade) {
            return new Deleted.HasBranches(branches);
        }
        List<UUID> all = new ArrayList<>(List.of(id));
        while (!branches.isEmpty()) {
            all.addAll(branches);
            branches = branches(branches);
        }
        jdbc.sql(FORGET_TEXTS).param("ids", all).update();
        jdbc.sql(DELETE_LINEAGE).param("ids", all).update();
        jdbc.sql(DELETE).param("ids", all).update();
        return new Deleted.Gone(all.reversed());
    }

    private List<UUID> branches(List<UUID> parents) {
        return jdbc.sql(LOCK_BRANCHES)
                .param("parents", parents)
                .query((row, _) -> Columns.uuid(row, "id"))
                .list();
    }
}
