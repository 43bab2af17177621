package io.synthforce.store.memory;

import io.synthforce.store.memory.Choosing.Candidate;
import io.synthforce.store.sql.Storable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks through what a seat sees for what may be worth recalling, and leaves the choice to {@link Choosing}. Time is
 * counted in turns and journal positions, never by the clock, so the same recall gives the same answer on any day; what
 * had expired when the turn was taken, a moment that is written down, is forgotten.
 */
final class Recall {

    /** What is no longer kept for want of days. */
    static final String TOO_OLD = """
            not coalesce(m.expires_at > (select t.taken_at from turns t where t.simulation = :reader and t.turn = :turn),
                         true)""";

    private static final String SEEN =
            """
            seen as materialized (
              select m.id, m.turn, m.seq, m.memory_type, coalesce(v.search, m.search) as search,
                     cast(coalesce(v.importance, m.importance) as double precision) as weight,
                     coalesce(v.pinned, false) as pinned,
                     m.memory_type = 'long_term' and v.settled is null as open,
                     cardinality(m.sources) > 0 as reflection
              from %s
              where m.seat = :seat and not %s and not %s and not %s and not %s)""".formatted(Lineage.KNOWN, Lineage.CLEARED, Lineage.FORGOTTEN, Lineage.OVER, TOO_OLD);

    /**
     * What a rank costs grows with the words; those said most often, and then first, stand for a long query. A word that is
     * found nowhere stands for those that begin as it does and are most like it by their trigrams: so a slip of the pen and
     * the endings of a language that is not English still find what was meant. Words are materialized because a generic plan
     * would parse them for every row.
     */
    private static final String QUERY = """
            words as materialized (
              select lexeme, row_number() over () as place,
                     cast(cast(array_to_tsvector(array[lexeme]) as text) as tsquery) as term,
                     cast(cast(array_to_tsvector(array[left(lexeme, 2)]) as text) || ':*' as tsquery) as beginning
              from (select lexeme from unnest(to_tsvector('english', :query))
                    order by cardinality(positions) desc, positions[1], lexeme collate "C" limit 24) most),
            said_nowhere as materialized (
              select lexeme, beginning from words
              where place <= 12 and length(lexeme) > 3 and not exists (select from seen where seen.search @@ words.term)),
            alike as (
              select found.lexeme
              from said_nowhere w
              cross join lateral (
                select s.lexeme
                from (select distinct l as lexeme from seen, unnest(tsvector_to_array(search)) l
                      where seen.search @@ w.beginning and left(l, 2) = left(w.lexeme, 2)) s
                where similarity(s.lexeme, w.lexeme) >= 0.4
                order by similarity(s.lexeme, w.lexeme) desc, s.lexeme collate "C" limit 3) found),
            query as materialized (
              select cast(replace(cast(array_to_tsvector(array_agg(lexeme)) as text), ' ', ' | ') as tsquery) as words
              from (select lexeme from words union select lexeme from alike) all_words)""";

    /**
     * A bounded choice among the newest, the most important and the best matches, by narrow columns; whole rows are read of
     * those only. What is pinned and what was undertaken is always among them.
     */
    private static final String RECALL =
            """
            with %s,
            %s,
            %s,
            ranked as materialized (
              select id, turn, seq, weight, pinned, open, coalesce(ts_rank(search, query.words), 0) as rank,
                     memory_type <> 'short_term' and not reflection
                     and turn >= (select coalesce(max(turn), 0) from seen where reflection) as fresh
              from query, seen),
            free as (select * from ranked where not pinned and not open),
            candidates as (
              select id, rank from ranked where pinned or open
              union
              (select id, rank from free order by turn desc, seq desc limit 30)
              union
              (select id, rank from free order by weight desc, turn desc, seq desc limit 20)
              union
              (select id, rank from free where rank > 0 order by rank desc, turn desc, seq desc limit 30)),
            fresh as (select id, rank from ranked where fresh order by weight desc, turn desc, seq desc limit 12)
            select a.rank, a.candidate, a.fresh, coalesce((select sum(weight) from ranked where fresh), 0) as unreflected, %s
            from (select id, rank, bool_or(candidate) as candidate, bool_or(fresh) as fresh
                  from (select id, rank, true as candidate, false as fresh from candidates
                        union all select id, rank, false, true from fresh) both_kinds
                  group by id, rank) a
            join memories m on m.id = a.id
            left join versions v on v.memory = m.id
            %s
            order by m.turn desc, m.seq desc, m.key""".formatted(Lineage.parts("least(l.upto_seq, :head)"), SEEN, QUERY, Lineage.COLUMNS, Lineage.READS);

    private final JdbcClient jdbc;

    Recall(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Recalled of(UUID reader, String seat, int turn, long head, String query) {
        List<Candidate> found = jdbc.sql(RECALL)
                .param("reader", reader)
                .param("seat", seat)
                .param("turn", turn)
                .param("now_turn", turn)
                .param("head", head)
                .param("query", Storable.text(query))
                .query(Recall::read)
                .list();
        return Choosing.among(found, turn);
    }

    private static Candidate read(ResultSet row, int number) throws SQLException {
        return new Candidate(
                MemoryRows.read(row, number),
                row.getBoolean("candidate"),
                row.getBoolean("fresh"),
                row.getDouble("rank"),
                row.getDouble("unreflected"));
    }
}
