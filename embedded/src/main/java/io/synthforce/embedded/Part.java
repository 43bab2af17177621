package io.synthforce.embedded;

import java.util.List;

/** What the product needs around it; a part is embedded exactly when none of its variables is set. */
public enum Part {
    POSTGRESQL("DATABASE_URL"),
    REDIS("REDIS_URL"),
    TEMPORAL("TEMPORAL_ADDRESS"),
    MODEL("GROQ_API_KEY", "GROQ_API_KEY1", "GROQ_API_KEY2", "GROQ_API_KEY3", "GROQ_BASE_URL", "LLM_BASE_URL");

    private final List<String> variables;

    Part(String... variables) {
        this.variables = List.of(variables);
    }

    /** The environment variables any of which says that this part is elsewhere. */
    public List<String> variables() {
        return variables;
    }
}
