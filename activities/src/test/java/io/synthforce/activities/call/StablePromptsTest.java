package io.synthforce.activities.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.activities.groq.Message;
import io.synthforce.activities.question.MinutesQuestion;
import io.synthforce.activities.question.PositionQuestion;
import io.synthforce.activities.question.Question;
import io.synthforce.store.fixture.Scenarios;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.workflows.scenario.Attachment;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.turn.CallClass;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.ModelCall;
import io.synthforce.workflows.turn.Phase;
import io.synthforce.workflows.turn.Turn;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Providers serve what prompts begin with from their caches, as long as it is the same to the letter. */
class StablePromptsTest {

    @AutoClose
    private static final TestStore store = new TestStore();

    private final Story story = Story.of(store, withSources());

    @Test
    void whatASimulationIsAboutComesFirstInEveryTurnWhateverTheTurnBrings() {
        Turn first = story.takeNext();
        String position = prompt(new PositionQuestion(), story.position(1, "ceo"));
        String minutes = prompt(new MinutesQuestion(), minutes(1));
        story.project(first, story.speak(first));
        story.takeNext("{\"user_input\":\"And now?\",\"context_override\":{\"region\":\"EU\",\"market\":\"calm\"}}");

        String later = prompt(new PositionQuestion(), story.position(2, "ceo"));

        assertThat(stable(position))
                .contains("ten per cent", "{\"market\":\"nervous\"}", "[churn] Churn of last year", "Forty left us");
        assertThat(later).startsWith(stable(position)).contains("{\"market\":\"calm\",\"region\":\"EU\"}");
        assertThat(prompt(new MinutesQuestion(), minutes(2))).startsWith(stable(minutes));
    }

    private static String stable(String prompt) {
        return prompt.substring(0, prompt.indexOf("## The team"));
    }

    private CallKey minutes(int turn) {
        return new CallKey(story.id, turn, CallKey.COORDINATOR, Phase.MINUTES, 0);
    }

    private String prompt(Question<?> question, CallKey key) {
        ModelCall call = new ModelCall(key, CallClass.NEXT, story.id.toString(), null);
        return question.messages(TestWorker.scenes(store).of(call)).stream()
                .map(Message::content)
                .collect(Collectors.joining("\n"));
    }

    private static Scenario withSources() {
        Scenario plain = Scenarios.priceIncrease();
        return new Scenario(
                plain.name(),
                plain.description(),
                plain.text(),
                plain.cast(),
                plain.issues(),
                plain.world(),
                plain.clock(),
                plain.settings(),
                Map.of("market", "nervous"),
                plain.rootSeed(),
                plain.repeat(),
                List.of(),
                List.of(),
                List.of(new Attachment(
                        "churn", "Churn of last year", Attachment.Type.MEMO, "Forty left us for a rival.")));
    }
}
