package io.synthforce.api.settings;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/**
 * Tells why the program did not start in a sentence or two on standard error: what is wrong and what to do. Only what
 * nobody foresaw goes to the log with its stack trace.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class FailedStart implements SpringBootExceptionReporter {

    private final @Nullable ConfigurableApplicationContext context;

    FailedStart(@Nullable ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean reportException(Throwable failure) {
        return misconfiguration(failure)
                .or(() -> analysis(failure))
                .map(FailedStart::say)
                .orElse(false);
    }

    private static boolean say(String sentences) {
        System.err.println("synthforce did not start. " + sentences);
        return true;
    }

    private static java.util.Optional<String> misconfiguration(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(Misconfigured.class::isInstance)
                .map(Throwable::getMessage)
                .findFirst();
    }

    private java.util.Optional<String> analysis(Throwable failure) {
        return analyzers().stream()
                .map(analyzer -> analyzer.analyze(failure))
                .filter(Objects::nonNull)
                .findFirst()
                .map(FailedStart::sentences);
    }

    private static String sentences(FailureAnalysis analysis) {
        String action = analysis.getAction() == null ? "" : " " + analysis.getAction();
        return analysis.getDescription().strip() + action;
    }

    private List<FailureAnalyzer> analyzers() {
        ArgumentResolver arguments = context == null
                ? ArgumentResolver.none()
                : ArgumentResolver.of(BeanFactory.class, context.getBeanFactory())
                        .and(Environment.class, context.getEnvironment());
        return SpringFactoriesLoader.forDefaultResourceLocation(getClass().getClassLoader())
                .load(
                        FailureAnalyzer.class,
                        arguments,
                        FailureHandler.logging(org.apache.commons.logging.LogFactory.getLog(FailedStart.class)));
    }
}
