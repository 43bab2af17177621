package io.synthforce.workflows.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.journal.Answer;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.journal.Stance;
import io.synthforce.workflows.scenario.Scenarios;
import java.util.List;
import org.junit.jupiter.api.Test;

class VoiceTest {

    private static final Voice VOICE = Voice.of(
            Scenarios.seat("ceo"),
            new PositionTaken(
                    "ceo",
                    Answer.ok("hash"),
                    List.of(new Stance("price", 2), new Stance("hiring", -1)),
                    80,
                    List.of("launch_campaign"),
                    0,
                    List.of()));

    @Test
    void aReplyReplacesTheStancesItNamesAndTheActions() {
        Voice after = VOICE.after(reply(List.of(new Stance("price", -1)), List.of("freeze_spending")));

        assertThat(after.on("price")).isEqualTo(-1);
        assertThat(after.actions()).containsExactly("freeze_spending");
    }

    @Test
    void aStanceTheReplyDoesNotNameStands() {
        assertThat(VOICE.after(reply(List.of(new Stance("price", -1)), List.of()))
                        .on("hiring"))
                .isEqualTo(-1);
    }

    @Test
    void aDegradedReplyChangesNothing() {
        assertThat(VOICE.after(ReplyGiven.degraded("ceo", 1, "d1", "no answer")))
                .isEqualTo(VOICE);
    }

    @Test
    void whoHasNoStanceOnAnIssueIsUndecided() {
        assertThat(VOICE.on("office")).isZero();
    }

    private static ReplyGiven reply(List<Stance> stances, List<String> actions) {
        return new ReplyGiven("ceo", 1, "d1", Answer.ok("hash"), stances, 50, actions, List.of(), false);
    }
}
