package io.synthforce.workflows.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.synthforce.workflows.journal.HeldStance;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.IndicatorChanged;
import io.synthforce.workflows.journal.SimulationEvent.RuinReached;
import io.synthforce.workflows.journal.SimulationEvent.SimulationForked;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.scenario.Clock;
import io.synthforce.workflows.scenario.DecisionRule;
import io.synthforce.workflows.scenario.Issue;
import io.synthforce.workflows.scenario.Role;
import io.synthforce.workflows.scenario.Roles;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.scenario.Settings;
import io.synthforce.workflows.world.DefaultWorld;
import io.synthforce.workflows.world.Dynamic;
import io.synthforce.workflows.world.Effect;
import io.synthforce.workflows.world.IndicatorValue;
import io.synthforce.workflows.world.Quantity;
import io.synthforce.workflows.world.Range;
import io.synthforce.workflows.world.Visibility;
import io.synthforce.workflows.world.WorldEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForkTest {

    private static final int TURN = 3;

    @Test
    void aForkWithoutChangesHasTheStateItIsForkedFrom() {
        Fork fork = fork();

        assertThat(fork.state()).isEqualTo(base());
        assertThat(fork.events()).singleElement().isInstanceOf(SimulationForked.class);
    }

    @Test
    void factsAreAddedReplacedAndTakenAway() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("market", "recession");
        facts.put("region", null);

        assertThat(fork(new SetContext(facts)).scenario().initialContext())
                .containsExactly(Map.entry("market", "recession"));
    }

    @Test
    void theScenarioIsReplacedOrGetsAParagraphMore() {
        assertThat(fork(new AmendScenario("Shall we close the office?", null))
                        .scenario()
                        .text())
                .isEqualTo("Shall we close the office?");
        assertThat(fork(new AmendScenario(null, "And hire?")).scenario().text())
                .isEqualTo("Shall we raise our prices?\n\nAnd hire?");
        assertThatThrownBy(() -> fork(new AmendScenario("Short", null))).hasMessageContaining("10 to 5000");
    }

    @Test
    void anAgentIsToldWhatItsRoleDoesNotSay() {
        Scenario told = fork(
                        new DirectAgent("ceo", "You are a founder.", List.of("Stay independent"), Map.of(), null, null),
                        new DirectAgent("all", null, null, Map.of("mood", "bad"), 2, null))
                .scenario();

        assertThat(told.direction("ceo").persona()).isEqualTo("You are a founder.");
        assertThat(told.direction("ceo").goals()).containsExactly("Stay independent");
        assertThat(told.direction("ceo").knows()).containsEntry("mood", "bad");
        assertThat(told.direction("sales-2").absentIn(TURN + 2)).isTrue();
        assertThat(told.direction("sales-2").absentIn(TURN + 3)).isFalse();
    }

    @Test
    void anotherModelSpeaksForAnAgentAndNobodyElse() {
        Scenario told = fork(new DirectAgent("sales-2", null, null, Map.of(), null, "openai/gpt-oss-20b"))
                .scenario();

        assertThat(told.cast()).extracting(Seat::id).containsExactly("ceo", "sales", "sales-2");
        assertThat(told.cast()).extracting(Seat::model).containsExactly(null, null, "openai/gpt-oss-20b");
        assertThat(told.settings()).isEqualTo(scenario().settings());
    }

    @Test
    void aRoleMeansAllItsSeats() {
        assertThat(fork(new DirectAgent("sales", "Loud", null, Map.of(), null, null))
                        .scenario()
                        .directions())
                .hasSize(1);
        assertThat(fork(new RemoveSeat("sales-2")).scenario().cast())
                .extracting(Seat::id)
                .containsExactly("ceo", "sales");
    }

    @Test
    void whoLeavesTakesItsStanceAlongAndItsSeatIsNotGivenAgain() {
        Fork fork =
                fork(new RemoveSeat("sales-2"), new AddSeat("sales", "New in sales"), new AddSeat("designer", null));

        assertThat(fork.scenario().cast()).extracting(Seat::id).containsExactly("ceo", "designer", "sales", "sales-3");
        assertThat(fork.scenario().settings().agents()).containsExactly("ceo", "designer", "sales", "sales");
        assertThat(fork.state().stances()).extracting(HeldStance::seat).containsExactly("ceo");
    }

    @Test
    void somebodyHasToStay() {
        assertThatThrownBy(() -> fork(new RemoveSeat("all"))).hasMessageContaining("at least one");
    }

    @Test
    void whatNobodyIsLeftToSettleIsSettledByMajority() {
        assertThat(rule(new RemoveSeat("ceo"))).isEqualTo(DecisionRule.MAJORITY);
        assertThat(rule(new SetDecisionRule("price", DecisionRule.OWNER, "sales-2"), new RemoveSeat("sales-2")))
                .isEqualTo(DecisionRule.MAJORITY);
        assertThat(rule(new AddSeat("ceo", "Second"), new RemoveSeat("ceo-2"))).isEqualTo(DecisionRule.CEO);
        assertThat(rule(new SetDecisionRule("price", DecisionRule.OWNER, "sales"), new RemoveSeat("sales-2")))
                .isEqualTo(DecisionRule.OWNER);
        assertThatThrownBy(() -> fork(new RemoveSeat("ceo"), new SetDecisionRule("price", DecisionRule.CEO, null)))
                .hasMessageContaining("Nobody in the cast has the role ceo");
    }

    private static DecisionRule rule(Change... changes) {
        return fork(changes).scenario().issues().getFirst().rule();
    }

    @Test
    void aNumberIsSetWithinItsBoundsAndMayRuin() {
        Fork ruined = fork(new SetIndicator("cash", BigDecimal.ZERO, null));
        Fork bounded = fork(new SetIndicator("morale", null, BigDecimal.valueOf(500)));

        assertThat(ruined.events().subList(1, 3))
                .extracting(SimulationEvent::getClass)
                .containsExactly(IndicatorChanged.class, RuinReached.class);
        assertThat(ruined.state().ruined()).isTrue();
        assertThat(fork(new SetIndicator("cash", BigDecimal.ZERO, null), new SetIndicator("cash", BigDecimal.TEN, null))
                        .state()
                        .ruined())
                .isFalse();
        assertThat(bounded.state().value("morale")).isEqualByComparingTo("100");
    }

    @Test
    void everyParameterThatIsNamedCanBeSetAndNothingElseChanges() {
        for (String name : Parameters.names(scenario())) {
            Fork fork = fork(new SetParameter(name, BigDecimal.ONE));

            assertThat(Json.write(fork.scenario())).as(name).isNotEqualTo(Json.write(scenario()));
            assertThat(Parameters.names(fork.scenario())).isEqualTo(Parameters.names(scenario()));
        }
        assertThatThrownBy(() -> fork(new SetParameter("settings.rounds", BigDecimal.TEN)))
                .hasMessageContaining("0.0 to 3.0");
    }

    @Test
    void eventsAndRulesComeAndGo() {
        WorldEvent strike = event(TURN + 1, 0);
        Dynamic tax = new Dynamic("tax", "cash", Quantity.of(-5), Quantity.ZERO, "cash");
        Fork fork =
                fork(new PutEvent(strike), new RemoveEvent("demand_shift"), new PutRule(tax), new RemoveRule("churn"));

        assertThat(fork.scenario().world().events()).containsExactly(strike);
        assertThat(fork.scenario().world().dynamics())
                .extracting(Dynamic::id)
                .containsExactly("burn", "revenue", "tax");
        assertThatThrownBy(() -> fork(new PutEvent(event(TURN, 0)))).hasMessageContaining("first possible turn is 4");
        assertThatThrownBy(() -> fork(new PutEvent(event(0, 1.5)))).hasMessageContaining("0 to 1");
    }

    @Test
    void whoDecidesCanBeChanged() {
        Issue issue = fork(new SetDecisionRule("price", DecisionRule.OWNER, "sales"))
                .scenario()
                .issues()
                .getFirst();

        assertThat(issue.rule()).isEqualTo(DecisionRule.OWNER);
        assertThat(issue.owner()).isEqualTo("sales");
        assertThatThrownBy(() -> fork(new SetDecisionRule("price", DecisionRule.OWNER, null)))
                .hasMessageContaining("ceo, sales, sales-2");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void everyChangeIsStoredUnderItsNameAndReadBack(Change change) {
        String json = Json.write(new Change[] {change});

        assertThat(json).contains("\"type\":\"");
        assertThat(Json.read(json, Change[].class)).containsExactly(change);
    }

    @Test
    void everyChangeHasASampleAndAName() {
        assertThat(changes().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrder(Change.class.getPermittedSubclasses());
        assertThat(Arrays.stream(Change.class.getAnnotation(JsonSubTypes.class).value())
                        .<Class<?>>map(JsonSubTypes.Type::value))
                .containsExactlyInAnyOrder(Change.class.getPermittedSubclasses());
    }

    static Stream<Change> changes() {
        return Stream.of(
                new SetContext(Map.of("market", "recession")),
                new AmendScenario("Shall we close the office?", null),
                new DirectAgent("ceo", "You are a founder.", List.of("Stay"), Map.of("mood", "bad"), 2, "a model"),
                new AddSeat("designer", "Dee"),
                new RemoveSeat("sales"),
                new SetIndicator("cash", Quantity.of(1), null),
                new SetParameter("rules.churn.rate", Quantity.of(-0.5)),
                new PutEvent(event(5, 0)),
                new RemoveEvent("demand_shift"),
                new PutRule(new Dynamic("tax", "cash", Quantity.of(-5), Quantity.ZERO, "cash")),
                new RemoveRule("churn"),
                new SetDecisionRule("price", DecisionRule.MAJORITY, null));
    }

    private static WorldEvent event(int onTurn, double probability) {
        return new WorldEvent(
                "strike",
                "A strike",
                onTurn,
                probability,
                Visibility.PUBLIC,
                List.of(new Effect("cash", Range.of(-9, -5, -1), 0, 1, 0)));
    }

    private static Fork fork(Change... changes) {
        return Fork.of(scenario(), base(), "snapshot").with(List.of(changes));
    }

    private static SimulationState base() {
        return new SimulationState(
                SimulationState.ENGINE,
                TURN,
                List.of(
                        new IndicatorValue("cash", Quantity.of(400)),
                        new IndicatorValue("customers", Quantity.of(900)),
                        new IndicatorValue("morale", Quantity.of(60))),
                List.of(),
                List.of(new HeldStance("ceo", "price", 1, 1), new HeldStance("sales-2", "price", -1, -1)),
                List.of(),
                List.of(),
                0,
                false);
    }

    private static Scenario scenario() {
        List<Role> roles =
                Stream.of("ceo", "sales", "sales").map(Roles::require).toList();
        return new Scenario(
                "Prices",
                null,
                "Shall we raise our prices?",
                Seat.seatsFor(roles),
                List.of(new Issue("price", "Raise?", "Raise", "Hold", DecisionRule.CEO, null)),
                DefaultWorld.world(),
                new Clock(LocalDate.of(2027, 1, 1), Clock.Step.MONTH),
                new Settings(10, List.of("ceo", "sales", "sales"), 0.7, true, true, 2),
                Map.of("region", "EU"),
                "00112233445566778899aabbccddeeff",
                0);
    }
}
