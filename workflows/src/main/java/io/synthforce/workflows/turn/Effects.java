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

    /** What was left for this turn, or is to be at once; what only lasts a while is taken back as far as it arrived. */
    void land(PendingEffect effect) {
        BigDecimal before = log.state().value(effect.indicator());
        log.change(effect.indicator(), effect.amount(), effect.cause());
        if (effect.lasts() > 0) {
            BigDecimal arrived = log.state().value(effect.indicator()).subtract(before);
            schedule(new PendingEffect(effect.indicator(), arrived.negate(), turn + effect.lasts(), effect.cause()));
        }
    }

    private void cause(Effect effect, String stream, Cause cause) {
        BigDecimal drawn = draws.value(turn, stream, effect.amount());
        log.record(new ValueDrawn(stream, drawn));
        BigDecimal amount = effect.scaled(drawn, log.numbers());
        spread(effect, amount, cause);
    }

    private void spread(Effect effect, BigDecimal amount, Cause cause) {
        BigDecimal part = amount.divide(BigDecimal.valueOf(effect.ramp()), Quantity.SCALE, RoundingMode.DOWN);
        BigDecimal last = amount.subtract(part.multiply(BigDecimal.valueOf(effect.ramp() - 1L)));
        for (int step = 0; step < effect.ramp(); step++) {
            BigDecimal arriving = Quantity.exact(step == effect.ramp() - 1 ? last : part);
            int due = turn + effect.after() + step;
            PendingEffect pending = new PendingEffect(effect.indicator(), arriving, due, cause, effect.lasts());
            if (due == turn) {
                land(pending);
            } else {
                schedule(pending);
            }
        }
    }

    private void schedule(PendingEffect effect) {
        if (!Quantity.isZero(effect.amount())) {
            log.record(new EffectScheduled(effect));
        }
    }
}
