package io.synthforce.store.memory;

/**
 * What a reader can see: everything of its own, and of its ancestors what they knew when it was forked, each as the edits
 * have left it that the reader sees. An edit counts for the turns from its own on; a branch inherits one only if it was
 * there at the fork, and the branch was forked from its turn on.
 */
final class Lineage {

    /**
     * Parts of a {@code with}: the edits a {@code :reader} sees in a {@code :turn}, each memory's last version among them,
     * and how far each ancestor is seen. What is cleared is looked up once per ancestor, not for each memory.
     */
    private static final String PARTS = """
            edits as materialized (
              select e.id, e.ancestor, e.upto_seq, e.from_turn, e.memory, e.content, e.search, e.importance, e.until_turn, e.pinned,
                     e.forgotten, e.settled, e.settled_turn
              from lineage y join memory_edits e on e.simulation = y.ancestor and e.id <= y.upto_edit
              where y.simulation = :reader and e.from_turn - 1 <= least(y.upto_turn, :turn - 1)),
            versions as materialized (
              select distinct on (memory) * from edits where memory is not null order by memory, id desc),
            spans as materialized (
              select l.ancestor, l.upto_edit, l.upto_turn,
                     case when l.depth = 0 then %s else l.upto_seq end as upto_seq,
                     coalesce(max(e.upto_seq), -1) as cleared_seq, coalesce(max(e.id), 0) as cleared_edit
              from lineage l left join edits e on e.memory is null and e.ancestor = l.ancestor
              where l.simulation = :reader
              group by l.ancestor, l.upto_edit, l.upto_turn, l.depth, l.upto_seq)""";

    /** Everything there is, forgotten or not: {@code m} is a memory, {@code v} its version, {@code l} the span it is in. */
    static final String KNOWN = """
            spans l
            join memories m on m.simulation = l.ancestor and m.seq <= l.upto_seq and m.turn < :turn
              and (m.edit is null or (m.edit <= l.upto_edit and m.turn <= l.upto_turn))
            left join versions v on v.memory = m.id""";

    static final String CLEARED =
            "case when m.edit is null then m.seq <= l.cleared_seq else m.edit < l.cleared_edit end";

    static final String FORGOTTEN = "coalesce(v.forgotten, false)";

    /** A commitment does not end with the turn it is due by, nor does what is pinned. */
    static final String OVER = """
            (m.memory_type <> 'long_term' and not coalesce(v.pinned, false)
             and coalesce(case when v.memory is null then m.until_turn else v.until_turn end < :now_turn, false))""";

    /** The columns of a memory as its version has it; {@code r} is how often the reader recalled it. */
    static final String COLUMNS = """
            m.id, m.turn, m.seq, m.seat, m.agent_role, m.memory_type, m.key, m.sources, m.created_at, m.expires_at,
            m.content || coalesce(v.content, '{}') as content, coalesce(v.importance, m.importance) as importance,
            case when v.memory is null then m.until_turn else v.until_turn end as until_turn,
            coalesce(v.pinned, false) as pinned, v.settled, v.settled_turn, coalesce(r.reads, 0) as reads, r.last_at,
            case when v.memory is not null and v.content ->> 'summary' is distinct from m.content ->> 'summary'
                 then v.from_turn when m.edit is not null then m.turn + 1 end as written_from""";

    static final String READS = "left join memory_reads r on r.reader = :reader and r.memory = m.id";

    private Lineage() {}

    /** @param end SQL of the end of the reader's own journal as it reads */
    static String parts(String end) {
        return PARTS.formatted(end);
    }
}
