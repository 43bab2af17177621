package io.synthforce.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.store.simulation.SimulationFilter;
import io.synthforce.store.simulation.Simulations;
import io.temporal.worker.WorkerFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(
        classes = SynthforceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"SYNTHFORCE_DATA_DIR=target/worker", "TEMPORAL_CLI=none", "SYNTHFORCE_ROLES=worker"})
@DirtiesContext
class RolesTest {

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    @Test
    void a_worker_alone_works() {
        assertThat(context.getBeansWithAnnotation(RestController.class)).isEmpty();
        assertThat(context.getBean(Simulations.class).count(SimulationFilter.ALL))
                .isZero();
        assertThat(context.getBean(WorkerFactory.class).isStarted()).isTrue();
    }

    @Test
    void a_worker_alone_serves_nobody_but_its_operator() {
        Caller caller = new Caller(port);

        assertThat(caller.get("/ready").expect(200).text("status")).isEqualTo("UP");
        assertThat(caller.page("/metrics")).contains("jvm_memory_used_bytes");
        caller.get("/simulations").expect(404);
    }
}
