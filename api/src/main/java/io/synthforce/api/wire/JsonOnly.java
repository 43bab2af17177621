package io.synthforce.api.wire;

import io.synthforce.api.settings.ApiRole;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters.ServerBuilder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Bodies are JSON. Other formats are on the class path for other reasons, and have rules nobody here has checked. */
@Component
@ApiRole
final class JsonOnly implements WebMvcConfigurer {

    @Override
    public void configureMessageConverters(ServerBuilder builder) {
        builder.configureMessageConvertersList(converters -> converters.removeIf(
                converter -> converter.getSupportedMediaTypes().contains(MediaType.APPLICATION_YAML)));
    }
}
