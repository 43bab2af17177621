package io.synthforce.workflows.experiment;

import static io.synthforce.workflows.experiment.ExperimentStage.patiently;
import static io.temporal.api.enums.v1.WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED;
import static io.temporal.api.enums.v1.WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.judging.Docket;
import io.synthforce.workflows.judging.Matter;
import io.synthforce.workflows.simulation.DevServer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class ExperimentTest {

    private static final String NO_CLI = "No temporal CLI: set TEMPORAL_CLI or install it";

    private ExperimentStage stage = ExperimentStage.inProcess();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aFewBranchesPlayAtATimeInTheOrderOfThePlan() {
        stage.begin();

        stage.awaitWindow();
        assertThat(stage.store.begun()).isEqualTo(first());

        stage.endOneByOne();
        patiently().until(stage.store::concluded);
        assertThat(stage.store.begun()).isEqualTo(stage.branches);
        assertThat(stage.store.most()).isEqualTo(ExperimentWorkflowImpl.WINDOW);
    }

    @Test
    void branchesThatAreAtTheirHorizonAreNotStarted() {
        stage.store.reached(stage.branches.get(0));
        stage.begin();

        stage.endOneByOne();

        patiently().until(stage.store::concluded);
        assertThat(stage.status(stage.branches.get(0))).isEmpty();
        assertThat(stage.status(stage.branches.get(1))).isPresent();
    }

    @Test
    void whatIsCancelledStopsTheBranchesThatPlayAndEndsWhenTheyHaveStopped() {
        stage.begin();
        stage.awaitWindow();

        stage.store.cancel();
        stage.look();

        patiently().until(() -> stage.store.stopped().size() == ExperimentWorkflowImpl.WINDOW);
        assertThat(stage.store.stopped()).isEqualTo(first());
        for (UUID branch : first().subList(0, 3)) {
            patiently().until(() -> stage.status(branch).equals(Optional.of(WORKFLOW_EXECUTION_STATUS_COMPLETED)));
            int looks = stage.store.looks();
            stage.reached(branch);
            patiently().until(() -> stage.store.looks() > looks);
        }
        assertThat(stage.store.concluded())
                .as("the last turn is still under way")
                .isFalse();

        stage.reached(first().getLast());

        patiently().until(stage.store::concluded);
        assertThat(stage.store.begun()).isEqualTo(first());
        assertThat(stage.store.stopped()).as("each is told once").isEqualTo(first());
    }

    @Test
    void whatMeetsADefectEndsWithItAndStopsItsBranches() {
        stage.begin();
        stage.awaitWindow();

        stage.store.spoil();
        stage.look();

        patiently().until(stage::isOver);
        assertThat(stage.store.failed()).isTrue();
        assertThat(stage.store.concluded()).isFalse();
        assertThat(stage.store.stopped()).isEqualTo(first());
    }

    @Test
    void runsAreJudgedWhenAllHaveEndedEachMatterOnceAndThenItIsConcluded() {
        stage.store.asks(docket());
        stage.begin();
        stage.awaitWindow();
        assertThat(stage.store.heard()).isEmpty();

        stage.endOneByOne();

        patiently().until(stage.store::concluded);
        assertThat(stage.store.heard()).containsExactlyInAnyOrderElementsOf(docket());
        assertThat(stage.store.unjudged()).isEmpty();
    }

    @Test
    void aRunThatBeginsAgainHasOnlyThatJudgedWhichIsNot() {
        stage.store.asks(docket());
        stage.branches.forEach(stage.store::reached);
        docket().subList(0, 7).forEach(stage.store::judgedBefore);

        stage.begin();

        patiently().until(stage.store::concluded);
        assertThat(stage.store.heard()).containsExactlyInAnyOrderElementsOf(docket().subList(7, docket().size()));
    }

    @Test
    void whatCannotBeJudgedHoldsUpNothing() {
        stage.store.asks(docket());
        stage.store.cannotJudge(docket().get(3));
        stage.branches.forEach(stage.store::reached);

        stage.begin();

        patiently().until(stage.store::concluded);
        assertThat(stage.store.unjudged()).containsExactly(docket().get(3));
    }

    @Test
    void whatIsCancelledIsJudgedWhenItsBranchesHaveStopped() {
        stage.store.asks(docket());
        stage.begin();
        stage.awaitWindow();
        stage.store.cancel();
        stage.look();
        patiently().until(() -> stage.store.stopped().equals(first()));
        assertThat(stage.store.heard()).isEmpty();

        first().forEach(stage::reached);

        patiently().until(stage.store::concluded);
        assertThat(stage.store.begun()).isEqualTo(first());
        assertThat(stage.store.heard()).containsExactlyInAnyOrderElementsOf(docket());
    }

    @Test
    void whoeverCancelsWhileRunsAreBeingJudgedHasThemJudgedNoMore() {
        stage.store.asks(docket());
        stage.branches.forEach(stage.store::reached);
        stage.store.adjourn();
        stage.begin();
        patiently().until(() -> stage.store.heard().size() == 8);

        stage.store.cancel();
        stage.look();

        patiently().until(stage.store::concluded);
        stage.store.goOn();
        assertThat(stage.store.heard()).as("no further one").hasSize(8);
    }

    @Test
    void anExperimentThatIsGoneEndsWithoutAWord() {
        stage.store.delete();
        stage.begin();

        patiently().until(stage::isOver);
        assertThat(stage.store.concluded()).isFalse();
        assertThat(stage.store.failed()).isFalse();
        assertThat(stage.store.begun()).isEmpty();
    }

    @Test
    void oneThatIsCancelledFromOutsideBecauseItWasDeletedBeginsNothingMore() {
        stage.begin();
        stage.awaitWindow();

        stage.stub().cancel("deleted");

        patiently().until(stage::isOver);
        assertThat(stage.store.failed()).isFalse();
        assertThat(stage.store.concluded()).isFalse();
        assertThat(stage.store.begun()).isEqualTo(first());
    }

    @Test
    void aRunThatBeginsAgainGoesOnWithTheBranchesThatPlay() {
        stage.begin();
        stage.awaitWindow();
        stage.stub().terminate("as if the server had lost it");

        stage.begin();
        stage.endOneByOne();

        patiently().until(stage.store::concluded);
        assertThat(stage.store.begun().stream().distinct()).containsExactlyElementsOf(stage.branches);
    }

    @Test
    @EnabledIf(value = "isThereADevServer", disabledReason = NO_CLI)
    void branchesOutliveARunOfTheirExperiment() {
        stage.close();
        stage = ExperimentStage.onARealServer(60);
        stage.begin();
        stage.awaitWindow();
        String run = stage.run();
        while (stage.run().equals(run)) {
            stage.look();
        }

        assertThat(first().stream().map(stage::status))
                .as("a server terminates the children of a run that closes, unless they are abandoned")
                .containsOnly(Optional.of(WORKFLOW_EXECUTION_STATUS_RUNNING));
    }

    private List<Matter> docket() {
        return Docket.of(1, IntStream.range(0, stage.branches.size()).boxed().toList(), "seed");
    }

    private List<UUID> first() {
        return stage.branches.subList(0, ExperimentWorkflowImpl.WINDOW);
    }

    static boolean isThereADevServer() {
        return DevServer.cli().isPresent();
    }
}
