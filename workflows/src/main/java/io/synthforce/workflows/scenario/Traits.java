package io.synthforce.workflows.scenario;

/** How a role tends to behave, each from 0 to 1. */
public record Traits(
        double assertiveness, double analytical, double collaborative, double creative, double detailOriented) {}
