package io.synthforce.api.workflow;

import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.Jackson3JsonPayloadConverter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How values are written into histories, by the client and by the workers of this program alike. Pinned, because
 * histories outlive releases: the SDK's default may change, and it refuses members it does not know.
 */
@Configuration(proxyBeanMethods = false)
class Payloads {

    @Bean
    DataConverter dataConverter() {
        return DefaultDataConverter.newDefaultInstance()
                .withPayloadConverterOverrides(new Jackson3JsonPayloadConverter(false));
    }
}
