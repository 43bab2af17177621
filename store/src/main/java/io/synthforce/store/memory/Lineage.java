package io.synthforce.store.memory;

/** What a reader can see: everything of its own, and of its ancestors what they knew when it was forked. */
final class Lineage {

    /** Rows {@code m} the reader sees; {@code %s} is the end of its own journal as it reads. */
    static final String SEEN = """
            memories m
            join lineage l on l.ancestor = m.simulation and l.simulation = :reader
              and m.seq <= case when l.depth = 0 then %s else l.upto_seq end""";

    private Lineage() {}
}
