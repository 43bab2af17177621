package io.synthforce.store.memory;

/**
 * What a reader can see: everything of its own, and of its ancestors what they knew when it was forked, but for what was
 * cleared. A clearing counts for the turns after it; a branch inherits one only if it was forked later and from its turn on.
 */
final class Lineage {

    /**
     * Rows {@code m} the reader sees in a {@code :turn}; {@code %s} is the end of its own journal as it reads. What is
     * cleared is looked up once per ancestor ({@code offset 0}), not for each memory.
     */
    static final String SEEN = """
            memories m
            join (
              select l.ancestor, l.depth, l.upto_seq,
                     coalesce((
                       select max(c.upto_seq)
                       from lineage y
                       join memory_clearings c on c.simulation = y.ancestor and c.ancestor = l.ancestor
                       left join lineage k on k.simulation = :reader and k.depth = y.depth - 1
                       left join simulations fork on fork.id = k.ancestor
                       where y.simulation = :reader
                         and c.from_turn - 1 <= least(y.upto_turn, :turn - 1)
                         and (y.depth = 0 or c.cleared_at <= fork.created_at)), -1) as cleared_seq
              from lineage l where l.simulation = :reader offset 0) l
              on l.ancestor = m.simulation and m.seq > l.cleared_seq
              and m.seq <= case when l.depth = 0 then %s else l.upto_seq end""";

    private Lineage() {}
}
