package io.synthforce.workflows.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.journal.Answer;
import io.synthforce.workflows.journal.Decided;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.scenario.Clock;
import io.synthforce.workflows.scenario.DecisionRule;
import io.synthforce.workflows.scenario.Issue;
import io.synthforce.workflows.scenario.Role;
import io.synthforce.workflows.scenario.Roles;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Scenarios;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.scenario.Settings;
import io.synthforce.workflows.world.Cause;
import io.synthforce.workflows.world.Indicator;
import io.synthforce.workflows.world.Indicator.Direction;
import io.synthforce.workflows.world.IndicatorValue;
import io.synthforce.workflows.world.PendingEffect;
import io.synthforce.workflows.world.Quantity;
import io.synthforce.workflows.world.Visibility;
import io.synthforce.workflows.world.World;
import io.synthforce.workflows.world.WorldEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cast of chief executive, finance, sales and a generalist, whom every event concerns; nothing is scheduled but by turn. */
class RelevanceTest {

    private static final UUID SIMULATION = new UUID(0, 1);
    private static final Issue OPEN = Scenarios.issue("price", DecisionRule.MAJORITY, null);
    private static final List<Role> ROLES = List.of(
            role("ceo", 100, List.of("strategy")),
            role("cfo", 90, List.of("finance")),
            role("sales", 80, List.of("market", "sales")),
            role("generalist", 70, List.of()));
    private static final List<Seat> CAST = Seat.seatsFor(ROLES);
    private static final World WORLD = world(
            event("audit", 3, Visibility.INTERNAL, List.of("finance")),
            event("secret_audit", 4, Visibility.privateTo(List.of("sales")), List.of("finance", "sales")),
            event("storm", 5, Visibility.PUBLIC, List.of()));

    @Test
    void theFirstTurnConcernsEverybody() {
        assertThat(speakers(at(0), null)).containsExactly("ceo", "cfo", "sales", "generalist");
    }

    @Test
    void aTurnInWhichNothingHappensConcernsNobody() {
        assertThat(speakers(at(1), null)).isEmpty();
        assertThat(speakers(at(1), "  ")).isEmpty();
    }

    @Test
    void inputThatNamesNobodyConcernsEverybody() {
        assertThat(speakers(at(1), "What do we do now?")).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What do SALES say?         | sales",
                "Chief of cfo, and sales?   | cfo,sales",
                "Ask the generalist.        | generalist",
                "Salespeople: what now?     | ceo,cfo,sales,generalist"
            })
    void inputThatNamesSomebodyConcernsWhomItNames(String asked, String named) {
        assertThat(speakers(at(1), asked)).containsExactly(named.split(","));
    }

    @Test
    void anEventConcernsThoseOfItsDomainsAndThoseWhoHaveNone() {
        assertThat(speakers(at(2), null)).containsExactly("cfo", "generalist");
    }

    @Test
    void aPrivateEventConcernsOnlyThoseWhoLearnOfIt() {
        assertThat(speakers(at(3), null)).containsExactly("sales");
    }

    @Test
    void anEventAboutNothingInParticularConcernsEverybody() {
        assertThat(speakers(at(4), null)).hasSize(4);
    }

    @Test
    void whatAUserLetsHappenConcernsWhoLearnsOfIt() {
        Injected secret = new Injected(Injected.named(1), Visibility.privateTo(List.of("cfo")));
        Injected known = new Injected(Injected.named(1), Visibility.INTERNAL);

        assertThat(speakers(scenario(OPEN), at(1), List.of(secret), List.of(), null))
                .containsExactly("cfo");
        assertThat(speakers(scenario(OPEN), at(1), List.of(known), List.of(), null))
                .hasSize(4);
    }

    @Test
    void whoWasAddressedSpeaks() {
        List<SimulationEvent> last = List.of(
                new PositionTaken("ceo", Answer.ok("hash"), List.of(), 50, List.of(), 0, List.of("sales")),
                new ReplyGiven("sales", 1, "d1", Answer.ok("hash"), List.of(), 50, List.of(), List.of("cfo"), false));

        assertThat(speakers(scenario(OPEN), at(1), List.of(), last, null)).containsExactly("cfo", "sales");
    }

    @Test
    void whoOrderedWhatTakesEffectNowSpeaks() {
        SimulationState state = at(6);
        SimulationState ordered = state.fold(new SimulationEvent.EffectScheduled(new PendingEffect(
                "cash", Quantity.of(5), 7, new Cause(Cause.Kind.ACTION, "raise_prices", 6, "generalist"))));
        SimulationState later = state.fold(new SimulationEvent.EffectScheduled(new PendingEffect(
                "cash", Quantity.of(5), 8, new Cause(Cause.Kind.ACTION, "raise_prices", 6, "generalist"))));

        assertThat(speakers(ordered, null)).containsExactly("generalist");
        assertThat(speakers(later, null)).isEmpty();
    }

    @Test
    void whoDecidesAnIssueSpeaksUntilItIsDecided() {
        Scenario owned = scenario(Scenarios.issue("price", DecisionRule.OWNER, "sales"));
        Scenario led = scenario(Scenarios.issue("price", DecisionRule.CEO, null));
        SimulationState decided = at(1, List.of(new Decided("price", "yes", 1)));

        assertThat(speakers(owned, at(1), List.of(), List.of(), null)).containsExactly("sales");
        assertThat(speakers(led, at(1), List.of(), List.of(), null)).containsExactly("ceo");
        assertThat(speakers(owned, decided, List.of(), List.of(), null)).isEmpty();
    }

    @Test
    void whoIsAwayIsNotAskedInsteadOfAnotherAndTheOthersKeepTheirOrder() {
        List<Seat> present =
                CAST.stream().filter(seat -> !seat.id().equals("cfo")).toList();

        Relevance relevance = Relevance.of(scenario(OPEN), SIMULATION, at(2), present, List.of(), List.of(), null);

        assertThat(relevance.among(present)).extracting(Seat::id).containsExactly("generalist");
    }

    @Test
    void itIsTheSameInEveryProcess() {
        for (int turn = 0; turn < 8; turn++) {
            SimulationState here = at(turn);
            SimulationState elsewhere = Json.read(Json.write(here), SimulationState.class);
            Scenario read = Json.read(Json.write(scenario(OPEN)), Scenario.class);

            assertThat(speakers(read, elsewhere, List.of(), List.of(), null)).isEqualTo(speakers(here, null));
        }
    }

    private static List<String> speakers(SimulationState before, String asked) {
        return speakers(scenario(OPEN), before, List.of(), List.of(), asked);
    }

    private static List<String> speakers(
            Scenario scenario,
            SimulationState before,
            List<Injected> injected,
            List<SimulationEvent> last,
            String asked) {
        return Relevance.of(scenario, SIMULATION, before, CAST, injected, last, asked).among(CAST).stream()
                .map(Seat::id)
                .toList();
    }

    private static SimulationState at(int turn) {
        return at(turn, List.of());
    }

    private static SimulationState at(int turn, List<Decided> decided) {
        return new SimulationState(
                SimulationState.ENGINE,
                turn,
                List.of(new IndicatorValue("cash", Quantity.of(100))),
                List.of(),
                List.of(),
                decided,
                List.of(),
                0,
                false);
    }

    private static Scenario scenario(Issue issue) {
        List<String> names = ROLES.stream().map(Role::role).toList();
        return new Scenario(
                null,
                null,
                Scenarios.USER_TEXT,
                CAST,
                List.of(issue),
                WORLD,
                new Clock(LocalDate.of(2027, 1, 1), Clock.Step.MONTH),
                new Settings(10, names, 0.7, true, true, 1, Settings.Speaking.RELEVANT),
                Map.of(),
                Scenarios.ROOT_SEED,
                0,
                List.of(),
                ROLES,
                List.of());
    }

    private static World world(WorldEvent... events) {
        Indicator cash = new Indicator("cash", "Cash", "k$", Direction.UP, Quantity.of(100), null, null, Quantity.ZERO);
        return new World(List.of(cash), List.of(), List.of(), List.of(events), List.of());
    }

    private static WorldEvent event(String id, int turn, Visibility visibility, List<String> domains) {
        return new WorldEvent(id, "Something happens", turn, 0, visibility, List.of(), domains, false, null);
    }

    private static Role role(String id, int priority, List<String> domains) {
        Role any = Roles.require("sales");
        return new Role(
                id,
                id,
                any.description(),
                any.capabilities(),
                any.personalityTraits(),
                priority,
                any.persona(),
                domains);
    }
}
