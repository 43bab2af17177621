package io.synthforce.workflows.turn;

import io.synthforce.workflows.journal.SimulationEvent.EffectScheduled;
import io.synthforce.workflows.journal.SimulationEvent.ValueDrawn;
import io.synthforce.workflows.world.Cause;
import io.synthforce.workflows.world.Draws;
import io.synthforce.workflows.world.Effect;
import io.synthforce.workflows.world.PendingEffect;
import io.synthforce.workflows.world.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Draws the amounts of effects and lets them land: at once, later, in equal parts, for good or for a while. */
final class Effects {

    private final TurnLog log;
    private final Draws draws;
    private final int turn;

    Effects(TurnLog log, Draws draws, int turn) {
        this.log = log;
        this.draws = draws;
        this.turn = turn;
    }

    /** Each effect has a stream of its own: named by its indicator, and numbered where there are several on one. */
    void cause(List<Effect> effects, Cause cause) {
        String causeStream = cause.kind().name().toLowerCase(Locale.ROOT) + "/" + cause.name() + "/";
        for (int i = 0; i < effects.size(); i++) {
            String indicator = effects.get(i).indicator();
            long before = effects.stream()
                    .limit(i)
                    .filter(effect -> effect.indicator().equals(indicator))
                    .count();
            cause(effects.get(i), causeStream + indicator + (before == 0 ? "" : "/" + (before + 1)), cause);
        }
    }

    private void cause(Effect effect, String stream, Cause cause) {
        BigDecimal drawn = draws.value(turn, stream, effect.amount());
        log.record(new ValueDrawn(stream, drawn));
        BigDecimal amount = effect.scaled(drawn, log.numbers());
        spread(effect, amount, turn + effect.after(), cause);
        if (effect.lasts() > 0) {
            spread(effect, amount.negate(), turn + effect.after() + effect.lasts(), cause);
        }
    }

    private void spread(Effect effect, BigDecimal amount, int begins, Cause cause) {
        BigDecimal part = amount.divide(BigDecimal.valueOf(effect.ramp()), Quantity.SCALE, RoundingMode.DOWN);
        BigDecimal last = amount.subtract(part.multiply(BigDecimal.valueOf(effect.ramp() - 1L)));
        for (int step = 0; step < effect.ramp(); step++) {
            land(effect.indicator(), step == effect.ramp() - 1 ? last : part, begins + step, cause);
        }
    }

    private void land(String indicator, BigDecimal amount, int due, Cause cause) {
        if (due <= turn) {
            log.change(indicator, amount, cause);
        } else if (!Quantity.isZero(amount)) {
            log.record(new EffectScheduled(new PendingEffect(indicator, Quantity.exact(amount), due, cause)));
        }
    }
}
