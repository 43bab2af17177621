package io.synthforce.api.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.request.Requests;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The meters of the web side. Workers bring their own. */
@Configuration(proxyBeanMethods = false)
@ApiRole
class MetricsConfiguration {

    /** Filters are made before controllers are known, so the templates are read at the first request. */
    @Bean
    Endpoints endpoints(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return new Endpoints(() -> mappings.orderedStream().toList());
    }

    /** Read when Prometheus asks; the same from every process, because all look at one inbox. */
    @Bean
    MeterBinder unansweredRequests(Requests requests) {
        return registry -> Gauge.builder("synthforce.requests.open", requests, Requests::countUnanswered)
                .description("Requests that are stored and not yet answered, of all processes together")
                .register(registry);
    }
}
