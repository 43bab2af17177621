package io.synthforce.workflows.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.journal.Answer;
import io.synthforce.workflows.journal.Disagreement;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.AnalysisGiven;
import io.synthforce.workflows.journal.SimulationEvent.DisagreementsNamed;
import io.synthforce.workflows.journal.SimulationEvent.MinutesTaken;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.scenario.Role;
import io.synthforce.workflows.scenario.Roles;
import io.synthforce.workflows.scenario.Scenarios;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.turn.AgentActivities;
import io.synthforce.workflows.turn.CallClass;
import io.synthforce.workflows.turn.ModelCall;
import io.synthforce.workflows.turn.Plot;
import io.synthforce.workflows.turn.Turn;
import io.synthforce.workflows.turn.TurnPlayer;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.Jackson3JsonPayloadConverter;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TurnCallsTest {

    private static final Agents AGENTS = new Agents();

    @AutoClose
    private static TestWorkflowEnvironment temporal;

    /** A turn, played as in a simulation. */
    @WorkflowInterface
    public interface Played {

        @WorkflowMethod
        void play(Plot plot, Turn turn);
    }

    /** Without a store around it. */
    public static final class PlayedImpl implements Played {

        @Override
        public void play(Plot plot, Turn turn) {
            SimulationState before = SimulationState.BLANK.fold(new SimulationEvent.SimulationStarted(
                    "scenario", SimulationState.ENGINE, plot.world().openingLedger()));
            new TurnPlayer(plot, turn, before, _ -> {}).play();
        }
    }

    @BeforeAll
    static void open() {
        temporal = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setUseTimeskipping(false)
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(DefaultDataConverter.newDefaultInstance()
                                .withPayloadConverterOverrides(new Jackson3JsonPayloadConverter(false)))
                        .build())
                .build());
        Worker worker = temporal.newWorker("turns");
        worker.registerWorkflowImplementationTypes(PlayedImpl.class);
        worker.registerActivitiesImplementations(AGENTS);
        temporal.start();
    }

    @Test
    void a_turn_in_which_everybody_has_to_reply_makes_exactly_the_most_calls() {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            List<Seat> cast = cast(random);
            Plot plot = plot(random);
            AGENTS.begin(cast, cast.size());

            play(plot, cast);

            assertThat(AGENTS.made).as("%s, %d rounds", cast, plot.rounds()).isEqualTo(most(cast, plot));
        }
    }

    @Test
    void whatever_is_said_a_turn_makes_neither_more_nor_fewer_calls() {
        for (int seed = 100; seed < 120; seed++) {
            Random random = new Random(seed);
            List<Seat> cast = cast(random);
            Plot plot = plot(random);
            AGENTS.begin(cast, random.nextInt(cast.size() + 1));

            play(plot, cast);

            assertThat(AGENTS.made)
                    .as("%s, %d rounds", cast, plot.rounds())
                    .isBetween(
                            TurnCalls.least(cast, plot.rounds(), plot.analytics())
                                    .size(),
                            most(cast, plot));
        }
    }

    private static int most(List<Seat> cast, Plot plot) {
        return TurnCalls.most(cast, plot.rounds(), plot.analytics()).size();
    }

    private static void play(Plot plot, List<Seat> cast) {
        temporal.getWorkflowClient()
                .newWorkflowStub(
                        Played.class,
                        WorkflowOptions.newBuilder().setTaskQueue("turns").build())
                .play(plot, new Turn(new UUID(0, 1), 1, 1, 1, CallClass.NEXT, "inputs", cast, List.of()));
    }

    /** One to nine seats, some of the same role. */
    private static List<Seat> cast(Random random) {
        List<Role> roles = new ArrayList<>();
        for (int seats = 1 + random.nextInt(9); seats > 0; seats--) {
            roles.add(Roles.all().get(random.nextInt(Roles.all().size())));
        }
        return Seat.seatsFor(roles);
    }

    private static Plot plot(Random random) {
        Plot usual = Scenarios.withRounds(Scenarios.priceIncrease(), random.nextInt(4));
        return new Plot(
                usual.world(),
                usual.issues(),
                usual.rootSeed(),
                usual.repeat(),
                usual.rounds(),
                random.nextBoolean(),
                usual.scope());
    }

    /** Who all disagree, as far as they are told to. */
    private static final class Agents implements AgentActivities {

        private List<String> disagreeing = List.of();
        private int made;

        synchronized void begin(List<Seat> cast, int answering) {
            made = 0;
            List<String> seats = new ArrayList<>(cast.stream().map(Seat::id).toList());
            Collections.shuffle(seats, new Random(answering));
            disagreeing = seats.subList(0, answering);
        }

        private synchronized Answer said() {
            made++;
            return Answer.ok("hash");
        }

        @Override
        public PositionTaken position(ModelCall call) {
            return new PositionTaken(call.key().seat(), said(), List.of(), 50, List.of(), 0, List.of());
        }

        @Override
        public DisagreementsNamed disagreements(ModelCall call) {
            return new DisagreementsNamed(
                    call.key().round(), said(), List.of(new Disagreement("d1", "price", disagreeing, disagreeing)));
        }

        @Override
        public ReplyGiven reply(ModelCall call) {
            return new ReplyGiven(
                    call.key().seat(), call.key().round(), "d1", said(), List.of(), 50, List.of(), List.of(), false);
        }

        @Override
        public MinutesTaken minutes(ModelCall call) {
            return new MinutesTaken(said());
        }

        @Override
        public AnalysisGiven analysis(ModelCall call) {
            return new AnalysisGiven(said());
        }
    }
}
