package io.synthforce.api.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/** Names the parts nobody provides. With the embedded default on the class path that is none. */
final class MissingParts implements EnvironmentPostProcessor, Ordered {

    private static final Map<String, String> PARTS = Map.of(
            "DATABASE_URL", "the PostgreSQL to use, such as postgresql://user:password@host:5432/synthforce",
            "REDIS_URL", "the Redis to use, such as redis://host:6379/0",
            "TEMPORAL_ADDRESS", "the Temporal server to use, such as temporal:7233");

    private static final List<String> MODEL =
            List.of("GROQ_API_KEY", "GROQ_API_KEY1", "GROQ_API_KEY2", "GROQ_API_KEY3", "GROQ_BASE_URL", "LLM_BASE_URL");

    /** After the embedded parts, which set what they provide, and before anyone who needs it. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 50;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        List<String> complaints = new ArrayList<>();
        PARTS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(part -> isMissing(part.getKey(), environment))
                .map(part -> sentence(part.getKey(), part.getValue()))
                .forEach(complaints::add);
        if (environment.acceptsProfiles(Profiles.of("worker"))
                && MODEL.stream().allMatch(name -> isMissing(name, environment))) {
            complaints.add(sentence("GROQ_API_KEY", "a key from the Groq console"));
        }
        if (!complaints.isEmpty()) {
            throw new Misconfigured(complaints);
        }
    }

    private static String sentence(String variable, String value) {
        return "%s is not set and nothing is embedded in its place: set it to %s.".formatted(variable, value);
    }

    private static boolean isMissing(String variable, ConfigurableEnvironment environment) {
        return !StringUtils.hasText(environment.getProperty(variable));
    }
}
