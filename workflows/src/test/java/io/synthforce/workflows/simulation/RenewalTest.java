package io.synthforce.workflows.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.simulation.FakeStore.Fate;
import io.synthforce.workflows.simulation.FakeStore.Request;
import io.synthforce.workflows.turn.ModelCall;
import io.synthforce.workflows.turn.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** A run whose history grows long continues as new, and nothing that was asked of it is lost. */
class RenewalTest {

    private static final String NO_CLI = "No temporal CLI: set TEMPORAL_CLI or install it";

    /** The in-process server suggests it when a history has 4 MB; three such turns have more. */
    private static final String LONG = "x".repeat(1_500_000);

    @Test
    void aRunWithALongHistoryRenewsItselfAndKeepsWhatIsPending() {
        try (Stage stage = Stage.inProcess()) {
            stage.store.padding = LONG;
            stage.awaitAnswer(stage.next());
            stage.awaitAnswer(stage.next());
            stage.agents.at(Phase.POSITION).shut();
            long playing = stage.next();
            stage.agents.at(Phase.POSITION).awaitArrivals(1);
            stage.store.padding = "";
            List<Long> pending = List.of(stage.next(), stage.next(), stage.next());
            stage.agents.at(Phase.POSITION).open();

            assertThat(stage.awaitAnswer(playing).turn()).isEqualTo(3);
            assertThat(pending.stream().map(stage::awaitAnswer).map(Request::turn))
                    .containsExactly(4, 5, 6);
            assertThat(stage.store.runs()).hasSize(2).doesNotHaveDuplicates();
            assertThat(stage.agents.asked()).extracting(ModelCall::key).doesNotHaveDuplicates();
        }
    }

    @Test
    void aPlayGoesOnInTheNextRun() {
        try (Stage stage = Stage.inProcess()) {
            stage.store.padding = LONG;
            long play = stage.play(5);

            assertThat(stage.awaitAnswer(play).turn()).isEqualTo(5);
            assertThat(stage.store.runs()).hasSizeGreaterThan(1).doesNotHaveDuplicates();
            assertThat(stage.agents.asked()).extracting(ModelCall::key).doesNotHaveDuplicates();
        }
    }

    @Test
    @EnabledIf(value = "isThereADevServer", disabledReason = NO_CLI)
    void onARealServerNothingIsLostHoweverOftenARunIsRenewed() {
        try (Server server = DevServer.open(150);
                Stage stage = new Stage(server)) {
            List<Long> turns = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                turns.add(stage.next());
                turns.add(stage.next());
                stage.awaitAnswer(stage.request(Operation.RESUME));
                stage.awaitAnswer(turns.get(i));
            }

            assertThat(turns.stream().map(stage::awaitAnswer).map(Request::turn))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 10).boxed().toList());
            assertThat(stage.store.runs()).hasSizeGreaterThan(3).doesNotHaveDuplicates();
            assertThat(stage.agents.asked()).extracting(ModelCall::key).doesNotHaveDuplicates();
        }
    }

    @Test
    @EnabledIf(value = "isThereADevServer", disabledReason = NO_CLI)
    void commandsAloneRenewAnIdleRun() {
        try (Server server = DevServer.open(60);
                Stage stage = new Stage(server)) {
            long last = stage.request(Operation.RESUME);
            while (stage.store.runs().size() == 1) {
                last = stage.request(Operation.RESUME);
            }

            assertThat(stage.awaitAnswer(last).fate()).isEqualTo(Fate.DONE);
            assertThat(stage.awaitAnswer(stage.next()).turn()).isEqualTo(1);
            assertThat(stage.store.requests()).allMatch(Request::answered);
        }
    }

    static boolean isThereADevServer() {
        return DevServer.cli().isPresent();
    }
}
