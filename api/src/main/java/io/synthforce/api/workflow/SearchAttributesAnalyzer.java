package io.synthforce.api.workflow;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts the program the command that is missing. */
final class SearchAttributesAnalyzer extends AbstractFailureAnalyzer<SearchAttributesRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SearchAttributesRefused refused) {
        return new FailureAnalysis(
                String.valueOf(refused.getMessage()), "Let someone who may run: " + refused.commands(), refused);
    }
}
