package io.synthforce.workflows.contribution;

/**
 * What a seat did in a turn, counted.
 *
 * @param others speakers beside it
 * @param colleagues of them, how many it addressed or was addressed by
 * @param addressed of them, how many it addressed
 * @param repliesAsked replies it was asked for, {@code repliesGiven} those it gave
 * @param accepted actions of its that were taken; {@code rejected} that were not
 * @param withoutAuthority of the rejected, those it may not order
 * @param proposals actions and free proposals together
 * @param issues on which anyone took a stance; {@code sides} those on which it is for or against
 * @param namedTasks tasks it named; {@code soundTasks} those of which nothing had to be dropped
 */
record Participation(
        int others,
        int colleagues,
        int addressed,
        int repliesAsked,
        int repliesGiven,
        int accepted,
        int rejected,
        int withoutAuthority,
        int proposals,
        int issues,
        int sides,
        int namedTasks,
        int soundTasks) {}
