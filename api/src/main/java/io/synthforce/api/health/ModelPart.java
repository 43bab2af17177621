package io.synthforce.api.health;

import io.synthforce.api.health.HealthAnswer.Component;
import io.synthforce.api.settings.ApiRole;
import java.net.URI;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** How models are asked, as far as settings tell: no call is made for it, because calls cost. */
@org.springframework.stereotype.Component
@ApiRole
final class ModelPart {

    private static final String DEFAULT_URL = "https://api.groq.com/openai/v1";

    private final Component component;

    ModelPart(Environment environment) {
        int keys = (int) Stream.of("GROQ_API_KEY", "GROQ_API_KEY1", "GROQ_API_KEY2", "GROQ_API_KEY3")
                .map(environment::getProperty)
                .filter(StringUtils::hasText)
                .count();
        boolean scripted = environment.getProperty("SYNTHFORCE_MODEL_SCRIPTED", Boolean.class, false);
        String url = environment.getProperty("GROQ_BASE_URL", DEFAULT_URL);
        boolean configured = keys > 0 || scripted || !url.equals(DEFAULT_URL);
        this.component = new Component(
                "groq_api",
                configured ? "configured" : "not_configured",
                null,
                "not asked: calls cost",
                host(url),
                environment.getProperty("GROQ_MODEL"),
                keys,
                scripted,
                scripted ? "SCRIPTED: no model was asked" : null);
    }

    Component component() {
        return component;
    }

    private static String host(String url) {
        URI uri = URI.create(url.strip());
        return uri.getPort() < 0 ? String.valueOf(uri.getHost()) : uri.getHost() + ":" + uri.getPort();
    }
}
