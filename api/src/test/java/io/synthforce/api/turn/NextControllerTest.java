package io.synthforce.api.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synthforce.api.request.RequestKey;
import io.synthforce.api.request.StillPending;
import io.synthforce.api.request.TestInbox;
import io.synthforce.api.settings.ApiSettings;
import io.synthforce.api.workflow.TestTemporal;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.request.NextInputs;
import io.synthforce.workflows.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

class NextControllerTest {

    private static final TestStore store = new TestStore();
    private static final TestTemporal temporal = TestTemporal.inProcess();

    private final Story story = Story.ofPriceIncrease(store);
    private final ApiSettings settings =
            new ApiSettings("", "", "", Duration.ofMillis(200), Duration.ofHours(1), Duration.ofSeconds(10), null);
    private final NextController controller = new NextController(
            TestInbox.of(store, temporal, settings),
            store.simulations,
            new PlayedTurns(
                    store.simulations,
                    store.turns,
                    store.journal,
                    store.snapshots,
                    store.calls,
                    store.plans,
                    store.evidences),
            new PendingTurns(store.requests, store.turns, store.plays),
            settings);

    @AfterAll
    static void close() {
        temporal.close();
        store.close();
    }

    @Test
    void nobody_is_kept_longer_than_the_time_there_is_and_the_place_of_the_turn_is_told() {
        assertThatThrownBy(() -> next("first", null))
                .isInstanceOf(StillPending.class)
                .hasMessageContainingAll("/simulations/" + story.id + "/turns/1", "Idempotency-Key first");
    }

    @Test
    void the_turn_to_expect_counts_those_who_asked_before() {
        next("first", "respond-async");
        ResponseEntity<TurnAnswer> second = next("second", "respond-async");

        assertThat(second.getStatusCode().value()).isEqualTo(202);
        assertThat(second.getHeaders().getFirst("Location")).endsWith("/turns/2");
        assertThat(second.getBody())
                .isNotNull()
                .extracting(TurnAnswer::turnNumber)
                .isEqualTo(2);
    }

    @Test
    void equal_requests_are_stored_in_equal_words() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("b", List.of(Map.of("d", 1)));
        one.put("a", 1);
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("a", 1);
        other.put("b", List.of(Map.of("d", 1)));

        String words = new NextRequest(story.id, "What now?", null, one).canonical();

        assertThat(new NextRequest(story.id, "What now?", List.of(), other).canonical())
                .isEqualTo(words);
        assertThat(Json.read(words, NextInputs.class)).isEqualTo(new NextInputs("What now?", List.of(), other));
    }

    private ResponseEntity<TurnAnswer> next(String key, @Nullable String prefer) {
        return controller.next(new NextRequest(story.id, null, null, null), new RequestKey(key), prefer);
    }
}
