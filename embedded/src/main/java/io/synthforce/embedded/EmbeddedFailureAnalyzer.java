package io.synthforce.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what keeps the embedded parts from starting as a sentence and a remedy, without a stack trace. */
final class EmbeddedFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedFailure> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedFailure cause) {
        return new FailureAnalysis(cause.fact(), cause.remedy(), cause);
    }
}
