package io.synthforce.store.memory;

import io.synthforce.store.sql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A memory of a seat that was not before it in a turn and was no candidate, either.
 *
 * @param why it was not
 */
public record LeftOut(Memory memory, Reason why) {

    /** Why a memory is not recalled. */
    public enum Reason {
        /** A candidate for which the budget had no room. */
        BUDGET,

        /** Neither among the newest nor the most important nor the best matches. */
        OUTSCORED,

        /** It held up to an earlier turn, or its days were over when the turn was taken. */
        EXPIRED,
        FORGOTTEN,
        CLEARED
    }

    /**
     * A bounded list of what was left out.
     *
     * @param total how many there are in all
     */
    public record Some(List<LeftOut> newest, int total) {}

    private static final String FIND = """
            with %s
            select %s, count(*) over () as total,
                   case when %s then 'forgotten' when %s then 'cleared' when %s or %s then 'expired'
                        else 'outscored' end as why
            from %s
            %s
            where m.seat = :seat and m.id not in (:shown)
            order by m.turn desc, m.seq desc, m.key limit :limit""".formatted(
                    Lineage.parts("least(l.upto_seq, :head)"),
                    Lineage.COLUMNS,
                    Lineage.FORGOTTEN,
                    Lineage.CLEARED,
                    Lineage.OVER,
                    Recall.TOO_OLD,
                    Lineage.KNOWN,
                    Lineage.READS);

    /** @param recalled what the same recall found */
    static Some find(JdbcClient jdbc, UUID reader, String seat, int turn, long head, Recalled recalled, int limit) {
        List<UUID> shown = new ArrayList<>(List.of(new UUID(0, 0)));
        recalled.shown().forEach(memory -> shown.add(memory.id()));
        recalled.crowdedOut().forEach(scored -> shown.add(scored.memory().id()));
        List<Integer> total = new ArrayList<>(List.of(0));
        List<LeftOut> found = jdbc.sql(FIND)
                .param("reader", reader)
                .param("seat", seat)
                .param("turn", turn)
                .param("now_turn", turn)
                .param("head", head)
                .param("shown", shown)
                .param("limit", limit)
                .query((row, number) -> {
                    total.set(0, row.getInt("total"));
                    return read(row, number);
                })
                .list();
        return new Some(found, total.getFirst());
    }

    private static LeftOut read(ResultSet row, int number) throws SQLException {
        return new LeftOut(MemoryRows.read(row, number), Columns.constant(row, "why", Reason.class));
    }
}
