package io.synthforce.embedded;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/**
 * Follows one run of the application: says what runs where when it is ready, and ends the parts when it has ended, after the
 * last bean of a context that closes and at once when it fails to start.
 */
final class EmbeddedRun implements SpringApplicationRunListener, Ordered {

    private @Nullable ConfigurableBootstrapContext bootstrap;

    /** After those who publish that the application is ready, as workers start by it. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void starting(ConfigurableBootstrapContext bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Beans are destroyed in the reverse order of their registration, and this one is registered before any other. */
    @Override
    public void contextPrepared(ConfigurableApplicationContext context) {
        var parts = parts();
        if (parts != null && context.getBeanFactory() instanceof DefaultSingletonBeanRegistry beans) {
            beans.registerDisposableBean("embeddedParts", parts::close);
        }
    }

    @Override
    public void ready(ConfigurableApplicationContext context, @Nullable Duration timeTaken) {
        var parts = parts();
        if (parts != null) {
            System.out.println(
                    Announcement.of(context.getEnvironment(), parts.directory()).render());
        }
    }

    @Override
    public void failed(@Nullable ConfigurableApplicationContext context, Throwable exception) {
        var parts = parts();
        if (parts != null) {
            parts.close();
        }
    }

    private @Nullable EmbeddedParts parts() {
        return bootstrap == null ? null : bootstrap.getOrElse(EmbeddedParts.class, null);
    }
}
