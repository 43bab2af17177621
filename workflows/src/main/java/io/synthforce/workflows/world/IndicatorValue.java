package io.synthforce.workflows.world;

import java.math.BigDecimal;

/** One line of the ledger. */
public record IndicatorValue(String indicator, BigDecimal value) {}
