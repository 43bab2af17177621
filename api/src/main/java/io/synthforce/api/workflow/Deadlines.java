package io.synthforce.api.workflow;

import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowServiceException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Gives every call to Temporal a deadline, retries of the SDK included; without one it would try for a minute. */
@Component
final class Deadlines implements DisposableBean {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("temporal-deadlines").factory());

    /** @throws TemporalAway if there is no answer in time, or the server refuses to give one */
    <T> T within(Duration limit, Supplier<T> call) throws TemporalAway {
        CancellableContext context =
                Context.current().withDeadlineAfter(limit.toMillis(), TimeUnit.MILLISECONDS, clock);
        Context before = context.attach();
        try {
            return call.get();
        } catch (WorkflowServiceException | StatusRuntimeException failure) {
            throw new TemporalAway(code(failure), failure);
        } finally {
            context.detach(before);
            context.cancel(null);
        }
    }

    private static Status.Code code(Throwable failure) {
        @Nullable Throwable cause = failure;
        while (cause != null && !(cause instanceof StatusRuntimeException)) {
            cause = cause.getCause();
        }
        return cause instanceof StatusRuntimeException status
                ? status.getStatus().getCode()
                : Status.Code.UNKNOWN;
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }
}
