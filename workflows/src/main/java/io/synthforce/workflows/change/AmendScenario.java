package io.synthforce.workflows.change;

import io.synthforce.workflows.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * What is rehearsed reads otherwise from the fork on.
 *
 * @param text the whole text instead of the one there is, or null to keep that
 * @param addition a paragraph after it, or null
 */
public record AmendScenario(@Nullable String text, @Nullable String addition) implements Change {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 5000;

    @Override
    public Fork applyTo(Fork fork) {
        Scenario scenario = fork.scenario();
        String whole = text == null ? scenario.text() : text;
        String amended = addition == null ? whole : whole + "\n\n" + addition;
        int length = amended.codePointCount(0, amended.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new InvalidChange(
                    text == null ? "addition" : "text",
                    "The scenario should have %d to %d characters and would have %d"
                            .formatted(SHORTEST, LONGEST, length));
        }
        return fork.with(Scenarios.withText(scenario, amended));
    }
}
