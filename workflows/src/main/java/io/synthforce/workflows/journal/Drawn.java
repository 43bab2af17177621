package io.synthforce.workflows.journal;

import java.math.BigDecimal;

/** A value chance has given, by its stream. */
public record Drawn(String stream, BigDecimal value) {}
