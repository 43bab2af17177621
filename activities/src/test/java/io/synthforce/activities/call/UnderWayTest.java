package io.synthforce.activities.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Phase;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnderWayTest {

    private final UnderWay underWay = new UnderWay();
    private final CallKey call = new CallKey(UUID.randomUUID(), 1, "ceo", Phase.POSITION, 0);

    @Test
    void aCallThatComesOnceMoreWhileItIsBeingMadeIsToComeBack() {
        ApplicationFailure failure = underWay.alone(
                call,
                () -> catchThrowableOfType(ApplicationFailure.class, () -> underWay.alone(call, () -> "made twice")));

        assertThat(failure.getType()).isEqualTo("under_way");
        assertThat(failure.isNonRetryable()).isFalse();
        assertThat(failure.getNextRetryDelay()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void anotherCallIsMadeMeanwhile() {
        CallKey another = new CallKey(call.simulation(), 1, "pm", Phase.POSITION, 0);

        assertThat(underWay.alone(call, () -> underWay.alone(another, () -> "made")))
                .isEqualTo("made");
    }

    @Test
    void aCallCanBeMadeAgainHoweverItEnded() {
        assertThatIllegalStateException()
                .isThrownBy(() -> underWay.alone(call, () -> {
                    throw new IllegalStateException("broken");
                }));

        assertThat(underWay.alone(call, () -> "made")).isEqualTo("made");
    }
}
