package io.synthforce.workflows.plan;

import io.synthforce.workflows.estimation.CountedFunction;
import io.synthforce.workflows.plan.SaidTasks.SaidTask;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task as it stands after it was named: what was said, and what was known where an agent did not say it again. */
final class Renewal {

    static final double LEAST_HOURS = 0.1;

    private Renewal() {}

    /** @param known the task before, null when it is new; its dependencies are for another to find */
    static Task of(
            String id, String seat, SaidTask said, @Nullable Task known, List<CountedFunction> counted, int turn) {
        TaskState state = TaskState.of(String.valueOf(said.state()));
        return new Task(
                id,
                seat,
                kept(Words.line(said.name(), Words.NAME), known == null ? "" : known.name()),
                kept(Words.line(said.description(), Words.TEXT), known == null ? "" : known.description()),
                state,
                effort(said, known),
                state.percent(said.percentDone()),
                BigDecimal.valueOf(Math.clamp(said.completionChance(), 0.0, 1.0))
                        .setScale(2, RoundingMode.HALF_UP),
                (int) Math.clamp(Math.round(said.priority()), 1L, 10L),
                List.of(),
                counted.isEmpty() && known != null ? known.functions() : counted,
                known == null ? turn : known.since(),
                turn);
    }

    private static String kept(String said, String known) {
        return said.isEmpty() ? known : said;
    }

    private static BigDecimal effort(SaidTask said, @Nullable Task known) {
        return known != null && said.effortHours() < LEAST_HOURS
                ? known.effortHours()
                : BigDecimal.valueOf(said.effortHours()).setScale(1, RoundingMode.HALF_UP);
    }
}
