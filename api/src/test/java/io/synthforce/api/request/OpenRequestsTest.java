package io.synthforce.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.synthforce.api.workflow.TemporalAway;
import io.synthforce.api.workflow.TestTemporal;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.fixture.WhatIf;
import io.synthforce.store.request.RequestRow;
import io.synthforce.workflows.simulation.Bell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenRequestsTest {

    private static final TestStore store = new TestStore();
    private static final TestTemporal temporal = TestTemporal.inProcess();
    private static final TestTemporal away = TestTemporal.away();

    private final Story story = Story.ofPriceIncrease(store);
    private final RequestRow request = story.next();

    @AfterAll
    static void close() {
        temporal.close();
        away.close();
        store.close();
    }

    /** Requests stored a moment ago are left to who stored them. */
    @BeforeEach
    void letSomeTimePass() {
        store.jdbc
                .sql("update requests set created_at = created_at - interval '1 minute'")
                .update();
    }

    @Test
    void a_request_no_run_has_heard_of_is_rung_for() throws TemporalAway {
        look();

        assertThat(story.request(request.id()).runId()).isNotNull();
        assertThat(temporal.workflows(store.simulations).describe(story.id)).isPresent();
    }

    @Test
    void a_request_whose_run_is_open_is_not_rung_for_again() throws TemporalAway {
        ring();
        long before = temporal.events(store.simulations, story.id);

        look();

        assertThat(temporal.events(store.simulations, story.id)).isEqualTo(before);
    }

    @Test
    void a_request_whose_run_is_closed_is_rung_for_again() throws TemporalAway {
        String first = ring();
        temporal.terminate(story.id);

        look();

        assertThat(story.request(request.id()).runId()).isNotNull().isNotEqualTo(first);
    }

    @Test
    void a_request_whose_run_belonged_to_another_server_is_rung_for_again() {
        store.requests.rung(request.id(), "2f2f8d52-5b0b-4b7e-9a4e-0f6b6f0c6f5e");

        look();

        assertThat(story.request(request.id()).runId()).isNotEqualTo("2f2f8d52-5b0b-4b7e-9a4e-0f6b6f0c6f5e");
    }

    @Test
    void a_what_if_that_no_experiment_looks_after_is_rung_for_though_its_simulation_runs() throws TemporalAway {
        String run = ring();
        long whatIf = WhatIf.of(story, 1, 1).row().request();
        store.requests.rung(whatIf, run);
        long before = temporal.events(store.simulations, story.id);

        look();

        assertThat(temporal.events(store.simulations, story.id)).isGreaterThan(before);
    }

    @Test
    void while_temporal_is_away_requests_wait() {
        OpenRequests cutOff = new OpenRequests(store.requests, away.workflows(store.simulations));

        assertThatCode(cutOff::look).doesNotThrowAnyException();
        assertThat(story.request(request.id()).runId()).isNull();
    }

    private void look() {
        new OpenRequests(store.requests, temporal.workflows(store.simulations)).look();
    }

    private String ring() throws TemporalAway {
        String run = temporal.workflows(store.simulations).ring(story.id, new Bell(request.id(), request.operation()));
        store.requests.rung(request.id(), run);
        return run;
    }
}
