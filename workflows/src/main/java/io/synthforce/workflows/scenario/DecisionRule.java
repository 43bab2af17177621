package io.synthforce.workflows.scenario;

/** Whose stances settle an issue. */
public enum DecisionRule {
    /** The seat that owns the issue. */
    OWNER,
    /** The seat of role {@code ceo}. */
    CEO,
    /** More seats for one option than for the other. */
    MAJORITY,
    /** At least one seat for an option and nobody strongly against it (−2 or 2). */
    CONSENT
}
