package io.synthforce.activities.groq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BreakersTest {

    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private final Breakers breakers = new Breakers(() -> now);

    @Test
    void aFewFailuresInARowHoldAModelBackAndASuccessBetweenThemDoesNot() {
        breakers.failed("m");
        breakers.failed("m");
        breakers.succeeded("m");
        breakers.failed("m");
        breakers.failed("m");
        assertThat(breakers.held("m")).isEmpty();

        breakers.failed("m");

        assertThat(breakers.held("m").orElseThrow().until()).isEqualTo(now.plus(Breakers.FIRST));
        assertThat(breakers.held("other")).isEmpty();
    }

    @Test
    void afterThePauseOneTriesForAllAndItsSuccessFreesThem() {
        fail(3);
        now = now.plus(Breakers.FIRST);

        assertThat(breakers.held("m")).isEmpty();
        assertThat(breakers.held("m")).isPresent();

        breakers.succeeded("m");
        assertThat(breakers.held("m")).isEmpty();
    }

    @Test
    void thePauseGrowsWithEveryTryThatFailsAndOnlyWithThose() {
        fail(7);
        assertThat(pause()).as("calls from before the pause do not lengthen it").isEqualTo(Breakers.FIRST);

        var before = Breakers.FIRST;
        for (int i = 0; i < 10; i++) {
            now = now.plus(before);
            assertThat(breakers.held("m")).isEmpty();
            assertThat(breakers.failed("m")).isTrue();
            before = pause();
        }
        assertThat(before).isEqualTo(Breakers.LONGEST);
    }

    @Test
    void aFailureDuringAnOutageSaysNothingAboutTheCall() {
        assertThat(breakers.failed("m")).isFalse();
        assertThat(breakers.failed("m")).isFalse();
        assertThat(breakers.failed("m")).isFalse();
        assertThat(breakers.failed("m")).isTrue();
    }

    @Test
    void aModelThatIsGoneIsLookedForNowAndThen() {
        breakers.gone("m");

        assertThat(breakers.held("m"))
                .hasValueSatisfying(held -> assertThat(held.gone()).isTrue());
        now = now.plus(Breakers.LONGEST);
        assertThat(breakers.held("m")).isEmpty();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breakers.failed("m");
        }
    }

    private Duration pause() {
        return Duration.between(now, breakers.held("m").orElseThrow().until());
    }
}
