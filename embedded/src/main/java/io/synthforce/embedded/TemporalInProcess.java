package io.synthforce.embedded;

import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.temporal.internal.testservice.GRPCServerHelper;
import io.temporal.internal.testservice.TestServicesStarter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Temporal's in-memory server behind a loopback port, so that the product reaches it like any other and a second process can
 * join. It forgets everything when this process ends. (The SDK's own {@code TestServer} would listen on all interfaces.)
 */
final class TemporalInProcess implements Running {

    private static final boolean TIME_IS_REAL = true;
    private static final long STARTS_NOW = 0;

    private final TestServicesStarter services;
    private final Server server;

    private TemporalInProcess(TestServicesStarter services, Server server) {
        this.services = services;
        this.server = server;
    }

    static TemporalInProcess start(Ports ports) {
        var services = new TestServicesStarter(TIME_IS_REAL, STARTS_NOW);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.of("temporal"));
        var builder = NettyServerBuilder.forAddress(address, InsecureServerCredentials.create());
        GRPCServerHelper.registerServicesAndHealthChecks(services.getServices(), builder);
        try {
            return new TemporalInProcess(services, builder.build().start());
        } catch (IOException e) {
            services.close();
            throw new EmbeddedFailure(
                    "Temporal in this process cannot listen on %s (%s).".formatted(address, e.getMessage()),
                    "Start again, or set TEMPORAL_ADDRESS to use another Temporal.",
                    e);
        }
    }

    @Override
    public String label() {
        return "temporal(in-process)";
    }

    @Override
    public Map<String, String> addresses() {
        return Map.of("TEMPORAL_ADDRESS", "127.0.0.1:" + server.getPort());
    }

    /** Clients that wait for a task would keep an orderly shutdown waiting too, so they are cut off. */
    @Override
    public void stop() {
        server.shutdownNow();
        try {
            server.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        services.close();
    }
}
