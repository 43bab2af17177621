package io.synthforce.api.stream;

import io.synthforce.api.settings.ApiRole;
import java.util.function.BooleanSupplier;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/** Whether this process closes: then its readers come back to another. */
@Component
@ApiRole
final class Closing implements ApplicationListener<ContextClosedEvent>, BooleanSupplier {

    private volatile boolean closing;

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        closing = true;
    }

    @Override
    public boolean getAsBoolean() {
        return closing;
    }
}
