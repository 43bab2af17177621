package io.synthforce.store.memory;

import io.synthforce.store.sql.Storable;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Chooses what an agent remembers: recency (halved every ten turns), importance and relevance (PostgreSQL's
 * {@code ts_rank} over any word of the query), each from 0 to 1 between the worst and the best candidate, summed. Time
 * is counted in turns and journal positions, never by the clock, so the same recall gives the same answer on any day;
 * for the same reason {@code expires_at} is not looked at.
 */
final class Recall {

    /** A bounded choice: the newest and the best matches. The query's own operators are only ever quoted lexemes. */
    private static final String RECALL = """
            with query as (
              select cast(replace(cast(plainto_tsquery('english', :query) as text), ' & ', ' | ') as tsquery) as words),
            seen as (
              select m.*, ts_rank(m.search, query.words) as rank, m.search @@ query.words as matches
              from query, %s
              where m.seat = :seat and m.turn < :turn),
            candidates as (
              (select * from seen order by turn desc, seq desc limit 500)
              union
              (select * from seen where matches order by rank desc, turn desc, seq desc limit 100)),
            features as (
              select *, power(0.5, (:turn - turn) / 10.0) as recency, cast(importance as double precision) as weight
              from candidates),
            ranges as (
              select min(recency) as recency, nullif(max(recency) - min(recency), 0) as recency_range,
                     min(weight) as weight, nullif(max(weight) - min(weight), 0) as weight_range,
                     min(rank) as rank, nullif(max(rank) - min(rank), 0) as rank_range
              from features)
            select f.*, coalesce(r.reads, 0) as reads, r.last_at
            from features f cross join ranges
            left join memory_reads r on r.reader = :reader and r.memory = f.id
            order by coalesce((f.recency - ranges.recency) / ranges.recency_range, 0)
                     + coalesce((f.weight - ranges.weight) / ranges.weight_range, 0)
                     + coalesce((f.rank - ranges.rank) / ranges.rank_range, 0) desc,
                     f.turn desc, f.seq desc
            limit :limit""".formatted(Lineage.SEEN.formatted("least(l.upto_seq, :head)"));

    private final JdbcClient jdbc;

    Recall(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Memory> of(UUID reader, String seat, int turn, long head, String query, int limit) {
        return jdbc.sql(RECALL)
                .param("reader", reader)
                .param("seat", seat)
                .param("turn", turn)
                .param("head", head)
                .param("query", Storable.text(query))
                .param("limit", limit)
                .query(MemoryRows::read)
                .list();
    }
}
