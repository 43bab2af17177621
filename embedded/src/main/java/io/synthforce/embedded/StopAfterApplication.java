package io.synthforce.embedded;

import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.BootstrapContextClosedEvent;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Ends the parts when the application has ended, however it does: after its last bean when its context closes, when it fails to
 * start, and when the process is told to stop before there is a context.
 */
record StopAfterApplication(EmbeddedParts parts) {

    void of(SpringApplication application, ConfigurableBootstrapContext bootstrap) {
        SpringApplication.getShutdownHandlers().add(parts::close);
        bootstrap.addCloseListener(new AfterLastBean(parts));
        application.addListeners(new WhenFailed(parts));
    }

    /** Beans are destroyed in the reverse order of their registration, and this one is registered before any other. */
    private record AfterLastBean(EmbeddedParts parts) implements ApplicationListener<BootstrapContextClosedEvent> {

        @Override
        public void onApplicationEvent(BootstrapContextClosedEvent event) {
            if (event.getApplicationContext().getBeanFactory() instanceof DefaultSingletonBeanRegistry beans) {
                beans.registerDisposableBean("embeddedParts", parts::close);
            }
        }
    }

    private record WhenFailed(EmbeddedParts parts) implements ApplicationListener<ApplicationFailedEvent> {

        @Override
        public void onApplicationEvent(ApplicationFailedEvent event) {
            parts.close();
        }
    }
}
