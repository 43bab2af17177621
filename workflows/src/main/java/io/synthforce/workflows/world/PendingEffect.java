package io.synthforce.workflows.world;

import java.math.BigDecimal;

/** A change that is decided and will land in the world phase of turn {@code due}. */
public record PendingEffect(String indicator, BigDecimal amount, int due, Cause cause) {}
