package io.synthforce.embedded;

import java.nio.file.Path;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** Prints what runs where, once the application serves. */
record AnnounceWhenReady(Path directory, EmbeddedParts parts) implements ApplicationListener<ApplicationReadyEvent> {

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        var environment = event.getApplicationContext().getEnvironment();
        System.out.println(Announcement.of(environment, directory).render());
    }
}
