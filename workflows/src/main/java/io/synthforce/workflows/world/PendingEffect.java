package io.synthforce.workflows.world;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;

/**
 * A change that is decided and will land in the world phase of turn {@code due}.
 *
 * @param lasts turns after which is taken back what of it arrived within the bounds; 0 when it stays
 */
public record PendingEffect(
        String indicator,
        BigDecimal amount,
        int due,
        Cause cause,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.AS_EMPTY)
        int lasts) {

    public PendingEffect(String indicator, BigDecimal amount, int due, Cause cause) {
        this(indicator, amount, due, cause, 0);
    }
}
