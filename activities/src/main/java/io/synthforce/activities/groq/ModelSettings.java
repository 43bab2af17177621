package io.synthforce.activities.groq;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Reads which model is asked for what: {@code GROQ_MODEL_COORDINATOR}, {@code GROQ_MODEL_CEO} and the like. */
final class ModelSettings {

    private static final String PREFIX = "GROQ_MODEL_";
    private static final String COORDINATOR = PREFIX + "COORDINATOR";
    private static final String JUDGE = PREFIX + "JUDGE";
    private static final String WRITER = PREFIX + "WRITER";
    private static final Set<String> PURPOSES = Set.of(COORDINATOR, JUDGE, WRITER);
    private static final String DEFAULT_FALLBACK = "openai/gpt-oss-20b";

    private ModelSettings() {}

    static ModelChoice choice(Environment environment, String model) {
        return new ModelChoice(
                model,
                text(environment, COORDINATOR, model),
                text(environment, JUDGE, model),
                text(environment, WRITER, model),
                roles(environment),
                fallbacks(environment, model),
                form(environment.getProperty("GROQ_STRUCTURED_OUTPUT")));
    }

    private static String text(Environment environment, String name, String otherwise) {
        var value = environment.getProperty(name);
        return StringUtils.hasText(value) ? value.strip() : otherwise;
    }

    /** By role as the cast names it: {@code GROQ_MODEL_ENGINEERING_LEAD} is the model of engineering_lead. */
    private static Map<String, String> roles(Environment environment) {
        var roles = new TreeMap<String, String>();
        if (environment instanceof ConfigurableEnvironment sources) {
            sources.getPropertySources().stream()
                    .filter(EnumerablePropertySource.class::isInstance)
                    .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                    .filter(name -> name.startsWith(PREFIX) && !PURPOSES.contains(name))
                    .forEach(name -> {
                        var model = text(environment, name, "");
                        if (!model.isEmpty()) {
                            roles.put(name.substring(PREFIX.length()).toLowerCase(Locale.ROOT), model);
                        }
                    });
        }
        return roles;
    }

    /** Only the default model has a fallback by default; who chose a model is not given another one unasked. */
    private static List<String> fallbacks(Environment environment, String model) {
        var otherwise = model.equals(GroqProperties.DEFAULT_MODEL) ? DEFAULT_FALLBACK : "";
        return Arrays.stream(environment
                        .getProperty("GROQ_FALLBACK_MODELS", otherwise)
                        .split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static @Nullable Form form(@Nullable String value) {
        if (!StringUtils.hasText(value) || value.strip().equalsIgnoreCase("auto")) {
            return null;
        }
        try {
            return Form.valueOf(value.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "GROQ_STRUCTURED_OUTPUT is auto, strict, json or prompt, not " + value.strip());
        }
    }
}
