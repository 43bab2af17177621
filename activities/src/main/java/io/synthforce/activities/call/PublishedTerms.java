package io.synthforce.activities.call;

import io.synthforce.activities.groq.GroqProperties;
import io.synthforce.activities.groq.ModelChoice;
import io.synthforce.activities.groq.Prices;
import io.synthforce.activities.groq.PricesLearned;
import io.synthforce.store.budget.KnownTerms;
import io.synthforce.workflows.budget.Terms;
import io.synthforce.workflows.budget.Terms.Limits;
import io.synthforce.workflows.budget.Terms.Tariff;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.event.EventListener;

/** Says how models are asked here and what they cost, for whoever reckons ahead: before any turn is taken, and again. */
class PublishedTerms implements InitializingBean {

    private final KnownTerms terms;
    private final GroqProperties properties;
    private final ModelChoice choice;
    private final Prices prices;
    private final int retries;
    private final Supplier<@Nullable Limits> limits;

    PublishedTerms(
            KnownTerms terms,
            GroqProperties properties,
            ModelChoice choice,
            Prices prices,
            int retries,
            Supplier<@Nullable Limits> limits) {
        this.terms = terms;
        this.properties = properties;
        this.choice = choice;
        this.prices = prices;
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
                choice.roles(),
                choice.fallbacks(),
                tariffs(),
                limits.get()));
    }

    private List<Tariff> tariffs() {
        return choice.all().stream()
                .flatMap(model ->
                        prices.of(model).map(quote -> new Tariff(model, quote.price(), quote.version())).stream())
                .toList();
    }
}
