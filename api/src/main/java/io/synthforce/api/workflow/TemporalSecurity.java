package io.synthforce.api.workflow;

import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.File;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the connection to Temporal is secured, as Temporal Cloud asks for it: by an API key, by client certificates, or by
 * TLS alone.
 *
 * @param tls whether to use TLS; null means as soon as anything else here is set
 * @param serverName the name in the server's certificate, when it is not that of the address
 * @param ca certificates to trust instead of the machine's
 */
@ConfigurationProperties("synthforce.temporal")
record TemporalSecurity(
        @Nullable Boolean tls,
        @Nullable String apiKey,
        @Nullable String serverName,
        @Nullable File ca,
        @Nullable File certificate,
        @Nullable File key) {

    /** Placeholders make unset variables blank. */
    TemporalSecurity {
        apiKey = blankToNull(apiKey);
        serverName = blankToNull(serverName);
        ca = blankToNull(ca);
        certificate = blankToNull(certificate);
        key = blankToNull(key);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable File blankToNull(@Nullable File file) {
        return file == null || file.getPath().isBlank() ? null : file;
    }

    WorkflowServiceStubsOptions.Builder applyTo(WorkflowServiceStubsOptions.Builder options) {
        if (apiKey != null) {
            options.addApiKey(() -> apiKey);
        }
        if (!isTls()) {
            return options;
        }
        if (serverName != null) {
            options.setChannelInitializer(channel -> channel.overrideAuthority(serverName));
        }
        if (ca == null && certificate == null) {
            options.setEnableHttps(true);
        } else {
            secure(options);
        }
        return options;
    }

    boolean isTls() {
        return tls == null ? apiKey != null || ca != null || certificate != null : tls;
    }

    private void secure(WorkflowServiceStubsOptions.Builder options) {
        try {
            SslContextBuilder context = GrpcSslContexts.forClient();
            if (ca != null) {
                context.trustManager(ca);
            }
            if (certificate != null) {
                context.keyManager(certificate, key);
            }
            options.setSslContext(context.build());
        } catch (SSLException | IllegalArgumentException e) {
            throw new TemporalSecurityFailure(e);
        }
    }

    @Override
    public String toString() {
        return "TemporalSecurity[tls=%s]".formatted(isTls());
    }
}
