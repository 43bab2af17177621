package io.synthforce.workflows.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.EventOccurred;
import io.synthforce.workflows.journal.SimulationEvent.EventOccurred.Origin;
import io.synthforce.workflows.journal.SimulationEvent.ValueDrawn;
import io.synthforce.workflows.scenario.Scenarios;
import io.synthforce.workflows.world.Visibility;
import io.synthforce.workflows.world.WorldEvent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Events that users let happen. */
class InjectedTest {

    private static final Plot PLOT = Scenarios.priceIncrease();
    private static final WorldEvent CATALOGUED = PLOT.world().events().stream()
            .filter(e -> !e.scheduled())
            .findFirst()
            .orElseThrow();
    private static final Visibility TO_SALES = new Visibility(Visibility.Scope.PRIVATE, "sales");

    @Test
    void an_event_in_a_users_own_words_occurs_and_changes_no_number() {
        List<SimulationEvent> without = opening(1);
        List<SimulationEvent> with = opening(1, new Injected(Injected.named(1), TO_SALES));

        assertThat(with).contains(new EventOccurred("injected/1", Origin.INJECTED, TO_SALES));
        assertThat(with.stream().filter(e -> !without.contains(e))).hasSize(1);
    }

    @Test
    void several_occur_in_the_order_in_which_they_were_injected() {
        List<SimulationEvent> opened = opening(
                1, new Injected("injected/1", Visibility.INTERNAL), new Injected("injected/2", Visibility.PUBLIC));

        assertThat(opened.stream().filter(e -> e instanceof EventOccurred o && o.origin() == Origin.INJECTED))
                .containsExactly(
                        new EventOccurred("injected/1", Origin.INJECTED, Visibility.INTERNAL),
                        new EventOccurred("injected/2", Origin.INJECTED, Visibility.PUBLIC));
    }

    @Test
    void an_event_of_the_catalogue_has_its_effects_and_occurs_once_whether_or_not_chance_brings_it_too() {
        for (int turn = 1; turn <= 30; turn++) {
            List<SimulationEvent> opened = opening(turn, new Injected(CATALOGUED.id(), CATALOGUED.visibility()));

            assertThat(occurrences(opened))
                    .containsExactly(new EventOccurred(CATALOGUED.id(), Origin.INJECTED, CATALOGUED.visibility()));
            assertThat(opened)
                    .filteredOn(e -> e instanceof ValueDrawn drawn
                            && drawn.stream().startsWith("event/" + CATALOGUED.id() + "/"))
                    .hasSize(CATALOGUED.effects().size());
        }
    }

    private static Stream<SimulationEvent> occurrences(List<SimulationEvent> events) {
        return events.stream()
                .filter(e -> e instanceof EventOccurred o && o.event().equals(CATALOGUED.id()));
    }

    private static List<SimulationEvent> opening(int number, Injected... injected) {
        Turn plain = PureTurns.turn(number);
        Turn turn = new Turn(
                plain.simulation(),
                number,
                plain.request(),
                plain.engine(),
                plain.callClass(),
                plain.inputs(),
                plain.speakers(),
                List.of(injected));
        return Opening.of(PLOT, PureTurns.opening(PLOT.world()), turn).events();
    }
}
