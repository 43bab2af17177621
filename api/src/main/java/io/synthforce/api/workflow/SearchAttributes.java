package io.synthforce.api.workflow;

import io.grpc.Status;
import io.synthforce.workflows.simulation.Shown;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc.OperatorServiceBlockingStub;
import io.temporal.common.SearchAttributeKey;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Registers the search attributes of simulations, because one that the namespace does not know blocks every simulation.
 * Tried at start, and where Temporal was away then, before the first bell.
 */
@Component
final class SearchAttributes implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(SearchAttributes.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OperatorServiceBlockingStub operator;
    private final Deadlines deadlines;
    private final String namespace;
    private volatile boolean known;

    SearchAttributes(
            WorkflowServiceStubs stubs, Deadlines deadlines, @Value("${spring.temporal.namespace}") String namespace) {
        this.operator = OperatorServiceStubs.newServiceStubs(OperatorServiceStubsOptions.newBuilder()
                        .setChannel(stubs.getRawChannel())
                        .setMetricsScope(stubs.getOptions().getMetricsScope())
                        .validateAndBuildWithDefaults())
                .blockingStub();
        this.deadlines = deadlines;
        this.namespace = namespace;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            ensure();
        } catch (TemporalAway away) {
            log.warn("{}; it is asked for its search attributes before the first simulation runs.", away.getMessage());
        }
    }

    /** Looks again: a server that was replaced has forgotten them, and without them no workflow of it gets on. */
    synchronized void ensureAgain() throws TemporalAway {
        known = false;
        ensure();
    }

    /**
     * Returns when the namespace knows them.
     *
     * @throws SearchAttributesRefused if it does not and this program may not register them
     */
    synchronized void ensure() throws TemporalAway {
        if (!known) {
            Set<String> there = registered();
            List<SearchAttributeKey<?>> missing = Shown.KEYS.stream()
                    .filter(key -> !there.contains(key.getName()))
                    .toList();
            for (SearchAttributeKey<?> key : missing) {
                register(key, missing);
            }
            known = true;
        }
    }

    /** The in-process server registers but does not list. */
    private Set<String> registered() throws TemporalAway {
        var request =
                ListSearchAttributesRequest.newBuilder().setNamespace(namespace).build();
        try {
            return deadlines
                    .within(PATIENCE, () -> operator.listSearchAttributes(request))
                    .getCustomAttributesMap()
                    .keySet();
        } catch (TemporalAway refused) {
            if (refused.code() == Status.Code.UNIMPLEMENTED) {
                return Set.of();
            }
            throw refused;
        }
    }

    private void register(SearchAttributeKey<?> key, List<SearchAttributeKey<?>> missing) throws TemporalAway {
        var request = AddSearchAttributesRequest.newBuilder()
                .setNamespace(namespace)
                .putSearchAttributes(key.getName(), key.getValueType())
                .build();
        try {
            deadlines.within(PATIENCE, () -> operator.addSearchAttributes(request));
        } catch (TemporalAway refused) {
            switch (refused.code()) {
                case ALREADY_EXISTS -> log.debug("{} was registered by someone else", key.getName());
                case UNAVAILABLE, DEADLINE_EXCEEDED -> throw refused;
                default -> throw new SearchAttributesRefused(namespace, missing, refused);
            }
        }
    }
}
