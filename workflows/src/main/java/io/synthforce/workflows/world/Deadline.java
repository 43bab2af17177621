package io.synthforce.workflows.world;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What must have been reached when a turn ends.
 *
 * @param atLeast the lowest value that meets it, or null
 * @param atMost the highest value that meets it, or null
 * @param ends whether missing it ends the simulation; else it is marked as missed
 */
public record Deadline(
        String id,
        String description,
        int turn,
        String indicator,
        @Nullable BigDecimal atLeast,
        @Nullable BigDecimal atMost,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
        boolean ends) {

    public boolean isMetBy(BigDecimal value) {
        return (atLeast == null || value.compareTo(atLeast) >= 0) && (atMost == null || value.compareTo(atMost) <= 0);
    }
}
