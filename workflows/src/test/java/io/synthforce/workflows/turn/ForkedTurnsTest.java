package io.synthforce.workflows.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synthforce.workflows.change.Change;
import io.synthforce.workflows.change.Fork;
import io.synthforce.workflows.change.InvalidChange;
import io.synthforce.workflows.change.PutEvent;
import io.synthforce.workflows.change.PutRule;
import io.synthforce.workflows.change.RemoveRule;
import io.synthforce.workflows.change.SetContext;
import io.synthforce.workflows.change.SetIndicator;
import io.synthforce.workflows.change.SetParameter;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.EventOccurred;
import io.synthforce.workflows.journal.SimulationEvent.IndicatorChanged;
import io.synthforce.workflows.journal.SimulationEvent.ValueDrawn;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.scenario.Clock;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Scenarios;
import io.synthforce.workflows.scenario.Settings;
import io.synthforce.workflows.turn.PureTurns.Played;
import io.synthforce.workflows.world.Cause;
import io.synthforce.workflows.world.Dynamic;
import io.synthforce.workflows.world.Effect;
import io.synthforce.workflows.world.Formula;
import io.synthforce.workflows.world.Indicator;
import io.synthforce.workflows.world.Indicator.Direction;
import io.synthforce.workflows.world.Parameter;
import io.synthforce.workflows.world.Quantity;
import io.synthforce.workflows.world.Range;
import io.synthforce.workflows.world.Visibility;
import io.synthforce.workflows.world.World;
import io.synthforce.workflows.world.WorldEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Branches of a company whose revenue is worked out of customers and a price nobody knows, whose customers leave at a rate
 * nobody knows, and in which a storm may come in any turn.
 */
class ForkedTurnsTest {

    private static final int BASE = 3;
    private static final int HORIZON = 6;
    private static final Plot TRUNK = Plot.of(scenario(0), new UUID(0, 1));
    private static final List<Played> PLAYED = PureTurns.play(TRUNK, BASE, _ -> List.of());

    @Test
    void aParameterThatIsSetIsKnownFromTheForkOnAndMovesWhatIsWorkedOutOfIt() {
        Branch branch = branch(0, BASE, new SetParameter("parameters.price", Quantity.of(10)));

        BigDecimal customers = branch.state().value("customers");
        assertThat(branch.state().value("revenue")).isEqualByComparingTo(customers.multiply(BigDecimal.TEN));
        assertThat(changes(branch.fork().events()))
                .singleElement()
                .satisfies(
                        change -> assertThat(change.cause()).isEqualTo(new Cause(Cause.Kind.CHANGE, "formula", BASE)));
        for (Played turn : branch.play()) {
            assertThat(turn.after().value("revenue"))
                    .isEqualByComparingTo(turn.after().value("customers").multiply(BigDecimal.TEN));
        }
    }

    @Test
    void aParameterThatIsSetLeavesWhatElseWasDrawnAsItWas() {
        Branch branch = branch(0, BASE, new SetParameter("parameters.price", Quantity.of(10)));
        Branch unchanged = branch(0, BASE);

        assertThat(series(branch, "customers")).isEqualTo(series(unchanged, "customers"));
        assertThat(series(branch, "revenue")).doesNotContainAnyElementsOf(series(unchanged, "revenue"));
    }

    @Test
    void aRateThatIsAParameterFollowsItFromTheForkOn() {
        Branch branch = branch(0, BASE, new SetParameter("parameters.churn_rate", Quantity.of(-0.5)));

        Played next = branch.play().getFirst();
        IndicatorChanged churn = byRule(next, "churn");
        assertThat(churn.to()).isEqualByComparingTo(churn.from().divide(BigDecimal.TWO));
    }

    @Test
    void aRuleThatIsPutOrTakenAwayWorksFromTheNextTurnOnUnderItsName() {
        Dynamic growth = new Dynamic(
                "growth", "customers", Quantity.ZERO, Quantity.ZERO, "customers", null, null, new Formula("price * 3"));
        Branch branch = branch(0, BASE, new RemoveRule("churn"), new PutRule(growth));

        BigDecimal price = drawn(branch.state(), "parameter/price");
        for (Played turn : branch.play()) {
            IndicatorChanged change = byRule(turn, "growth");
            assertThat(change.to().subtract(change.from())).isEqualByComparingTo(price.multiply(BigDecimal.valueOf(3)));
            assertThat(changes(turn.events()))
                    .noneMatch(other -> other.cause().name().equals("churn"));
        }
    }

    @Test
    void whatIsWorkedOutCannotBeSetButFollowsWhatItIsWorkedOutOf() {
        assertThatThrownBy(() -> branch(0, BASE, new SetIndicator("revenue", BigDecimal.ONE, null)))
                .isInstanceOf(InvalidChange.class)
                .hasMessageContaining("customers * price");

        Branch branch = branch(0, BASE, new SetIndicator("customers", BigDecimal.valueOf(50), null));
        assertThat(branch.state().value("revenue"))
                .isEqualByComparingTo(drawn(branch.state(), "parameter/price").multiply(BigDecimal.valueOf(50)));
        assertThat(changes(branch.fork().events()))
                .extracting(IndicatorChanged::indicator)
                .containsExactly("customers", "revenue");
    }

    @Test
    void aForkOfTurnZeroIsDrawnAnewAndAllOptionsOfARepeatAlike() {
        for (int repeat = 1; repeat <= 5; repeat++) {
            Branch unchanged = branch(repeat, 0);
            Branch option = branch(repeat, 0, new SetContext(Map.of("market", "recession")));

            assertThat(option.state().drawn()).isEqualTo(unchanged.state().drawn());
            assertThat(option.state().ledger()).isEqualTo(unchanged.state().ledger());
        }
        for (String stream : List.of("parameter/price", "parameter/churn_rate", "start/customers")) {
            assertThat(IntStream.rangeClosed(0, 5)
                            .mapToObj(repeat -> drawn(branch(repeat, 0).state(), stream)))
                    .as(stream)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aForkOfALaterTurnInheritsWhatWasDrawnAtTheBeginning() {
        for (int repeat = 1; repeat <= 5; repeat++) {
            assertThat(branch(repeat, BASE).state()).isEqualTo(PLAYED.getLast().after());
        }
    }

    @Test
    void whatComesAfterTheForkIsTheSameForAllOptionsOfARepeatAndNotOverRepeats() {
        PutEvent strike = new PutEvent(new WorldEvent(
                "strike",
                "A strike",
                0,
                0.5,
                Visibility.PUBLIC,
                List.of(new Effect("morale", Range.of(-9, -5, -1), 0, 1, 0))));
        for (int base : List.of(0, BASE)) {
            List<List<ValueDrawn>> repeats = IntStream.rangeClosed(0, 5)
                    .mapToObj(repeat -> {
                        List<ValueDrawn> unchanged = storms(branch(repeat, base));
                        assertThat(storms(branch(repeat, base, new SetIndicator("customers", Quantity.of(7), null))))
                                .isEqualTo(unchanged);
                        assertThat(storms(branch(repeat, base, strike))).isEqualTo(unchanged);
                        return unchanged;
                    })
                    .toList();
            assertThat(repeats).as("after turn " + base).doesNotHaveDuplicates();
        }
    }

    @Test
    void anEventThatIsMadeLikelierHappensWheneverItWouldHaveAndMore() {
        for (int repeat = 0; repeat <= 5; repeat++) {
            List<Integer> usual = stormy(branch(repeat, BASE));
            List<Integer> likelier =
                    stormy(branch(repeat, BASE, new SetParameter("events.storm.probability", Quantity.of(0.9))));

            assertThat(likelier).containsAll(usual);
        }
        assertThat(stormy(branch(0, BASE, new SetParameter("events.storm.probability", BigDecimal.ZERO))))
                .isEmpty();
        assertThat(stormy(branch(0, BASE, new SetParameter("events.storm.probability", BigDecimal.ONE))))
                .hasSize(HORIZON);
    }

    /** A fork, and how it is played on when nobody does anything. */
    private record Branch(Fork fork) {

        SimulationState state() {
            return fork.state();
        }

        List<Played> play() {
            return PureTurns.play(Plot.of(fork.scenario(), new UUID(0, 1)), state(), HORIZON, _ -> List.of());
        }
    }

    private static Branch branch(int repeat, int turn, Change... changes) {
        SimulationState base =
                turn == 0 ? PureTurns.beginning(TRUNK) : PLAYED.get(turn - 1).after();
        return new Branch(Fork.of(scenario(repeat), base, "snapshot").with(List.of(changes)));
    }

    private static Stream<IndicatorChanged> changes(List<SimulationEvent> events) {
        return events.stream().filter(IndicatorChanged.class::isInstance).map(IndicatorChanged.class::cast);
    }

    private static IndicatorChanged byRule(Played turn, String rule) {
        return changes(turn.events())
                .filter(change -> change.indicator().equals("customers"))
                .filter(change -> change.cause().equals(new Cause(Cause.Kind.RULE, rule, turn.turn())))
                .findFirst()
                .orElseThrow();
    }

    private static List<BigDecimal> series(Branch branch, String indicator) {
        return branch.play().stream().map(turn -> turn.after().value(indicator)).toList();
    }

    private static List<ValueDrawn> storms(Branch branch) {
        return branch.play().stream()
                .flatMap(turn -> turn.events().stream())
                .filter(event ->
                        event instanceof ValueDrawn drawn && drawn.stream().startsWith("event/storm"))
                .map(ValueDrawn.class::cast)
                .toList();
    }

    private static List<Integer> stormy(Branch branch) {
        return branch.play().stream()
                .filter(turn -> turn.events().stream()
                        .anyMatch(event -> event instanceof EventOccurred occurred
                                && occurred.event().equals("storm")))
                .map(Played::turn)
                .toList();
    }

    private static BigDecimal drawn(SimulationState state, String stream) {
        return state.drawn().stream()
                .filter(drawn -> drawn.stream().equals(stream))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static Scenario scenario(int repeat) {
        return new Scenario(
                null,
                null,
                Scenarios.USER_TEXT,
                Scenarios.fullCast(),
                List.of(Scenarios.PRICE),
                world(),
                new Clock(LocalDate.of(2027, 1, 1), Clock.Step.MONTH),
                new Settings(20, List.of("ceo"), 0.7, true, true, 1),
                Map.of(),
                Scenarios.ROOT_SEED,
                repeat);
    }

    private static World world() {
        return new World(
                List.of(
                        indicator("customers", Range.of(400, 500, 600), null),
                        indicator("morale", null, null),
                        indicator("revenue", null, new Formula("customers * price"))),
                List.of(),
                List.of(new Dynamic(
                        "churn", "customers", Quantity.ZERO, Quantity.ZERO, "customers", null, "churn_rate", null)),
                List.of(new WorldEvent(
                        "storm",
                        "A storm",
                        0,
                        0.6,
                        Visibility.PUBLIC,
                        List.of(new Effect("morale", Range.of(-9, -5, -1), 0, 1, 0)))),
                List.of(),
                List.of(
                        new Parameter("price", "What a customer pays", Range.of(0.5, 1, 2)),
                        new Parameter("churn_rate", "Who leaves", Range.of(-0.05, -0.02, -0.01))),
                List.of());
    }

    private static Indicator indicator(String id, @Nullable Range start, @Nullable Formula formula) {
        return new Indicator(
                id, id, "unit", Direction.UP, Quantity.of(500), null, null, null, start, formula, false, false);
    }
}
