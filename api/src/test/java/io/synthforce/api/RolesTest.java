package io.synthforce.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.synthforce.store.simulation.Simulations;
import io.temporal.worker.WorkerFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(
        classes = SynthforceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "SYNTHFORCE_DATA_DIR=target/worker",
            "TEMPORAL_CLI=none",
            "SYNTHFORCE_ROLES=worker",
            "METRICS_PORT=0"
        })
@DirtiesContext
class RolesTest {

    @Autowired
    private ApplicationContext context;

    @Test
    void a_worker_alone_works_and_serves_nobody() {
        assertThat(context.getBeansWithAnnotation(RestController.class)).isEmpty();
        assertThat(context.getBean(Simulations.class).count(null)).isZero();
        assertThat(context.getBean(WorkerFactory.class).isStarted()).isTrue();
    }

    @Test
    void a_worker_alone_shows_its_meters_on_a_port_of_their_own() {
        int port = context.getBean(HTTPServer.class).getPort();

        assertThat(new RawCaller(port).get("/metrics").body())
                .contains("synthforce_turns_played_total", "jvm_memory_used_bytes")
                .doesNotContain("http_requests_total");
    }
}
