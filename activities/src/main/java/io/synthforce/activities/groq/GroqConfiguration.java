package io.synthforce.activities.groq;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Reads the model's settings from the variables the README lists. */
@Configuration(proxyBeanMethods = false)
public class GroqConfiguration {

    private static final List<String> KEYS = List.of("GROQ_API_KEY", "GROQ_API_KEY1", "GROQ_API_KEY2", "GROQ_API_KEY3");

    @Bean
    GroqProperties groqProperties(Environment environment) {
        String baseUrl = Stream.of("GROQ_BASE_URL", "LLM_BASE_URL")
                .map(environment::getProperty)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(GroqProperties.DEFAULT_BASE_URL);
        List<String> keys = KEYS.stream()
                .map(environment::getProperty)
                .filter(Objects::nonNull)
                .toList();
        return new GroqProperties(
                baseUrl,
                keys,
                environment.getProperty("GROQ_MODEL", GroqProperties.DEFAULT_MODEL),
                Duration.ofSeconds(environment.getProperty(
                        "GROQ_TIMEOUT", Long.class, GroqProperties.DEFAULT_TIMEOUT.toSeconds())),
                environment.getProperty("GROQ_MAX_TOKENS", Integer.class, GroqProperties.DEFAULT_MAX_TOKENS),
                environment.getProperty("GROQ_REASONING_EFFORT", GroqProperties.DEFAULT_REASONING_EFFORT));
    }

    @Bean
    ModelChoice modelChoice(Environment environment, GroqProperties properties) {
        return ModelSettings.choice(environment, properties.model());
    }

    @Bean
    Keys keys(Environment environment, GroqProperties properties) {
        String organisations = environment.getProperty("GROQ_ORGANISATIONS", "");
        return new Keys(
                properties.keys(),
                StringUtils.hasText(organisations)
                        ? Stream.of(organisations.split(",")).map(String::strip).toList()
                        : List.of(),
                properties.baseUrl());
    }

    @Bean
    Breakers breakers() {
        return new Breakers(InstantSource.system());
    }

    @Bean
    Dialects dialects(GroqProperties properties, ModelChoice choice) {
        return new Dialects(properties.baseUrl(), choice.form());
    }

    /** Under this name {@code /health} finds it. */
    @Bean("modelHealthIndicator")
    ProviderHealth providerHealth(GroqClient client, Keys keys) {
        return new ProviderHealth(client, keys, System::nanoTime);
    }

    @Bean
    Prices prices(Environment environment) {
        if (environment.getProperty("SYNTHFORCE_MODEL_SCRIPTED", Boolean.class, false)) {
            return Prices.scripted();
        }
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String table = environment.getProperty("PRICES_FILE");
        return StringUtils.hasText(table) ? Prices.of(Path.of(table.strip()), today) : Prices.shipped(today);
    }

    @Bean
    ModelCheck modelCheck(GroqClient client, Keys keys, ModelChoice choice, Dialects dialects, Prices prices) {
        return new ModelCheck(client, keys, choice, dialects, prices, ModelCheck.EVERY);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> modelsAreChecked(ModelCheck check, ApplicationEventPublisher events) {
        return _ -> check.begin(() -> events.publishEvent(new PricesLearned()));
    }

    @Bean
    GroqClient groqClient(GroqProperties properties) {
        return new GroqClient(properties);
    }
}
