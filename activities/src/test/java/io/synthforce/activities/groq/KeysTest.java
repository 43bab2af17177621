package io.synthforce.activities.groq;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.activities.groq.Keys.Choice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeysTest {

    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private final Keys keys = new Keys(List.of("gsk_a", "gsk_b"), () -> now);

    @Test
    void keysTakeTurns() {
        assertThat(List.of(chosen(), chosen(), chosen())).containsExactly(1, 2, 1);
    }

    @Test
    void aLimitHoldsBackOneModelOfOneOrganisationUntilItHasRoom() {
        keys.block(key(1), "m", "org_a", Duration.ofSeconds(5));

        assertThat(List.of(chosen(), chosen())).containsExactly(2, 2);
        assertThat(keys.choose("other")).isInstanceOf(Choice.Usable.class);

        keys.block(key(2), "m", "org_b", Duration.ofSeconds(9));
        assertThat(keys.choose("m")).isEqualTo(new Choice.Blocked(now.plusSeconds(5)));

        now = now.plusSeconds(6);
        assertThat(chosen()).isEqualTo(1);
    }

    @Test
    void anOrganisationsKeysAreOneOnceItIsKnown() {
        keys.block(key(1), "m", "org_a", Duration.ofSeconds(1));
        keys.block(key(2), "m", "org_a", Duration.ofSeconds(1));
        now = now.plusSeconds(2);

        keys.block(key(1), "m", null, Duration.ofMinutes(17));

        assertThat(keys.choose("m")).isEqualTo(new Choice.Blocked(now.plus(Duration.ofMinutes(17))));
    }

    @Test
    void withoutAKeyThatIsAcceptedThereIsNone() {
        keys.disable(key(1));
        keys.disable(key(2));
        keys.disable(key(2));

        assertThat(keys.choose("m")).isInstanceOf(Choice.None.class);
        assertThat(keys.disabled()).isEqualTo(2);
    }

    @Test
    void anEndpointWithoutKeysCanBeHeldBackToo() {
        var none = new Keys(List.of(), () -> now);
        assertThat(none.choose("m")).isEqualTo(new Choice.Usable(null));

        none.block(null, "m", null, Duration.ofSeconds(3));

        assertThat(none.choose("m")).isEqualTo(new Choice.Blocked(now.plusSeconds(3)));
    }

    @Test
    void aKeyShowsItselfToNobody() {
        assertThat(key(1).toString()).isEqualTo("key 1");
        assertThat(keys.choose("m").toString()).doesNotContain("gsk");
    }

    private int chosen() {
        return ((Choice.Usable) keys.choose("m")).key().number();
    }

    private static ApiKey key(int number) {
        return new ApiKey(number, number == 1 ? "gsk_a" : "gsk_b");
    }
}
