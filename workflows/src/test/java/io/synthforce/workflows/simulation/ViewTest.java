package io.synthforce.workflows.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.scenario.Scenarios;
import io.synthforce.workflows.turn.Phase;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What people see of a simulation: the query, the search attributes, the summaries of calls. */
class ViewTest {

    @AutoClose
    private final Stage stage = Stage.inProcess();

    @InEveryPhaseOfATurn
    void theViewTellsThePhaseATurnIsIn(Phase phase) {
        stage.agents.at(phase).shut();
        stage.next();
        long queued = stage.next();
        stage.agents.at(phase).awaitArrivals(1);
        Stage.patiently().until(() -> !stage.view().inbox().isEmpty());

        SimulationView view = stage.view();
        String told = phase == Phase.ANALYSIS ? "minutes" : phase.label();
        assertThat(view)
                .isEqualTo(new SimulationView(
                        stage.simulation, Status.ACTIVE, 0, 1, 1, told, List.of(new Bell(queued, Operation.NEXT))));
    }

    @Test
    void theViewOfAnIdleSimulationTellsItsTurnAndHead() {
        stage.awaitAnswer(stage.next());
        stage.awaitTurn(1);

        assertThat(stage.view())
                .isEqualTo(new SimulationView(
                        stage.simulation,
                        Status.ACTIVE,
                        1,
                        1 + stage.store.played().get(1).size(),
                        null,
                        null,
                        List.of()));
    }

    @Test
    void theViewOfAClosedRunIsItsLast() {
        stage.store.maxTurns = 1;
        stage.awaitAnswer(stage.next());
        stage.awaitStatus(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);

        assertThat(stage.view().status()).isEqualTo(Status.COMPLETED);
        assertThat(stage.view().turn()).isEqualTo(1);
    }

    @Test
    void theViewOfASimulationThatIsGoneIsEmpty() {
        stage.store.delete();
        stage.next();
        stage.awaitStatus(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);

        assertThat(stage.view().status()).isNull();
    }

    @Test
    void theSearchAttributesTellStatusTurnOwnerAndRoot() {
        stage.awaitAnswer(stage.next());
        stage.awaitAnswer(stage.request(Operation.PAUSE));
        Stage.patiently().until(() -> "paused".equals(stage.searchAttributes().get(Shown.STATUS)));

        assertThat(stage.searchAttributes().get(Shown.TURN)).isEqualTo(1L);
        assertThat(stage.searchAttributes().get(Shown.OWNER)).isEqualTo("owner");
        assertThat(stage.searchAttributes().get(Shown.ROOT)).isEqualTo("root");
        assertThat(stage.searchAttributes().get(Shown.PARENT)).isNull();
    }

    @Test
    void theSummaryOfACallTellsWhoSpeaksWhenAndWhy() {
        stage.awaitAnswer(stage.next());

        assertThat(stage.events(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED).stream()
                        .map(ViewTest::summary))
                .hasSize(13)
                .contains(
                        "Chief Executive Officer · turn 1 · position",
                        "Coordinator · turn 1 · disagreements",
                        "Chief Executive Officer · turn 1 · reply",
                        "Coordinator · turn 1 · minutes",
                        "Simulation Analyst · turn 1 · analysis");
    }

    @Test
    void noSummaryAndNoSearchAttributeCarriesAUsersText() {
        stage.awaitAnswer(stage.next());
        stage.awaitAnswer(stage.request(Operation.PAUSE));

        assertThat(Scenarios.priceIncrease().issues())
                .anyMatch(issue -> issue.question().equals(Scenarios.USER_TEXT));
        assertThat(stage.history().getEvents()).allSatisfy(event -> {
            assertThat(event.getUserMetadata().toString()).doesNotContain(Scenarios.USER_TEXT);
            assertThat(event.getUpsertWorkflowSearchAttributesEventAttributes().toString())
                    .doesNotContain(Scenarios.USER_TEXT);
        });
    }

    private static String summary(HistoryEvent event) {
        Payload payload = event.getUserMetadata().getSummary();
        return Server.CONVERTER.fromPayload(payload, String.class, String.class);
    }
}
