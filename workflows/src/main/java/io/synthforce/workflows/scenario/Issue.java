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
        @Nullable String owner) {

    public Issue settledBy(DecisionRule otherRule, @Nullable String otherOwner) {
        return new Issue(id, question, option, alternative, otherRule, otherOwner);
    }

    /** Whether the seat alone settles it. */
    public boolean isSettledBy(Seat seat) {
        return switch (rule) {
            case OWNER -> seat.id().equals(owner);
            case CEO -> seat.role().equals("ceo");
            case MAJORITY, CONSENT -> false;
        };
    }
}
