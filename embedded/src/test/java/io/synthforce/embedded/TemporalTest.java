package io.synthforce.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.grpc.Channel;
import io.grpc.ManagedChannelBuilder;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.common.v1.WorkflowType;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporalTest {

    private static final EmbeddedOptions TEMPORAL = Fixtures.only(Part.TEMPORAL);
    private static final EmbeddedOptions IN_PROCESS = TEMPORAL.temporalInProcess();

    @TempDir
    Path directory;

    @Test
    void inProcessItIsReachedByAddressLikeAnyOther() {
        try (var parts = EmbeddedParts.start(directory, IN_PROCESS.namespace("team-a"))) {
            assertThat(parts.labels()).isEqualTo("temporal(in-process)");
            assertThat(parts.addresses()).doesNotContainKey("TEMPORAL_UI_URL");
            onServer(parts, channel -> {
                assertThat(namespace(channel, "team-a")).isEqualTo("team-a");
                registerSearchAttribute(channel, "team-a", "SynthforceStatus");
                assertThatThrownBy(() -> registerSearchAttribute(channel, "team-a", "SynthforceStatus"))
                        .hasMessageContaining("ALREADY_EXISTS");
            });
        }
    }

    @Test
    void inProcessItListensOnLoopbackOnly() throws Exception {
        try (var parts = EmbeddedParts.start(directory, IN_PROCESS)) {
            assertListensOnLoopbackOnly(parts.addresses().get("TEMPORAL_ADDRESS"));
        }
    }

    @Test
    void theDevServerHasItsNamespaceSearchAttributesAndPage() throws Exception {
        assumeCli();
        try (var parts = EmbeddedParts.start(directory, TEMPORAL.namespace("team-a"))) {
            assertThat(parts.labels()).isEqualTo("temporal(dev-server)");
            onServer(parts, channel -> {
                assertThat(namespace(channel, "team-a")).isEqualTo("team-a");
                registerSearchAttribute(channel, "team-a", "SynthforceStatus");
            });
            var ui = URI.create(parts.addresses().get("TEMPORAL_UI_URL"));
            var page =
                    HttpClient.newHttpClient().send(HttpRequest.newBuilder(ui).build(), BodyHandlers.ofString());
            assertThat(page.statusCode()).isLessThan(400);
            assertListensOnLoopbackOnly(parts.addresses().get("TEMPORAL_ADDRESS"));
            assertListensOnLoopbackOnly(ui.getAuthority());
        }
        assertThat(Fixtures.processesOf(directory)).isEmpty();
    }

    @Test
    void theDevServerKeepsItsHistoriesOverAKill() throws Exception {
        assumeCli();
        var holder = Fixtures.holder(directory.resolve("data").toAbsolutePath(), Map.of(), "");
        var data = directory.resolve("data").toRealPath();
        var address = Files.readAllLines(data.resolve(AddressFile.NAME)).stream()
                .filter(line -> line.startsWith("TEMPORAL_ADDRESS="))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .findFirst()
                .orElseThrow();
        onServer(address, TemporalTest::startWorkflow);
        holder.destroyForcibly().waitFor();
        var orphans = Fixtures.children(data);
        assertThat(orphans).hasSize(3).allMatch(ProcessHandle::isAlive);

        try (var parts = EmbeddedParts.start(data, TEMPORAL)) {
            assertThat(orphans).noneMatch(Ending::isThere);
            assertThat(parts.remarks()).hasSize(3).anyMatch(remark -> remark.startsWith("Ended temporal (pid "));
            assertThat(parts.addresses()).containsEntry("TEMPORAL_ADDRESS", address);
            await().atMost(Duration.ofSeconds(20))
                    .ignoreExceptions()
                    .untilAsserted(() -> onServer(address, TemporalTest::describeWorkflow));
        }
        assertThat(Fixtures.processesOf(data)).isEmpty();
    }

    private static void assumeCli() {
        assumeTrue(TemporalCli.find(null).isPresent(), "no temporal CLI on the PATH or in ~/go/bin");
    }

    private static void onServer(EmbeddedParts parts, Consumer<Channel> use) {
        onServer(parts.addresses().get("TEMPORAL_ADDRESS"), use);
    }

    private static void onServer(String address, Consumer<Channel> use) {
        var channel = ManagedChannelBuilder.forTarget(address).usePlaintext().build();
        try {
            use.accept(channel);
        } finally {
            channel.shutdownNow();
        }
    }

    private static String namespace(Channel channel, String name) {
        return WorkflowServiceGrpc.newBlockingStub(channel)
                .describeNamespace(
                        DescribeNamespaceRequest.newBuilder().setNamespace(name).build())
                .getNamespaceInfo()
                .getName();
    }

    private static void registerSearchAttribute(Channel channel, String namespace, String name) {
        var request = AddSearchAttributesRequest.newBuilder()
                .setNamespace(namespace)
                .putSearchAttributes(name, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
                .build();
        assertThat(OperatorServiceGrpc.newBlockingStub(channel).addSearchAttributes(request))
                .isNotNull();
    }

    private static void startWorkflow(Channel channel) {
        var request = StartWorkflowExecutionRequest.newBuilder()
                .setNamespace("default")
                .setWorkflowId("kept")
                .setRequestId("once")
                .setWorkflowType(WorkflowType.newBuilder().setName("Kept"))
                .setTaskQueue(TaskQueue.newBuilder().setName("nobody"))
                .build();
        assertThat(WorkflowServiceGrpc.newBlockingStub(channel)
                        .startWorkflowExecution(request)
                        .getRunId())
                .isNotEmpty();
    }

    private static void describeWorkflow(Channel channel) {
        var request = DescribeWorkflowExecutionRequest.newBuilder()
                .setNamespace("default")
                .setExecution(WorkflowExecution.newBuilder().setWorkflowId("kept"))
                .build();
        var description = WorkflowServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(5, TimeUnit.SECONDS)
                .describeWorkflowExecution(request);
        assertThat(description.getWorkflowExecutionInfo().getType().getName()).isEqualTo("Kept");
    }

    private static void assertListensOnLoopbackOnly(String address) throws Exception {
        var port = URI.create("any://" + address).getPort();
        assertThat(accepts(InetAddress.getLoopbackAddress(), port)).isTrue();
        assertThat(NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(own -> !own.isLoopbackAddress()))
                .noneMatch(own -> accepts(own, port));
    }

    private static boolean accepts(InetAddress host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
