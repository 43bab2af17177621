package io.synthforce.embedded;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.util.concurrent.TimeUnit;

/** Asks a Temporal server for its namespace: only then can clients start workflows. */
final class NamespaceProbe implements AutoCloseable {

    private final ManagedChannel channel;
    private final String namespace;

    NamespaceProbe(String address, String namespace) {
        this.channel = ManagedChannelBuilder.forTarget(address)
                .usePlaintext()
                .directExecutor()
                .build();
        this.namespace = namespace;
    }

    boolean exists() {
        try {
            WorkflowServiceGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(1, TimeUnit.SECONDS)
                    .describeNamespace(DescribeNamespaceRequest.newBuilder()
                            .setNamespace(namespace)
                            .build());
            return true;
        } catch (StatusRuntimeException e) {
            return false;
        }
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
