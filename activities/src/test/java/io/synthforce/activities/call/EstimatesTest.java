package io.synthforce.activities.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthforce.activities.groq.CompletionRequest;
import io.synthforce.activities.groq.Dialect;
import io.synthforce.activities.groq.Message;
import io.synthforce.activities.groq.ReplyFormat;
import io.synthforce.workflows.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimatesTest {

    private static final String BODY = "x".repeat(1_000);

    private final Estimates estimates = new Estimates();

    @Test
    void aPromptIsTakenForLongUntilSomethingIsKnown() {
        assertThat(estimates.prompt(asking("position"), BODY)).isEqualTo(334);
    }

    @Test
    void eachKindOfQuestionHasARatioOfItsOwnALittleAboveTheHighestOfLate() {
        estimates.learn(asking("position"), BODY, 200);
        for (int i = 0; i < 3; i++) {
            estimates.learn(asking("position"), BODY, 150);
        }

        assertThat(estimates.prompt(asking("position"), BODY)).isCloseTo(222, within(5L));
        assertThat(estimates.prompt(asking("minutes"), BODY)).isEqualTo(334);
    }

    @Test
    void aScriptOfManyBytesIsTakenForMoreTokensFromTheFirstCallOnAndAlsoByWhatIsKnownOfAnother() {
        String chinese = "涨".repeat(1_000);
        assertThat(estimates.prompt(asking("position"), chinese)).isEqualTo(1_500);

        estimates.learn(asking("position"), BODY, 250);
        assertThat(estimates.prompt(asking("position"), chinese)).isGreaterThan(1_200);
    }

    @Test
    void noTokenIsShorterThanAByte() {
        estimates.learn(asking("position"), BODY, 1_000_000);

        assertThat(estimates.prompt(asking("position"), BODY)).isLessThan(1_200);
    }

    private static CompletionRequest asking(String kind) {
        return new CompletionRequest(
                "model",
                List.of(Message.user("?")),
                0.7,
                100,
                1,
                null,
                new ReplyFormat(kind, Json.mapper().createObjectNode()),
                Dialect.GROQ,
                null);
    }
}
