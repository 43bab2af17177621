package io.synthforce.api.scenario;

import static java.util.Objects.requireNonNullElse;

import io.synthforce.api.scenario.ScenarioDocument.EffectPart;
import io.synthforce.workflows.world.Effect;
import io.synthforce.workflows.world.Formula;
import io.synthforce.workflows.world.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes amounts, ranges, chances and effects of how a document writes them. */
final class EffectReading {

    private static final Range NOTHING = Range.of(0, 0, 0);

    private final Faults faults;

    EffectReading(Faults faults) {
        this.faults = faults;
    }

    /** A probability, or the formula of one. */
    record Chance(double plain, @Nullable Formula formula) {

        static final Chance NONE = new Chance(0, null);

        static Chance of(@Nullable JsonNode written) {
            if (written == null) {
                return NONE;
            }
            return written.isString()
                    ? new Chance(0, new Formula(written.stringValue()))
                    : new Chance(written.doubleValue(), null);
        }
    }

    List<Effect> effects(@Nullable List<EffectPart> parts, String at) {
        List<Effect> effects = new ArrayList<>();
        for (EffectPart part : requireNonNullElse(parts, List.<EffectPart>of())) {
            effects.add(effect(part, at + "/effects/" + effects.size()));
        }
        return effects;
    }

    private Effect effect(EffectPart part, String at) {
        return new Effect(
                part.indicator(),
                amount(part, at),
                requireNonNullElse(part.after(), 0),
                requireNonNullElse(part.ramp(), 1),
                requireNonNullElse(part.lasts(), 0),
                formula(part.scale()));
    }

    private Range amount(EffectPart part, String at) {
        boolean ranged = part.low() != null || part.mode() != null || part.high() != null;
        BigDecimal amount = part.amount();
        if (amount != null && !ranged) {
            return new Range(amount, amount, amount);
        }
        BigDecimal low = part.low();
        BigDecimal mode = part.mode();
        BigDecimal high = part.high();
        if (amount != null || low == null || mode == null || high == null) {
            faults.add(at, "Give either amount, or all of low, mode and high");
            return NOTHING;
        }
        return range(low, mode, high, at);
    }

    Range range(BigDecimal low, BigDecimal mode, BigDecimal high, String at) {
        if (low.compareTo(mode) > 0 || mode.compareTo(high) > 0) {
            faults.add(at, "A range needs low <= mode <= high");
            return NOTHING;
        }
        return new Range(low, mode, high);
    }

    static @Nullable Formula formula(@Nullable String text) {
        return text == null ? null : new Formula(text);
    }
}
