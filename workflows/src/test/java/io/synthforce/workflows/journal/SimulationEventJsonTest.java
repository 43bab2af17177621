package io.synthforce.workflows.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.synthforce.workflows.journal.SimulationEvent.EffectScheduled;
import io.synthforce.workflows.journal.SimulationEvent.IndicatorChanged;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.world.Cause;
import io.synthforce.workflows.world.PendingEffect;
import io.temporal.common.converter.Jackson3JsonPayloadConverter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Histories and journals outlive releases, so their vocabulary may only grow. */
class SimulationEventJsonTest {

    private static final Jackson3JsonPayloadConverter TEMPORAL = new Jackson3JsonPayloadConverter(false);
    private static final JsonMapper EXACT = Json.mapper()
            .rebuild()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Test
    void theNamesOfEventsAreFrozen() {
        assertThat(names().keySet())
                .containsExactly(
                        "simulation_started",
                        "simulation_forked",
                        "turn_opened",
                        "value_drawn",
                        "event_occurred",
                        "indicator_changed",
                        "effect_scheduled",
                        "position_taken",
                        "disagreements_named",
                        "reply_given",
                        "issue_decided",
                        "issue_left_open",
                        "action_accepted",
                        "action_rejected",
                        "outside_responded",
                        "ruin_reached",
                        "deadline_reached",
                        "simulation_ended",
                        "minutes_taken",
                        "analysis_given",
                        "turn_closed");
    }

    @Test
    void everyEventHasAName() {
        assertThat(names().values()).containsExactlyInAnyOrder(SimulationEvent.class.getPermittedSubclasses());
    }

    @Test
    void everyEventHasASample() {
        assertThat(Samples.events().stream().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrder(SimulationEvent.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventSurvivesTheJournal(SimulationEvent event) {
        assertThat(Json.read(Json.write(event), SimulationEvent.class)).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventSurvivesHistoryAsItselfAndInAListOfEvents(SimulationEvent event) {
        var alone = TEMPORAL.toData(event).orElseThrow();
        assertThat(alone.getData().toStringUtf8()).contains("\"type\":\"" + nameOf(event) + "\"");
        assertThat(TEMPORAL.fromData(alone, event.getClass(), event.getClass())).isEqualTo(event);

        var listed = TEMPORAL.toData(new Events(List.of(event))).orElseThrow();
        assertThat(TEMPORAL.fromData(listed, Events.class, Events.class)).isEqualTo(new Events(List.of(event)));
    }

    /** PostgreSQL's jsonb orders members by the length of their names. */
    @ParameterizedTest
    @MethodSource("events")
    void anEventIsReadInWhateverOrderItsMembersCome(SimulationEvent event) {
        ObjectNode backwards = EXACT.createObjectNode();
        List<Map.Entry<String, JsonNode>> members =
                EXACT.readTree(Json.write(event)).properties().stream().toList();
        members.reversed().forEach(member -> backwards.set(member.getKey(), member.getValue()));

        assertThat(Json.read(Json.write(backwards), SimulationEvent.class)).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventOfALaterReleaseWithMoreMembersIsStillRead(SimulationEvent event) {
        String later = Json.write(event).replaceFirst("\\{", "{\"added_later\":{\"type\":1},");

        assertThat(Json.read(later, SimulationEvent.class)).isEqualTo(event);
    }

    @Test
    void theScaleOfAQuantitySurvives() {
        BigDecimal amount = new BigDecimal("0.1000");
        BigDecimal exact = new BigDecimal("12345678901234567890.1230");
        Cause cause = new Cause(Cause.Kind.EVENT, "e", 1);

        IndicatorChanged change = roundTrip(new IndicatorChanged("i", amount, exact, cause));
        EffectScheduled effect = roundTrip(new EffectScheduled(new PendingEffect("i", amount, 2, cause)));

        assertThat(change.from()).isEqualTo(amount);
        assertThat(change.to()).isEqualTo(exact);
        assertThat(effect.effect().amount()).isEqualTo(amount);
        String typeLast = "{\"to\":0.1000,\"from\":12345678901234567890.1230,\"indicator\":\"i\","
                + "\"cause\":{\"kind\":\"EVENT\",\"name\":\"e\",\"turn\":1},\"type\":\"indicator_changed\"}";
        assertThat(Json.read(typeLast, SimulationEvent.class))
                .isEqualTo(new IndicatorChanged("i", exact, amount, cause));
    }

    record Events(List<SimulationEvent> events) {}

    static Stream<SimulationEvent> events() {
        return Samples.events().stream();
    }

    private static IndicatorChanged roundTrip(IndicatorChanged event) {
        return TEMPORAL.fromData(TEMPORAL.toData(event).orElseThrow(), IndicatorChanged.class, IndicatorChanged.class);
    }

    private static EffectScheduled roundTrip(EffectScheduled event) {
        return (EffectScheduled) Json.read(Json.write(event), SimulationEvent.class);
    }

    private static String nameOf(SimulationEvent event) {
        return names().entrySet().stream()
                .filter(entry -> entry.getValue().equals(event.getClass()))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static Map<String, Class<?>> names() {
        Map<String, Class<?>> names = new LinkedHashMap<>();
        Arrays.stream(SimulationEvent.class.getAnnotation(JsonSubTypes.class).value())
                .forEach(type -> names.put(type.name(), type.value()));
        return names;
    }
}
