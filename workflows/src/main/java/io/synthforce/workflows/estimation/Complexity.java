package io.synthforce.workflows.estimation;

/** How complex a function is, by its counts alone. */
public enum Complexity {
    LOW,
    AVERAGE,
    HIGH
}
