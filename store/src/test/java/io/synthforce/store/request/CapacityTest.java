package io.synthforce.store.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.request.Requests.Submitted;
import io.synthforce.workflows.simulation.Operation;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CapacityTest {

    @AutoClose
    private final TestStore store = TestStore.playingAtMost(2);

    @Test
    void one_simulation_too_many_is_refused_and_nothing_is_stored_under_its_key() {
        Story first = Story.ofPriceIncrease(store);
        Story third = Story.ofPriceIncrease(store);
        RequestRow request = first.next();
        Story.ofPriceIncrease(store).next();

        assertThat(next(third, "third")).isEqualTo(new Submitted.TooManyPlaying(2));
        assertThat(store.requests.isKnown(third.id, "third")).isFalse();

        store.jdbc
                .sql("update requests set state = 'done' where id = :id")
                .param("id", request.id())
                .update();
        assertThat(next(third, "third")).isInstanceOf(Submitted.Stored.class);
    }

    @Test
    void a_simulation_counts_once_however_many_of_its_requests_wait() {
        Story one = Story.ofPriceIncrease(store);
        for (int i = 0; i < 5; i++) {
            assertThat(next(one, "key-" + i)).isInstanceOf(Submitted.Stored.class);
        }

        assertThat(next(Story.ofPriceIncrease(store), "other")).isInstanceOf(Submitted.Stored.class);
    }

    @Test
    void a_repeat_of_a_stored_key_and_a_command_are_never_refused_by_it() {
        Story paused = Story.ofPriceIncrease(store);
        next(paused, "mine");
        store.jdbc.sql("update requests set state = 'done', closed_at = now()").update();
        Story.ofPriceIncrease(store).next();
        Story.ofPriceIncrease(store).next();

        assertThat(next(paused, "mine")).isInstanceOf(Submitted.Stored.class);
        assertThat(store.requests.submit(paused.id, "pause", Operation.PAUSE, "{}"))
                .isInstanceOf(Submitted.Stored.class);
    }

    @Test
    void what_the_state_forbids_is_refused_for_that_reason() {
        Story paused = Story.ofPriceIncrease(store);
        paused.command(Operation.PAUSE);
        Story.ofPriceIncrease(store).next();
        Story.ofPriceIncrease(store).next();

        assertThat(next(paused, "key"))
                .isInstanceOfSatisfying(
                        Submitted.Stored.class,
                        stored -> assertThat(stored.request().outcome().error()).isEqualTo("simulation_paused"));
    }

    @Test
    void of_many_at_once_no_more_than_allowed_get_in() {
        List<Story> stories =
                Stream.generate(() -> Story.ofPriceIncrease(store)).limit(12).toList();

        List<Submitted> answers;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Submitted>> asked = stories.stream()
                    .map(story -> CompletableFuture.supplyAsync(() -> next(story, "key-" + story.id), threads))
                    .toList();
            answers = asked.stream().map(CompletableFuture::join).toList();
        }

        assertThat(answers).filteredOn(Submitted.Stored.class::isInstance).hasSize(2);
    }

    private Submitted next(Story story, String key) {
        return store.requests.submit(story.id, key, Operation.NEXT, "{}");
    }
}
