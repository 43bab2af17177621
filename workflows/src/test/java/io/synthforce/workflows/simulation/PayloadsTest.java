package io.synthforce.workflows.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.journal.Samples;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.scenario.Scenarios;
import io.synthforce.workflows.simulation.SimulationActivities.Abandonment;
import io.synthforce.workflows.simulation.SimulationActivities.Commanded;
import io.synthforce.workflows.simulation.SimulationActivities.Labels;
import io.synthforce.workflows.simulation.SimulationActivities.Opened;
import io.synthforce.workflows.simulation.SimulationActivities.Projected;
import io.synthforce.workflows.simulation.SimulationActivities.Projection;
import io.synthforce.workflows.simulation.SimulationActivities.Taken;
import io.synthforce.workflows.simulation.SimulationActivities.Verdict;
import io.synthforce.workflows.turn.CallClass;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Injected;
import io.synthforce.workflows.turn.Phase;
import io.synthforce.workflows.turn.Turn;
import io.synthforce.workflows.world.Visibility;
import io.synthforce.workflows.world.WorldEvent;
import io.temporal.api.common.v1.Payload;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What passes through history comes back as it was. */
class PayloadsTest {

    private static final UUID SIMULATION = new UUID(1, 2);
    private static final Bell BELL = new Bell(7, Operation.NEXT);
    private static final SimulationState STATE = SimulationState.BLANK.fold(Samples.events());
    private static final Turn EVENTFUL = new Turn(
            SIMULATION,
            3,
            7,
            1,
            CallClass.PLAY,
            "inputs",
            Scenarios.fullCast(),
            List.of(new Injected("injected/1", new Visibility(Visibility.Scope.PRIVATE, "ceo"))));
    private static final Turn TURN =
            new Turn(SIMULATION, 3, 7, 1, CallClass.NEXT, "inputs", Scenarios.fullCast(), List.of());

    static Stream<Object> messages() {
        return Stream.of(
                SimulationRun.of(SIMULATION),
                new SimulationRun(SIMULATION, List.of(BELL)),
                BELL,
                new SimulationView(SIMULATION, Status.ACTIVE, 3, 40, 4, "position", List.of(BELL)),
                new SimulationView(SIMULATION, null, 0, 0, null, null, List.of()),
                Opened.NONE,
                new Opened(
                        Verdict.DONE,
                        Status.PAUSED,
                        40,
                        STATE,
                        Scenarios.priceIncrease(),
                        new Labels("owner", "root", "parent", 10, null),
                        List.of(BELL, new Bell(8, Operation.STOP))),
                new Taken(Verdict.DONE, TURN),
                new Taken(Verdict.DONE, EVENTFUL),
                new Taken(Verdict.SKIPPED, null),
                new Projection(SIMULATION, 3, 7, 40, Samples.events()),
                new Projected(Verdict.DONE, Status.COMPLETED, 60, STATE),
                new Projected(Verdict.BEHIND, null, 0, null),
                new Commanded(Verdict.DONE, Status.ACTIVE, true),
                new Abandonment(SIMULATION, 3, 7, 409, "stopped", "detail"),
                new CallKey(SIMULATION, 3, "ceo", Phase.REPLY, 2));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageComesBackAsItWas(Object message) {
        Payload payload = Server.CONVERTER.toPayload(message).orElseThrow();

        assertThat(payload.getMetadataOrThrow("encoding").toStringUtf8()).isEqualTo("json/plain");
        assertThat(Server.CONVERTER.<Object>fromPayload(payload, type(message), message.getClass()))
                .isEqualTo(message);
        assertThat(Json.read(Json.write(message), message.getClass())).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageOfALaterReleaseWithMoreMembersIsStillRead(Object message) {
        String json =
                Server.CONVERTER.toPayload(message).orElseThrow().getData().toStringUtf8();
        Payload later = Server.CONVERTER.toPayload(message).orElseThrow().toBuilder()
                .setData(com.google.protobuf.ByteString.copyFromUtf8(
                        json.replaceFirst("\\{", "{\"addedLater\":[1,{\"a\":null}],")))
                .build();

        assertThat(Server.CONVERTER.<Object>fromPayload(later, type(message), message.getClass()))
                .isEqualTo(message);
    }

    @Test
    void aValueHasNoMembersButItsComponents() {
        WorldEvent event = Scenarios.priceIncrease().world().events().getFirst();

        assertThat(Json.mapper().readTree(Json.write(event)).propertyNames())
                .containsExactly("id", "description", "on_turn", "probability", "visibility", "effects");
    }

    @Test
    void aBellIsSmallAndCarriesNoText() {
        assertThat(Server.CONVERTER.toPayload(BELL).orElseThrow().getData().toStringUtf8())
                .isEqualTo("{\"request\":7,\"operation\":\"NEXT\"}");
    }

    @SuppressWarnings("unchecked")
    private static Class<Object> type(Object message) {
        return (Class<Object>) message.getClass();
    }
}
