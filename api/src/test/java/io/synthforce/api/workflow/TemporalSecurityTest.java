package io.synthforce.api.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.File;
import org.junit.jupiter.api.Test;

class TemporalSecurityTest {

    private static final File CERTIFICATE = new File("src/test/resources/tls/certificate.pem");
    private static final File KEY = new File("src/test/resources/tls/key.pem");

    @Test
    void nothing_set_is_a_plain_connection() {
        WorkflowServiceStubsOptions options = applied(new TemporalSecurity(null, "", "", null, null, null));

        assertThat(options.getEnableHttps()).isFalse();
        assertThat(options.getSslContext()).isNull();
        assertThat(options.getGrpcMetadataProviders()).isNullOrEmpty();
    }

    @Test
    void an_api_key_is_sent_over_tls() {
        WorkflowServiceStubsOptions options = applied(new TemporalSecurity(null, "secret", "", null, null, null));

        assertThat(options.getEnableHttps()).isTrue();
        assertThat(options.getGrpcMetadataProviders())
                .anySatisfy(provider ->
                        assertThat(provider.getMetadata().toString()).contains("Bearer secret"));
    }

    @Test
    void tls_alone_trusts_what_the_machine_trusts() {
        assertThat(applied(new TemporalSecurity(true, null, null, null, null, null))
                        .getEnableHttps())
                .isTrue();
    }

    @Test
    void a_client_certificate_and_an_authority_of_ones_own_are_used() {
        WorkflowServiceStubsOptions options =
                applied(new TemporalSecurity(null, null, "temporal.test", CERTIFICATE, CERTIFICATE, KEY));

        assertThat(options.getSslContext()).isNotNull();
        assertThat(options.getChannelInitializer()).isNotNull();
    }

    @Test
    void a_file_that_holds_something_else_is_told() {
        File other = new File("pom.xml");

        assertThatThrownBy(() -> applied(new TemporalSecurity(null, null, null, null, other, other)))
                .isInstanceOf(TemporalSecurityFailure.class)
                .hasMessageContaining("TEMPORAL_TLS_CLIENT_CERT_PATH");
    }

    @Test
    void the_key_is_not_shown() {
        assertThat(new TemporalSecurity(null, "secret", null, null, null, null))
                .hasToString("TemporalSecurity[tls=true]");
    }

    private static WorkflowServiceStubsOptions applied(TemporalSecurity security) {
        return security.applyTo(WorkflowServiceStubsOptions.newBuilder().setTarget("temporal:7233"))
                .validateAndBuildWithDefaults();
    }
}
