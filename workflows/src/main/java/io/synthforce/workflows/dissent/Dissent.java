package io.synthforce.workflows.dissent;

import io.synthforce.workflows.scenario.DecisionRule;
import java.util.List;

/**
 * A seat that stood against what was decided in a turn, before the discussion or still after it.
 *
 * @param choice what was decided
 * @param before its stance in its private position, −2 to 2; {@code after} when all had replied
 * @param conceded whether it said in a reply that the other argument moved it
 * @param overruledBy who decided: the chief executive or owner, else the seats on the winning side
 * @param openSince the first of the turns in a row in which it stood against what was decided on the issue; 0 when it no
 *     longer does
 */
public record Dissent(
        int turn,
        String issue,
        String choice,
        DecisionRule rule,
        String seat,
        int before,
        int after,
        boolean conceded,
        List<String> overruledBy,
        int openSince) {

    public Dissent {
        overruledBy = List.copyOf(overruledBy);
    }

    public boolean isOpen() {
        return openSince > 0;
    }
}
