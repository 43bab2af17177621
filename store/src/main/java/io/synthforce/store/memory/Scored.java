package io.synthforce.store.memory;

/**
 * A memory with what speaks for recalling it.
 *
 * @param recency from 0 for the oldest candidate to 1 for the newest, halved every so many turns in between
 * @param importance from 0 for the least important candidate to 1 for the most important
 * @param relevance from 0 for the worst match of the query to 1 for the best
 */
public record Scored(Memory memory, double recency, double importance, double relevance) {

    public double score() {
        return recency + importance + relevance;
    }
}
