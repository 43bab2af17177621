package io.synthforce.workflows.scenario;

import org.jspecify.annotations.Nullable;

/**
 * A question the simulation has to decide. A stance of +2 is wholly for {@code option}, −2 wholly for
 * {@code alternative}.
 *
 * @param id persists over the turns
 * @param owner the seat that decides under {@link DecisionRule#OWNER}
 */
public record Issue(
        String id,
        String question,
        String option,
        String alternative,
        DecisionRule rule,
        @Nullable String owner) {}
