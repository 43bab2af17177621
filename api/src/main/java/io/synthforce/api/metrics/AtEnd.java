package io.synthforce.api.metrics;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Does something when a streaming answer ends, however it ends. */
record AtEnd(Runnable what) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
        what.run();
    }

    /** Followed by completion. */
    @Override
    public void onTimeout(AsyncEvent event) {}

    /** Followed by completion. */
    @Override
    public void onError(AsyncEvent event) {}

    /** A new start has lost its listeners. */
    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
