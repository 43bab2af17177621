package io.synthforce.api.workflow;

import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Secures the one connection to Temporal that clients and workers of this process share. */
@Configuration(proxyBeanMethods = false)
class Connection {

    @Bean
    TemporalOptionsCustomizer<WorkflowServiceStubsOptions.Builder> securedConnection(TemporalSecurity security) {
        return security::applyTo;
    }
}
