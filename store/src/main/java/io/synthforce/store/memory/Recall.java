package io.synthforce.store.memory;

import io.synthforce.store.sql.Storable;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Chooses what an agent remembers: recency (halved every ten turns), importance and relevance (PostgreSQL's
 * {@code ts_rank} over any word of the query), each from 0 to 1 between the worst and the best candidate, summed. Time
 * is counted in turns and journal positions, never by the clock, so the same recall gives the same answer on any day; what
 * had expired when the turn was taken, a moment that is written down, is forgotten.
 */
final class Recall {

    /** What a rank costs grows with the words; those said most often, and then first, stand for a long query. */
    private static final String WORDS = """
            words as (
              select lexeme from unnest(to_tsvector('english', :query))
              order by cardinality(positions) desc, positions[1], lexeme
              limit 24),
            query as materialized (
              select cast(replace(cast(array_to_tsvector(array_agg(lexeme)) as text), ' ', ' | ') as tsquery) as words
              from words)""";

    /**
     * A bounded choice among the newest, the most important and the best matches, by narrow columns; whole rows are read
     * of those chosen only. The words are materialized because a generic plan would parse the query for every row.
     */
    private static final String RECALL = """
            with %s,
            seen as materialized (
              select m.id, m.turn, m.seq, cast(m.importance as double precision) as weight,
                     coalesce(ts_rank(m.search, query.words), 0) as rank
              from query, %s
              where m.seat = :seat and m.turn < :turn
                and coalesce(m.expires_at > (select t.taken_at from turns t where t.simulation = :reader and t.turn = :turn),
                             true)),
            candidates as (
              (select * from seen order by turn desc, seq desc limit 60)
              union
              (select * from seen order by weight desc, turn desc, seq desc limit 40)
              union
              (select * from seen where rank > 0 order by rank desc, turn desc, seq desc limit 60)),
            features as (
              select *, power(cast(0.5 as double precision), (:turn - turn) / cast(10 as double precision)) as recency
              from candidates),
            ranges as (
              select min(recency) as recency, nullif(max(recency) - min(recency), 0) as recency_range,
                     min(weight) as weight, nullif(max(weight) - min(weight), 0) as weight_range,
                     min(rank) as rank, nullif(max(rank) - min(rank), 0) as rank_range
              from features),
            chosen as (
              select f.id, f.turn, f.seq,
                     coalesce((f.recency - ranges.recency) / ranges.recency_range, 0)
                     + coalesce((f.weight - ranges.weight) / ranges.weight_range, 0)
                     + coalesce((f.rank - ranges.rank) / ranges.rank_range, 0) as score
              from features f cross join ranges
              order by score desc, turn desc, seq desc
              limit :limit)
            select m.*, coalesce(r.reads, 0) as reads, r.last_at
            from chosen c join memories m on m.id = c.id
            left join memory_reads r on r.reader = :reader and r.memory = m.id
            order by c.score desc, c.turn desc, c.seq desc""".formatted(WORDS, Lineage.SEEN.formatted("least(l.upto_seq, :head)"));

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
