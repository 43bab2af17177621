package io.synthforce.activities.groq;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What each model can be held to: as configured, as the list of models says, else found by asking. A form that is refused
 * is not tried again in this process.
 */
public final class Dialects {

    private final Map<String, Form> forms = new ConcurrentHashMap<>();
    private final boolean elsewhere;
    private final @Nullable Form configured;

    /** @param configured for all models; null to find out */
    public Dialects(String baseUrl, @Nullable Form configured) {
        this.elsewhere = !String.valueOf(URI.create(baseUrl).getHost()).endsWith("groq.com");
        this.configured = configured;
    }

    public Dialect of(String model) {
        return new Dialect(configured != null ? configured : forms.getOrDefault(model, Form.STRICT), elsewhere);
    }

    /**
     * Goes one step down from a form that was refused.
     *
     * @return whether there is another form to ask for
     */
    public boolean loosen(String model, Form refused) {
        if (configured != null || refused == Form.PROMPT) {
            return false;
        }
        var looser = refused == Form.STRICT ? Form.JSON : Form.PROMPT;
        forms.merge(model, looser, (known, next) -> known.compareTo(next) >= 0 ? known : next);
        return true;
    }

    /** @param features {@code supported_features} of the list of models; empty says nothing */
    void learn(String model, List<String> features) {
        if (!features.isEmpty() && !features.contains("structured_outputs")) {
            forms.putIfAbsent(model, features.contains("json_mode") ? Form.JSON : Form.PROMPT);
        }
    }
}
