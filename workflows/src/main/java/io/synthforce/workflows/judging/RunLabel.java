package io.synthforce.workflows.judging;

import org.jspecify.annotations.Nullable;

/**
 * What a person said of the run the judge was asked about.
 *
 * @param position of the run in its experiment's plan
 * @param proposition from 0
 * @param labeller who said it; everyone labels a run once
 */
public record RunLabel(
        int position,
        int proposition,
        String labeller,
        boolean holds,
        @Nullable String note) {}
