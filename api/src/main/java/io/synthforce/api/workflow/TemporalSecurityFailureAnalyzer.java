package io.synthforce.api.workflow;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets the start end with the sentence alone. */
final class TemporalSecurityFailureAnalyzer extends AbstractFailureAnalyzer<TemporalSecurityFailure> {

    @Override
    protected FailureAnalysis analyze(Throwable root, TemporalSecurityFailure failure) {
        return new FailureAnalysis(String.valueOf(failure.getMessage()), null, failure);
    }
}
