package io.synthforce.workflows.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.world.Indicator.Direction;
import io.synthforce.workflows.world.OutsideActor.Response;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldFaultsTest {

    private static final List<String> CAST = List.of("ceo", "pm", "sales");

    @Test
    void theDefaultWorldHasNone() {
        assertThat(WorldFaults.of(DefaultWorld.world(), List.of("ceo", "pm", "sales", "engineering_lead")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"b + 1", "a"})
    void whatIsWorkedOutOfItselfIsRefused(String formula) {
        World world = with(List.of(indicator("a", formula), indicator("b", "a * 2")));

        assertThat(WorldFaults.of(world, CAST))
                .contains(new Fault("/indicators/0/formula", "'a' is worked out of itself"));
    }

    @Test
    void aNameOfNothingIsRefusedWithWhatThereIs() {
        World world = with(List.of(indicator("a", "bb"), indicator("b", null)));

        assertThat(WorldFaults.of(world, CAST))
                .contains(
                        new Fault("/indicators/0/formula", "There is no indicator or parameter 'bb'; possible: a, b"));
    }

    @Test
    void aNumberWithoutAValueAtTheStartIsRefused() {
        World world = with(List.of(indicator("a", "1 / b"), indicator("b", null)));

        assertThat(WorldFaults.of(world, CAST)).extracting(Fault::at).containsExactly("/indicators/0/formula");
    }

    @Test
    void aStartOutsideOfTheBoundsOrInRuinIsRefused() {
        Indicator low = new Indicator("low", "Low", "", Direction.UP, Quantity.of(-1), Quantity.ZERO, null, null);
        Indicator ruined =
                new Indicator("ruined", "Ruined", "", Direction.DOWN, Quantity.of(9), null, null, Quantity.of(9));

        assertThat(WorldFaults.of(with(List.of(low, ruined)), CAST))
                .extracting(Fault::at)
                .containsExactly("/indicators/0/start", "/indicators/1/start");
    }

    @Test
    void exclusionIsMutual() {
        World world = with(List.of(indicator("a", null))).withActions(List.of(action("x", "y"), action("y", null)));

        assertThat(WorldFaults.of(world, CAST))
                .containsExactly(
                        new Fault("/actions/0/excludes/0", "'x' excludes 'y', so 'y' has to exclude 'x', too"));
    }

    @Test
    void theOutsideCannotAnswerWhatIsNotPublic() {
        WorldEvent secret = new WorldEvent("secret", "A secret", 1, 0, Visibility.INTERNAL, List.of());
        Response gossip = new Response("gossip", "talks", null, 1, List.of(), "secret", null, null);
        World world = with(List.of(indicator("a", null)))
                .withEvents(List.of(secret))
                .withOutside(List.of(new OutsideActor("press", "The press", List.of(gossip))));

        assertThat(WorldFaults.of(world, CAST))
                .containsExactly(
                        new Fault("/outside/0/moves/0/to_event", "There is no public event 'secret'; possible: none"));
    }

    @Test
    void theOutsideCannotActOnWhatIsInternal() {
        Indicator mood = new Indicator(
                "mood", "Mood", "", Direction.UP, Quantity.of(5), null, null, null, null, null, false, true);
        Effect less = new Effect("sales", Range.of(-1, -1, -1), 0, 1, 0, new Formula("mood"));
        Crossing falls = new Crossing("mood", null, Quantity.of(3));
        Response poach = new Response("poach", "hires", null, 1, List.of(less), null, falls, null);
        Response gloat = new Response("gloat", "gloats", null, 0, List.of(), null, null, new Formula("1 / mood"));
        World world = with(List.of(mood, indicator("sales", null)))
                .withOutside(List.of(new OutsideActor("rival", "A rival", List.of(poach, gloat))));

        assertThat(WorldFaults.of(world, CAST))
                .containsExactly(
                        new Fault(
                                "/outside/0/moves/0/when/indicator",
                                "'mood' is internal: nobody outside knows it to act on"),
                        new Fault(
                                "/outside/0/moves/1/probability",
                                "'mood' is internal: nobody outside knows it to act on"));
    }

    @Test
    void anEventIsPrivateToSomebodyWhoIsThere() {
        WorldEvent event = new WorldEvent("e", "E", 1, 0, Visibility.privateTo(List.of("ceo", "cfo")), List.of());

        assertThat(WorldFaults.of(with(List.of(indicator("a", null))).withEvents(List.of(event)), CAST))
                .extracting(Fault::at)
                .containsExactly("/events/0/private_to/1");
    }

    @Test
    void effectsThatWouldPileUpAreRefused() {
        ActionType slow = new ActionType(
                "slow",
                "slow",
                Quantity.ZERO,
                "a",
                List.of(),
                List.of(),
                List.of(new Effect("a", Range.of(1, 2, 3), 60, 60, 60)));

        assertThat(WorldFaults.of(with(List.of(indicator("a", null))).withActions(List.of(slow)), CAST))
                .singleElement()
                .extracting(Fault::message)
                .asString()
                .contains("under way at once");
    }

    private static World with(List<Indicator> indicators) {
        return new World(indicators, List.of(), List.of(), List.of(), List.of());
    }

    private static Indicator indicator(String id, String formula) {
        return new Indicator(
                id,
                id,
                "unit",
                Direction.UP,
                BigDecimal.ZERO,
                null,
                null,
                null,
                null,
                formula == null ? null : new Formula(formula),
                false,
                false);
    }

    private static ActionType action(String id, String excludes) {
        return new ActionType(
                id, id, Quantity.ZERO, "a", List.of(), excludes == null ? List.of() : List.of(excludes), List.of());
    }
}
