package io.synthforce.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synthforce.client.http.ApiException;
import io.synthforce.client.model.NextRequest;
import io.synthforce.client.model.StartConfig;
import io.synthforce.client.model.StartRequest;
import io.synthforce.client.model.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedClientIT {

    @TempDir
    private static Path directory;

    @AutoClose
    private static Product product;

    private static SimulationsApi simulations;
    private static TurnsApi turns;

    @BeforeAll
    static void start() throws IOException {
        product = Product.start(directory);
        simulations = new SimulationsApi(product.client());
        turns = new TurnsApi(product.client());
    }

    @Test
    void plays_a_simulation() throws ApiException {
        UUID id = simulation();

        Turn first = turns.playNextTurn(
                new NextRequest().sessionId(id).userInput("What about our smallest customers?"), null, "first");
        Turn again = turns.playNextTurn(
                new NextRequest().sessionId(id).userInput("What about our smallest customers?"), null, "first");

        assertThat(first.getTurnNumber()).isEqualTo(1);
        assertThat(first.getAgentResponses())
                .hasSize(2)
                .allSatisfy(response -> assertThat(response.getResponse()).isNotBlank());
        assertThat(again).isEqualTo(first);
        assertThat(simulations.getSimulation(id).getCurrentTurn()).isEqualTo(1);
    }

    @Test
    void learns_what_is_wrong() throws ApiException {
        UUID id = simulation();
        simulations.deleteSimulation(id, null);

        assertThatThrownBy(() -> turns.playNextTurn(new NextRequest().sessionId(id), null, null))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        problem -> assertThat(problem.getCode()).isEqualTo(404));
    }

    private static UUID simulation() throws ApiException {
        return simulations
                .startSimulation(
                        new StartRequest()
                                .scenario("We consider raising our prices by 20 % from next quarter.")
                                .config(new StartConfig()
                                        .maxTurns(3)
                                        .agents(List.of(StartConfig.AgentsEnum.CEO, StartConfig.AgentsEnum.SALES))),
                        null)
                .getSessionId();
    }
}
