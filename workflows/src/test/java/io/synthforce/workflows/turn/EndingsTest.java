package io.synthforce.workflows.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.journal.Ending;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.DeadlineReached;
import io.synthforce.workflows.journal.SimulationEvent.RuinReached;
import io.synthforce.workflows.journal.SimulationEvent.SimulationEnded;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.scenario.Scenarios;
import io.synthforce.workflows.world.Deadline;
import io.synthforce.workflows.world.Dynamic;
import io.synthforce.workflows.world.Indicator;
import io.synthforce.workflows.world.Indicator.Direction;
import io.synthforce.workflows.world.Quantity;
import io.synthforce.workflows.world.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A company that burns 30 of 100 in every turn. */
class EndingsTest {

    @Test
    void ruinThatEndsEndsWithItsTurn() {
        SimulationState after = play(4, true, List.of());

        assertThat(after.ending()).isEqualTo(new Ending(Ending.Kind.RUIN, "cash", 4));
        assertThat(after.ruined()).isTrue();
    }

    @Test
    void ruinThatIsMarkedEndsNothing() {
        SimulationState after = play(4, false, List.of());

        assertThat(after.ending()).isNull();
        assertThat(after.ruined()).isTrue();
    }

    @Test
    void aNumberThatRecoversWithinTheTurnIsNoRuin() {
        Indicator cash = indicator("cash", 39, false);
        World world = world(List.of(cash), List.of(change("burn", -40), change("revenue", 35)), List.of());

        List<PureTurns.Played> played = PureTurns.play(Scenarios.in(world, 0), 8, _ -> List.of());

        assertThat(played.getFirst().after().value("cash")).isEqualByComparingTo("34");
        assertThat(played.getFirst().events()).noneMatch(RuinReached.class::isInstance);
        assertThat(ruins(played)).containsExactly("8 cash");
        assertThat(played.getLast().after().ruined()).isTrue();
    }

    @Test
    void eachNumberThatIsRuinedIsToldOnce() {
        Dynamic leaving = new Dynamic("leaving", "people", Quantity.of(-50), Quantity.ZERO, "people");
        World world = world(
                List.of(indicator("cash", 100, false), indicator("people", 100, false)),
                List.of(change("burn", -30), leaving),
                List.of());

        assertThat(ruins(PureTurns.play(Scenarios.in(world, 0), 6, _ -> List.of())))
                .containsExactly("2 people", "4 cash");
    }

    private static List<String> ruins(List<PureTurns.Played> turns) {
        return turns.stream()
                .flatMap(turn -> turn.events().stream()
                        .filter(RuinReached.class::isInstance)
                        .map(ruin -> turn.turn() + " " + ((RuinReached) ruin).indicator()))
                .toList();
    }

    @Test
    void aDeadlineIsReachedInItsTurnAndToldWhetherItIsMet() {
        assertThat(events(2, deadline(40, false)))
                .contains(new DeadlineReached("reserve", true, "cash", Quantity.of(40)));
        assertThat(events(2, deadline(41, false)))
                .contains(new DeadlineReached("reserve", false, "cash", Quantity.of(40)))
                .noneMatch(SimulationEnded.class::isInstance);
    }

    @Test
    void aMissedDeadlineIsKept() {
        SimulationState after = play(3, false, List.of(deadline(41, false)));

        assertThat(after.missed()).containsExactly("reserve");
        assertThat(after.ending()).isNull();
    }

    @Test
    void aMissedDeadlineThatEndsIsRuin() {
        SimulationState after = play(2, false, List.of(deadline(41, true)));

        assertThat(after.ending()).isEqualTo(new Ending(Ending.Kind.DEADLINE, "reserve", 2));
        assertThat(after.ruined()).isTrue();
    }

    private static Deadline deadline(int least, boolean ends) {
        return new Deadline("reserve", "keep a reserve", 2, "cash", Quantity.of(least), null, ends);
    }

    private static List<SimulationEvent> events(int turn, Deadline deadline) {
        return PureTurns.play(Scenarios.in(world(false, List.of(deadline)), 0), turn, _ -> List.of())
                .getLast()
                .events();
    }

    private static SimulationState play(int turns, boolean ends, List<Deadline> deadlines) {
        return PureTurns.play(Scenarios.in(world(ends, deadlines), 0), turns, _ -> List.of())
                .getLast()
                .after();
    }

    private static World world(boolean ends, List<Deadline> deadlines) {
        return world(List.of(indicator("cash", 100, ends)), List.of(change("burn", -30)), deadlines);
    }

    private static World world(List<Indicator> indicators, List<Dynamic> rules, List<Deadline> deadlines) {
        return new World(indicators, List.of(), rules, List.of(), List.of(), List.of(), deadlines);
    }

    private static Indicator indicator(String id, double start, boolean ends) {
        return new Indicator(
                id, id, "k$", Direction.UP, Quantity.of(start), null, null, Quantity.ZERO, null, null, ends, false);
    }

    private static Dynamic change(String id, double constant) {
        return new Dynamic(id, "cash", Quantity.of(constant), Quantity.ZERO, "cash");
    }
}
