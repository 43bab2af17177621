package io.synthforce.workflows.journal;

/** How far an agent is for (up to 2) or against (down to −2) an issue's first option. */
public record Stance(String issue, int value) {

    public Stance {
        if (value < -2 || value > 2) {
            throw new IllegalArgumentException("A stance is from -2 to 2, not " + value);
        }
    }
}
