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

    /** The in-process server suggests it after 4,096 events. */
    private static final int MANY = 4_200;

    @Test
    void aRunWithALongHistoryRenewsItselfAndKeepsWhatIsPending() {
        try (Stage stage = Stage.open()) {
            long answered = stage.next();
            stage.awaitAnswer(answered);
            stage.agents.at(Phase.POSITION).shut();
            long playing = stage.next();
            List<Long> pending = List.of(stage.next(), stage.next(), stage.next());
            stage.agents.at(Phase.POSITION).awaitArrivals(1);
            while (stage.historyLength() < MANY) {
                IntStream.range(0, 100).forEach(_ -> stage.ring(answered));
            }
            stage.agents.at(Phase.POSITION).open();

            assertThat(stage.awaitAnswer(playing).turn()).isEqualTo(2);
            assertThat(pending.stream().map(stage::awaitAnswer).map(Request::turn))
                    .containsExactly(3, 4, 5);
            assertThat(stage.store.runs()).hasSize(2).doesNotHaveDuplicates();
            assertThat(stage.agents.asked()).extracting(ModelCall::key).doesNotHaveDuplicates();
        }
    }

    @Test
    void commandsAloneRenewAnIdleRun() {
        try (Stage stage = Stage.open()) {
            stage.awaitAnswer(stage.next());
            long last = 0;
            while (stage.store.runs().size() == 1) {
                last = stage.request(Operation.RESUME);
            }

            assertThat(stage.awaitAnswer(last).fate()).isEqualTo(Fate.DONE);
            assertThat(stage.awaitAnswer(stage.next()).turn()).isEqualTo(2);
            assertThat(stage.store.requests()).allMatch(Request::answered);
        }
    }

    @Test
    @EnabledIf(value = "isThereADevServer", disabledReason = "No temporal CLI: set TEMPORAL_CLI or install it")
    void onARealServerNothingIsLostHoweverOftenARunIsRenewed() {
        try (Stage stage = DevServer.open(150)) {
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

    static boolean isThereADevServer() {
        return DevServer.cli().isPresent();
    }
}
