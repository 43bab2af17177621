package io.synthforce.api.brief;

import io.synthforce.store.brief.CaseFile;
import io.synthforce.store.brief.NewBrief;
import io.synthforce.store.brief.WrittenBrief;
import io.synthforce.store.call.Cost;
import io.synthforce.store.call.Costs;
import io.synthforce.store.experiment.BranchRun;
import io.synthforce.store.experiment.Experiment;
import io.synthforce.workflows.brief.Baseline;
import io.synthforce.workflows.brief.Brief;
import io.synthforce.workflows.brief.DirectAnswer;
import io.synthforce.workflows.brief.DirectAnswer.Guess;
import io.synthforce.workflows.brief.Place;
import io.synthforce.workflows.brief.Prose;
import io.synthforce.workflows.brief.Section;
import io.synthforce.workflows.brief.Sentence;
import io.synthforce.workflows.brief.Source;
import io.synthforce.workflows.brief.Talk;
import io.synthforce.workflows.change.SetIndicator;
import io.synthforce.workflows.dissent.PlayedTurn;
import io.synthforce.workflows.experiment.Design;
import io.synthforce.workflows.experiment.Expectation;
import io.synthforce.workflows.experiment.Expectation.Course;
import io.synthforce.workflows.experiment.Option;
import io.synthforce.workflows.experiment.Plan;
import io.synthforce.workflows.experiment.PlannedRun;
import io.synthforce.workflows.experiment.RunRecord;
import io.synthforce.workflows.experiment.RunRecord.TurnRecord;
import io.synthforce.workflows.experiment.Target;
import io.synthforce.workflows.journal.Answer;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.Stance;
import io.synthforce.workflows.scenario.Clock;
import io.synthforce.workflows.scenario.DecisionRule;
import io.synthforce.workflows.scenario.Issue;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.scenario.Settings;
import io.synthforce.workflows.world.DefaultWorld;
import io.synthforce.workflows.world.Indicator.Direction;
import io.synthforce.workflows.world.IndicatorValue;
import io.synthforce.workflows.world.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Case files of a made-up experiment: a grant against no change, six runs each, one turn after turn 4. */
final class Cases {

    static final UUID EXPERIMENT = new UUID(0, 1);
    private static final int TURN = 5;
    private static final double[] GRANT = {130, 131, 128, 127, 133, 126};
    private static final double[] NO_CHANGE = {100, 104, 98, 102, 101, 99};

    private Cases() {}

    static CaseFile finished() {
        List<BranchRun> runs = new ArrayList<>();
        for (int block = 1; block <= GRANT.length; block++) {
            runs.add(run(runs.size(), block, 1, GRANT[block - 1]));
            runs.add(run(runs.size(), block, 0, NO_CHANGE[block - 1]));
        }
        Brief brief = Brief.of(
                plan(), scenario(), runs.stream().map(BranchRun::record).toList(), talks(runs));
        return new CaseFile(
                experiment(Experiment.State.DONE), scenario(), runs, brief, said(brief.said()), costs(runs));
    }

    /** Four sentences, of which one is not entailed and one cites nothing there is. */
    static WrittenBrief written() {
        CaseFile file = finished();
        List<Sentence> said = List.of(
                new Sentence(
                        Section.ANSWER, "Take the *grant*: cash was higher in 6 of 6 pairs of runs.", List.of("D1")),
                new Sentence(Section.HOLDS, "Everybody agrees.", List.of("D9")),
                new Sentence(Section.DISSENT, "Sales stood against it in 6 of 6 runs.", List.of("D7", "U1")),
                new Sentence(Section.RISKS, "Customers may leave.", List.of("U1")));
        Prose prose = new Prose(
                Prose.checked(said, file.sources(), List.of(true, true, false)), "a writer", "a judge", false);
        Baseline baseline = new Baseline(
                3,
                List.of(
                        new DirectAnswer(List.of(new Guess(Course.UP, 20)), 1),
                        new DirectAnswer(List.of(new Guess(Course.UP, 40)), 1),
                        new DirectAnswer(List.of(new Guess(Course.SAME, 0)), 0)),
                2_048,
                "openai/gpt-oss-120b",
                false);
        return new WrittenBrief(
                new UUID(3, 1),
                1,
                new NewBrief(EXPERIMENT, new UUID(0, 2), TURN - 1, "Shall we?", file.sources(), 1, 3, 2_048),
                WrittenBrief.State.DONE,
                null,
                prose,
                baseline,
                Instant.parse("2026-11-02T11:00:00Z"),
                Instant.parse("2026-11-02T11:01:00Z"));
    }

    static CaseFile running() {
        List<BranchRun> runs = List.of(
                run(0, 1, 1, GRANT[0]),
                new BranchRun(new PlannedRun(1, 1, 0, 1), branch(1), BranchRun.State.PLAYING, null));
        Brief brief = Brief.of(plan(), scenario(), List.of(), List.of());
        return new CaseFile(experiment(Experiment.State.RUNNING), scenario(), runs, brief, List.of(), costs(runs));
    }

    private static BranchRun run(int position, int block, int option, double cash) {
        PlannedRun run = new PlannedRun(position, block, option, block);
        TurnRecord turn = new TurnRecord(
                TURN,
                List.of(new IndicatorValue("cash", Quantity.of(cash))),
                List.of("price: " + (block % 2 == 0 ? "raise" : "keep")),
                option == 1 && block < 3 ? List.of("launch_campaign") : List.of(),
                List.of(),
                List.of(),
                false);
        return new BranchRun(
                run,
                branch(position),
                BranchRun.State.ENDED,
                new RunRecord(run, null, "openai/gpt-oss-120b", false, List.of(turn), List.of()));
    }

    private static UUID branch(int position) {
        return new UUID(1, position);
    }

    /** Sales wants to keep the price wherever there is a grant. */
    private static List<Talk> talks(List<BranchRun> runs) {
        return runs.stream()
                .map(run -> new Talk(
                        run.run(),
                        run.branch(),
                        List.of(new PlayedTurn(
                                TURN,
                                List.of(
                                        position("ceo", 2),
                                        position("sales", run.run().option() == 1 ? -2 : 1),
                                        new SimulationEvent.IssueDecided("price", "raise", DecisionRule.CEO, 1, 1))))))
                .toList();
    }

    private static SimulationEvent position(String seat, int stance) {
        return new SimulationEvent.PositionTaken(
                seat, Answer.ok("h"), List.of(new Stance("price", stance)), 50, List.of(), 0, List.of());
    }

    private static List<Source> said(List<Place> places) {
        return IntStream.range(0, places.size())
                .mapToObj(i -> new Source(
                        "U" + (i + 1),
                        Source.Kind.UTTERANCE,
                        "%s said # something | in turn %d."
                                .formatted(places.get(i).seat(), places.get(i).turn()),
                        places.get(i)))
                .toList();
    }

    private static List<Costs.OfSimulation> costs(List<BranchRun> runs) {
        Cost cost = new Cost(
                10, 10, 1000, 0, 200, 0, new BigDecimal("0.0005"), BigDecimal.ZERO, 0, 0, 0, Map.of("recorded", 10));
        return runs.stream()
                .map(run -> new Costs.OfSimulation(run.branch(), null, EXPERIMENT, false, cost))
                .toList();
    }

    private static Experiment experiment(Experiment.State state) {
        return new Experiment(
                EXPERIMENT,
                new UUID(0, 2),
                1,
                "A grant",
                "Would a grant be worth the paperwork?",
                "[]",
                plan(),
                "c0ffee",
                state,
                null,
                null,
                false,
                Instant.parse("2026-11-02T09:00:00Z"),
                state.goesOn() ? null : Instant.parse("2026-11-02T10:00:00Z"));
    }

    private static Plan plan() {
        Option grant = new Option("grant", List.of(new SetIndicator("cash", null, new BigDecimal(30))));
        return new Plan(
                TURN - 1,
                TURN,
                List.of(grant),
                GRANT.length,
                new Target.OfIndicator("cash", Direction.UP, BigDecimal.TEN),
                Design.PLAIN.expecting(List.of(new Expectation(
                        1, null, BigDecimal.valueOf(30), BigDecimal.valueOf(50), "Grants *always* help."))));
    }

    private static Scenario scenario() {
        return new Scenario(
                "Prices",
                null,
                "Shall we raise our prices?\n# Not a heading",
                List.of(new Seat("ceo", "ceo", "Chief Executive", 2), new Seat("sales", "sales", "Head of Sales", 1)),
                List.of(new Issue("price", "Which price?", "raise", "keep", DecisionRule.CEO, null)),
                DefaultWorld.world(),
                new Clock(LocalDate.of(2027, 1, 1), Clock.Step.MONTH),
                new Settings(10, List.of(), 0.7, true, true, 2),
                Map.of(),
                "seed",
                0);
    }
}
