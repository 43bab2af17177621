package io.synthforce.store.sql;

import static java.util.stream.Collectors.joining;

import io.synthforce.workflows.turn.Phase;

/** The condition that a call or attempt is one its turn made, and not a question asked beside it. */
public final class TurnCalls {

    private static final String PHASES = Phase.OF_A_TURN.stream()
            .map(phase -> "'" + Columns.word(phase) + "'")
            .collect(joining(", ", "(", ")"));

    private TurnCalls() {}

    /** @param phase the column, with its table's alias */
    public static String only(String phase) {
        return phase + " in " + PHASES;
    }
}
