package io.synthforce.activities.call;

import io.synthforce.activities.groq.GroqProperties;
import io.synthforce.activities.groq.Keys;
import io.synthforce.activities.groq.ModelChoice;
import io.synthforce.activities.groq.Prices;
import io.synthforce.activities.groq.PricesLearned;
import io.synthforce.store.budget.KnownTerms;
import io.synthforce.workflows.budget.Terms;
import io.synthforce.workflows.budget.Terms.Limits;
import io.synthforce.workflows.budget.Terms.Tariff;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.event.EventListener;

/** Says how models are asked here and what they cost, for whoever reckons ahead: before any turn is taken, and again. */
class PublishedTerms implements InitializingBean {

    private final KnownTerms terms;
    private final GroqProperties properties;
    private final ModelChoice choice;
    private final Prices prices;
    private final Keys keys;
    private final int retries;
    private final KnownLimits limits;

    PublishedTerms(
            KnownTerms terms,
            GroqProperties properties,
            ModelChoice choice,
            Prices prices,
            Keys keys,
            int retries,
            KnownLimits limits) {
        this.terms = terms;
        this.properties = properties;
        this.choice = choice;
        this.prices = prices;
        this.keys = keys;
        this.retries = retries;
        this.limits = limits;
    }

    @Override
    public void afterPropertiesSet() {
        publish();
    }

    @EventListener({PricesLearned.class, LimitsLearned.class})
    void renew() {
        publish();
    }

    private void publish() {
        terms.write(new Terms(
                properties.maxTokens(),
                retries,
                choice.agents(),
                choice.coordinator(),
                choice.judge(),
                choice.writer(),
                choice.roles(),
                choice.fallbacks(),
                tariffs(),
                limits(keys.fingerprint()),
                keys.fingerprint()));
    }

    /** After a start nothing was told yet; what answers to the same keys told before it goes before any assumption. */
    private @Nullable Limits limits(String fingerprint) {
        Limits told = limits.told(choice.agents());
        if (told != null || !limits.mayBeRemembered()) {
            return told;
        }
        Limits before = terms.find()
                .filter(known -> fingerprint.equals(known.keys()))
                .map(Terms::limits)
                .orElse(null);
        return before == null ? limits.assumed() : before;
    }

    /** Of every model, as scenarios name models of their own. */
    private List<Tariff> tariffs() {
        return prices.known().entrySet().stream()
                .map(known -> new Tariff(
                        known.getKey(),
                        known.getValue().price(),
                        known.getValue().version()))
                .toList();
    }
}
