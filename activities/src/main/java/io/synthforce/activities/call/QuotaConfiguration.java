package io.synthforce.activities.call;

import io.synthforce.activities.groq.GroqProperties;
import io.synthforce.store.quota.QuotaBook;
import io.synthforce.store.quota.QuotaSettings;
import io.synthforce.store.quota.Quotas;
import io.synthforce.store.worker.Workers;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Reads what is known of the provider's limits at the start. */
@Configuration(proxyBeanMethods = false)
public class QuotaConfiguration {

    /** For the answer to be booked after the call has ended. */
    private static final Duration AFTER_THE_CALL = Duration.ofSeconds(30);

    /** For tests, whose provider's minutes are shorter. */
    private static final String FASTER = "synthforce.quota.faster";

    @Bean
    Quotas quotas(Environment environment, GroqProperties properties, QuotaBook book, Workers workers) {
        boolean scripted = environment.getProperty("SYNTHFORCE_MODEL_SCRIPTED", Boolean.class, false);
        return book.open(
                QuotaSettings.of(
                        scripted ? "none" : environment.getProperty("GROQ_LIMITS"),
                        properties.timeout().plus(AFTER_THE_CALL),
                        environment.getProperty(FASTER, Double.class, 1.0)),
                workers::living);
    }
}
