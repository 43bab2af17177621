package io.synthforce.crash;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Shows what the product and its surroundings wrote last, beside the failure of a test. */
final class OutputOnFailure implements TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {

    @Override
    public void handleTestExecutionException(ExtensionContext test, Throwable failure) throws Throwable {
        throw shown(test, failure);
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext test, Throwable failure) throws Throwable {
        throw shown(test, failure);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext test, Throwable failure) throws Throwable {
        throw shown(test, failure);
    }

    private static Throwable shown(ExtensionContext test, Throwable failure) {
        if (!(failure instanceof org.opentest4j.TestAbortedException)) {
            System.out.printf("%s failed. What was written last:%n%s%n", test.getDisplayName(), Stage.lastWords());
        }
        return failure;
    }
}
