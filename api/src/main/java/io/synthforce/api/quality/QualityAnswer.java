package io.synthforce.api.quality;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.workflows.quality.Measure;
import io.synthforce.workflows.quality.Panel;
import io.synthforce.workflows.turn.Scripted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be measured of how the agents of a run talked; docs/numbers.md has formulas, thresholds and sources.
 *
 * @param label that of the measure of most concern; {@code too_few_turns} below three
 * @param turns that were looked at
 * @param scripted a script spoke, and no model was asked: then it is the script that is judged
 */
@Schema(name = "Quality")
record QualityAnswer(
        UUID sessionId,
        @Schema(example = "sound") String label,
        String message,
        int fromTurn,
        int toTurn,
        int turns,
        boolean scripted,
        List<MeasureAnswer> measures) {

    private static final int DECIMALS = 3;

    /**
     * One number.
     *
     * @param value null when there is nothing to reckon it from
     * @param n how many of {@code counted} it comes from
     * @param rating sound, watch, poor, or unknown where there is too little to judge by
     * @param detail what was seen
     * @param advice what to do about it; empty when it is sound
     */
    @Schema(name = "QualityMeasure")
    record MeasureAnswer(
            @Schema(example = "role_separability") String name,
            @Nullable BigDecimal value,
            int n,
            String counted,
            @Schema(example = "sound") String rating,
            String detail,
            String advice) {

        static MeasureAnswer of(Measure measure) {
            return new MeasureAnswer(
                    measure.name(),
                    measure.value() == null
                            ? null
                            : BigDecimal.valueOf(measure.value()).setScale(DECIMALS, RoundingMode.HALF_UP),
                    measure.n(),
                    measure.counted(),
                    measure.rating().name().toLowerCase(Locale.ROOT),
                    measure.detail(),
                    measure.advice());
        }
    }

    static QualityAnswer of(UUID simulation, int fromTurn, int toTurn, boolean scripted, Panel panel) {
        return new QualityAnswer(
                simulation,
                panel.label().name().toLowerCase(Locale.ROOT),
                (scripted ? Scripted.NOTICE + ". " : "") + message(panel),
                fromTurn,
                toTurn,
                panel.turns(),
                scripted,
                panel.measures().stream().map(MeasureAnswer::of).toList());
    }

    private static String message(Panel panel) {
        return switch (panel.label()) {
            case SOUND -> "Nothing that was measured speaks against this run. That does not make it true.";
            case WATCH -> "Something is to be watched; see the measures with an advice.";
            case POOR -> "Do not rely on this run; see the measures with an advice.";
            case TOO_FEW_TURNS ->
                "Nothing is concluded from fewer than %d turns; there are %d."
                        .formatted(Panel.LEAST_TURNS, panel.turns());
        };
    }
}
