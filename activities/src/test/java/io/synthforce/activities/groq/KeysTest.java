package io.synthforce.activities.groq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeysTest {

    private static final String ENDPOINT = "https://api.groq.com/openai/v1";

    private final Keys keys = new Keys(List.of("gsk_a", "gsk_b"), List.of(), ENDPOINT);

    @Test
    void keysTakeTurns() {
        assertThat(List.of(first(), first(), first())).containsExactly(1, 2, 1);
    }

    @Test
    void eachKeyIsAnOrganisationOfItsOwnUntilRefusalsSayOtherwise() {
        assertThat(keys.inTurn()).hasSize(2);
        assertThat(keys.organisation(key(1))).isNotEqualTo(keys.organisation(key(2)));

        keys.learn(key(2), "org_same");
        keys.learn(key(1), "org_same");

        assertThat(keys.organisation(key(1))).isEqualTo(keys.organisation(key(2)));
        assertThat(keys.inTurn()).as("one of each organisation").hasSize(1);
        assertThat(first()).isNotEqualTo(first());
    }

    @Test
    void whatIsLearnedLaterChangesNothingForAKeyThatIsAlone() {
        var name = keys.organisation(key(1));

        keys.learn(key(1), "org_a");
        keys.learn(key(2), "org_b");

        assertThat(keys.organisation(key(1))).isEqualTo(name);
    }

    @Test
    void organisationsMayBeConfigured() {
        var configured = new Keys(List.of("gsk_a", "gsk_b"), List.of("acme", "acme"), ENDPOINT);

        assertThat(configured.organisation(key(2))).isEqualTo("acme");
        assertThat(configured.inTurn()).hasSize(1);
        assertThatThrownBy(() -> new Keys(List.of("gsk_a"), List.of("acme", "lab"), ENDPOINT))
                .hasMessageContaining("GROQ_ORGANISATIONS names 2 organisations for 1 keys");
    }

    @Test
    void withoutAKeyThatIsAcceptedThereIsNone() {
        keys.disable(key(1));
        keys.disable(key(2));
        keys.disable(key(2));

        assertThat(keys.inTurn()).isEmpty();
        assertThat(keys.whyNone()).contains("401");
        assertThat(keys.disabled()).isEqualTo(2);
    }

    @Test
    void anEndpointWithoutKeysHasLimitsToo() {
        var none = new Keys(List.of(), List.of(), ENDPOINT);

        assertThat(none.inTurn()).containsExactly((ApiKey) null);
        assertThat(none.organisation(null)).isNotBlank();

        none.stop(null);
        assertThat(none.inTurn()).as("nor may it spend without end").isEmpty();
        assertThat(none.disabled()).isZero();
    }

    @Test
    void aSpendLimitStopsEveryKeyOfItsOrganisationAlsoThoseThatAreKnownAsSuchLater() {
        keys.stop(key(1));
        assertThat(keys.inTurn()).containsExactly(key(2));

        keys.learn(key(1), "org_same");
        keys.learn(key(2), "org_same");

        assertThat(keys.inTurn()).isEmpty();
        assertThat(keys.whyNone()).contains("spend limit");
        assertThat(keys.disabled()).isEqualTo(2);
        assertThat(keys.outOfUse(key(2))).isEqualTo("the spend limit of its organisation is reached");
    }

    @Test
    void aKeyShowsItselfToNobody() {
        assertThat(key(1).toString()).isEqualTo("key 1");
        assertThat(keys.organisation(key(1))).doesNotContain("gsk");
    }

    private int first() {
        return keys.inTurn().getFirst().number();
    }

    private static ApiKey key(int number) {
        return new ApiKey(number, number == 1 ? "gsk_a" : "gsk_b");
    }
}
