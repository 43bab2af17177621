package io.synthforce.api.request;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets scheduled work go on after a fault nobody foresaw, with a line in the log. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Scheduling {

    private static final Logger log = LoggerFactory.getLogger(Scheduling.class);

    @Bean
    SimpleAsyncTaskSchedulerCustomizer survivingFaults() {
        return scheduler ->
                scheduler.setErrorHandler(fault -> log.error("Scheduled work failed and is tried again", fault));
    }
}
