package io.synthforce.workflows.contribution;

import static io.synthforce.workflows.plan.Saying.by;
import static io.synthforce.workflows.plan.Saying.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.journal.Answer;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.ActionAccepted;
import io.synthforce.workflows.journal.SimulationEvent.ActionRejected;
import io.synthforce.workflows.journal.SimulationEvent.ActionRejected.Rejection;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.journal.SimulationEvent.TurnOpened;
import io.synthforce.workflows.journal.Stance;
import io.synthforce.workflows.plan.Plan;
import io.synthforce.workflows.world.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContributionsTest {

    private static final Answer SAID = Answer.ok("hash");

    private final List<SimulationEvent> events =
            new ArrayList<>(List.of(new TurnOpened(1, "hash", List.of("ceo", "pm", "sales", "support", "designer"))));
    private Plan plan = Plan.NONE;
    private int resamples;

    @Test
    void productivityIsWhatCameOfWhatWasSetOut() {
        events.add(new ActionAccepted("launch", List.of("pm", "ceo"), Quantity.of(60), "pm"));
        events.add(new ActionRejected("freeze", List.of("pm"), Rejection.NO_AUTHORITY));
        plan = Plan.NONE.after(
                1,
                List.of(by(
                        "pm",
                        task("A").state("done", 100),
                        task("B").state("in_progress", 10),
                        task("C").state("blocked", 0))));

        AgentMetrics pm = metrics("pm");

        assertThat(pm.productivityScore()).isEqualTo("0.50");
        assertThat(pm.tasksCompleted()).isEqualTo(1);
        assertThat(pm.tasksInProgress()).isEqualTo(1);
        assertThat(pm.tasksBlocked()).isEqualTo(1);
        assertThat(metrics("ceo").productivityScore()).isEqualTo("1.00");
        assertThat(metrics("sales").productivityScore()).isEqualTo("0.00");
    }

    @Test
    void collaborationIsWhomOneReachesAndWhetherOneReplies() {
        events.add(position("pm", List.of("ceo")));
        events.add(position("sales", List.of("pm")));
        events.add(new ReplyGiven("pm", 1, "d1", SAID, List.of(), 50, List.of(), List.of("ceo"), false));
        events.add(ReplyGiven.degraded("pm", 2, "d1", "no answer"));

        assertThat(metrics("pm").collaborationScore()).isEqualTo("0.50");
        assertThat(metrics("ceo").collaborationScore()).isEqualTo("0.25");
        assertThat(metrics("support").collaborationScore()).isEqualTo("0.00");
    }

    @Test
    void qualityIsHowMuchCouldBeUsedAsItWas() {
        resamples = 1;
        events.add(new ActionRejected("freeze", List.of("pm"), Rejection.NO_AUTHORITY));
        events.add(new ActionRejected("launch", List.of("pm"), Rejection.UNAFFORDABLE));
        plan = Plan.NONE.after(1, List.of(by("pm", task("A").after("nothing", "no one"), task(""), task("C"))));

        assertThat(metrics("pm").qualityScore()).isEqualTo("0.44");
    }

    @Test
    void engagementIsTakingSidesProposingWorkingAndAddressing() {
        events.add(new PositionTaken(
                "pm",
                SAID,
                List.of(new Stance("price", 1), new Stance("hiring", 0)),
                50,
                List.of("launch"),
                0,
                List.of("ceo")));

        assertThat(metrics("pm").engagementLevel()).isEqualTo("0.63");
        assertThat(metrics("ceo").engagementLevel()).isEqualTo("0.00");
    }

    @Test
    void theResponseTimeIsTheMeasuredOne() {
        assertThat(metrics("pm").responseTimeMs()).isEqualTo(420);
        assertThat(Contributions.of(1, events, plan, List.of(new Heard("pm", 0, null)))
                        .get("pm")
                        .responseTimeMs())
                .isNull();
    }

    @Test
    void whoWasNotHeardHasNoMetrics() {
        assertThat(Contributions.of(1, events, plan, List.of())).isEmpty();
    }

    private static PositionTaken position(String seat, List<String> directedTo) {
        return new PositionTaken(seat, SAID, List.of(), 50, List.of(), 0, directedTo);
    }

    private AgentMetrics metrics(String seat) {
        return Contributions.of(1, events, plan, List.of(new Heard(seat, resamples, 420)))
                .get(seat);
    }
}
