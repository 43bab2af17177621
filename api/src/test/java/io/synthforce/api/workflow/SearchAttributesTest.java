package io.synthforce.api.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.synthforce.workflows.simulation.Shown;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.AddSearchAttributesResponse;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesResponse;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc.OperatorServiceImplBase;
import io.temporal.common.SearchAttributeKey;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchAttributesTest {

    private final Operator operator = new Operator();

    @Test
    void what_the_namespace_lacks_is_registered_once() throws Exception {
        operator.known.add(Shown.STATUS);
        with(attributes -> {
            attributes.ensure();
            attributes.ensure();
        });

        assertThat(operator.added)
                .containsExactlyInAnyOrderElementsOf(Shown.KEYS.stream()
                        .map(SearchAttributeKey::getName)
                        .filter(name -> !name.equals(Shown.STATUS.getName()))
                        .toList());
    }

    @Test
    void registration_works_on_the_server_in_process_too() throws TemporalAway {
        try (TestTemporal temporal = TestTemporal.inProcess()) {
            temporal.searchAttributes().ensure();
            temporal.searchAttributes().ensure();
        }
    }

    @Test
    void where_registering_is_not_permitted_the_command_is_told() throws Exception {
        operator.refusal = Status.PERMISSION_DENIED;
        with(attributes -> assertThatThrownBy(attributes::ensure)
                .isInstanceOfSatisfying(SearchAttributesRefused.class, refused -> {
                    assertThat(refused)
                            .hasMessageContaining("SynthforceStatus")
                            .hasMessageContaining("PERMISSION_DENIED");
                    assertThat(refused.commands())
                            .isEqualTo("temporal operator search-attribute create --namespace default --type Keyword"
                                    + " --name SynthforceStatus --name SynthforceOwner --name SynthforceRoot"
                                    + " --name SynthforceParent"
                                    + " && temporal operator search-attribute create --namespace default --type Int"
                                    + " --name SynthforceTurn");
                }));
    }

    @Test
    void where_someone_else_registered_them_nothing_is_needed() throws Exception {
        operator.refusal = Status.PERMISSION_DENIED;
        operator.known.addAll(Shown.KEYS);
        with(attributes -> assertThatCode(attributes::ensure).doesNotThrowAnyException());
    }

    @Test
    void a_start_while_temporal_is_away_goes_on() {
        try (TestTemporal away = TestTemporal.away()) {
            SearchAttributes attributes = away.searchAttributes();

            assertThatCode(attributes::afterSingletonsInstantiated).doesNotThrowAnyException();
            assertThatThrownBy(attributes::ensure).isInstanceOf(TemporalAway.class);
        }
    }

    private interface Check {
        void on(SearchAttributes attributes) throws Exception;
    }

    private void with(Check check) throws Exception {
        Server server = serve();
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget("127.0.0.1:" + server.getPort())
                .build());
        Deadlines deadlines = new Deadlines();
        try {
            check.on(new SearchAttributes(stubs, deadlines, "default"));
        } finally {
            deadlines.destroy();
            stubs.shutdownNow();
            server.shutdownNow();
        }
    }

    private Server serve() throws IOException {
        return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(operator)
                .build()
                .start();
    }

    /** A namespace's operator, who may refuse. */
    private static final class Operator extends OperatorServiceImplBase {

        final List<SearchAttributeKey<?>> known = new ArrayList<>();
        final List<String> added = new ArrayList<>();
        Status refusal;

        @Override
        public void listSearchAttributes(
                ListSearchAttributesRequest request, StreamObserver<ListSearchAttributesResponse> answer) {
            ListSearchAttributesResponse.Builder response = ListSearchAttributesResponse.newBuilder();
            known.forEach(key -> response.putCustomAttributes(key.getName(), key.getValueType()));
            answer.onNext(response.build());
            answer.onCompleted();
        }

        @Override
        public void addSearchAttributes(
                AddSearchAttributesRequest request, StreamObserver<AddSearchAttributesResponse> answer) {
            if (refusal != null) {
                answer.onError(refusal.asRuntimeException());
                return;
            }
            added.addAll(request.getSearchAttributesMap().keySet());
            answer.onNext(AddSearchAttributesResponse.getDefaultInstance());
            answer.onCompleted();
        }
    }
}
