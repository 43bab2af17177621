package io.synthforce.workflows.experiment;

import io.synthforce.workflows.world.Indicator.Direction;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What options are judged by: an indicator at the horizon.
 *
 * @param direction which way is better
 * @param matters the smallest difference that matters, in the indicator's unit; null when nobody said
 */
public record Target(
        String indicator, Direction direction, @Nullable BigDecimal matters) {}
