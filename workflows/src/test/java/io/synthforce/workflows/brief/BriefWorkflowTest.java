package io.synthforce.workflows.brief;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BriefWorkflowTest {

    private final BriefStage stage = BriefStage.inProcess();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void itIsWrittenFirstAndConcludedLastAndAskedForAsOftenAsWasSaid() {
        stage.briefs.asksDirectly(3);

        stage.run();

        assertThat(stage.briefs.made())
                .startsWith("write")
                .endsWith("conclude")
                .containsExactlyInAnyOrder("write", "check", "ask 1", "ask 2", "ask 3", "conclude");
    }

    @Test
    void whatCannotBeCheckedIsNotConcludedAndHoldsUpNothing() {
        stage.briefs.cannotCheck();

        stage.run();

        assertThat(stage.briefs.made()).containsExactly("write", "check");
    }
}
