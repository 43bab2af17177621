package io.synthforce.api.request;

import io.synthforce.api.settings.ApiSettings;
import io.synthforce.api.workflow.TestTemporal;
import io.synthforce.store.fixture.TestStore;

/** An inbox without Spring around it. */
public final class TestInbox {

    private TestInbox() {}

    public static Inbox of(TestStore store, TestTemporal temporal, ApiSettings settings) {
        return new Inbox(
                store.requests,
                temporal.workflows(store.simulations),
                new Waiting(
                        store.requests,
                        store.simulations,
                        store.turns,
                        store.doorbell,
                        temporal.server("worker"),
                        settings));
    }
}
