package io.synthforce.activities.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synthforce.activities.groq.ModelChoice;
import io.synthforce.store.experiment.BranchRun;
import io.synthforce.store.experiment.NewExperiment;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.judging.Rulings;
import io.synthforce.workflows.budget.Budget;
import io.synthforce.workflows.change.SetContext;
import io.synthforce.workflows.experiment.Design;
import io.synthforce.workflows.experiment.Option;
import io.synthforce.workflows.experiment.Target;
import io.synthforce.workflows.judging.Asking;
import io.synthforce.workflows.judging.Holds;
import io.synthforce.workflows.judging.JudgeActivities;
import io.synthforce.workflows.judging.Matter;
import io.synthforce.workflows.judging.Quote;
import io.synthforce.workflows.judging.Ruling;
import io.synthforce.workflows.world.Indicator.Direction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final String PROPOSITION = "The company listened to its smallest customers";
    private static final String OPTION = "Operation Northwind";
    private static final String SAID = "Chief Executive Officer on turn 2";

    private final TestStore store = new TestStore();
    private final Rulings rulings = new Rulings(store.jdbc);
    private final Endpoint model = new Endpoint();
    private final TestWorker worker = new TestWorker(
            store,
            model,
            new ModelChoice("some-model", "some-model", "a-judge", "some-model", Map.of(), List.of(), null));
    private final JudgeActivities activities = worker.activities(
            JudgeActivities.class,
            new JudgeActivitiesImpl(
                    store.experiments,
                    store.simulations,
                    rulings,
                    store.calls,
                    new JudgeScenes(store.snapshots),
                    worker.caller));
    private final UUID experiment = UUID.randomUUID();

    @BeforeEach
    void playAnExperiment() {
        Story trunk = Story.ofPriceIncrease(store);
        trunk.playTurn();
        LinkedHashMap<String, Object> change = new LinkedHashMap<>(Map.of("codeword", "snowdrop"));
        store.experiments.submit(new NewExperiment(
                experiment,
                trunk.id,
                "key",
                "{}",
                null,
                null,
                "[]",
                null,
                1,
                List.of(new Option(OPTION, List.of(new SetContext(change)))),
                1,
                new Target.OfProposition(PROPOSITION, Direction.UP, null),
                List.of(),
                Design.PLAIN,
                false,
                0,
                null));
        for (BranchRun run : store.experiments.runs(experiment)) {
            Story branch = Story.from(store, run.branch());
            branch.playTurn();
            store.experiments.end(experiment, run.branch(), store.runRecords.of(branch.row(), run.run(), 2, null));
        }
    }

    @AfterEach
    void close() {
        worker.close();
        model.close();
        store.close();
    }

    @Test
    void aRunIsJudgedOnceByTheJudgesModelHoweverOftenThatIsAskedFor() {
        model.says(holds("t2.ceo.position", SAID));

        judge(Asking.FIRST);
        judge(Asking.FIRST);

        assertThat(model.requests()).isEqualTo(1);
        assertThat(model.lastRequest().path("model").asString()).isEqualTo("a-judge");
        Ruling ruling = only();
        assertThat(ruling.holds()).isEqualTo(Holds.TRUE);
        assertThat(ruling.evidence()).containsExactly(new Quote("t2.ceo.position", SAID));
        assertThat(ruling.model()).isEqualTo("served-model");
        assertThat(of(1).record().judged(PROPOSITION).orElseThrow().holds()).contains(Holds.TRUE);
    }

    @Test
    void aQuoteThatNobodySaidIsRefusedAndWhatIsRefusedTwiceIsNoRuling() {
        model.says(holds("t2.ceo.position", "We shall do whatever our customers want"));
        model.says(holds("t2.minutes", SAID));

        judge(Asking.FIRST);

        assertThat(model.requests()).isEqualTo(2);
        Ruling ruling = only();
        assertThat(ruling.holds()).isNull();
        assertThat(ruling.reason()).contains("unusable twice");
        assertThat(of(1).record().judged(PROPOSITION).orElseThrow().holds()).isEmpty();
    }

    @Test
    void whoIsToldThatAQuoteStandsNowhereMayQuoteBetter() {
        model.says(holds("t2.ceo.position", "We shall do whatever our customers want"));
        model.says(holds("t2.ceo.position", SAID));

        judge(Asking.FIRST);

        model.lastRequest();
        assertThat(model.lastRequest().toString())
                .contains("“We shall do whatever our customers want” does not stand in t2.ceo.position");
        assertThat(only().holds()).isEqualTo(Holds.TRUE);
    }

    @Test
    void whatIsSaidToHoldNeedsEvidenceAndWhatIsDeniedDoesNot() {
        model.says(Map.of("holds", "true", "evidence", List.of(), "reason", "Clearly."));
        model.says(Map.of("holds", "false", "evidence", List.of(), "reason", "Nobody speaks of them."));

        judge(Asking.FIRST);

        assertThat(model.requests()).isEqualTo(2);
        assertThat(only().holds()).isEqualTo(Holds.FALSE);
    }

    @Test
    void theJudgeReadsTheRunAndIsNotToldWhatItWasPlayedFor() {
        model.says(holds("t2.ceo.position", SAID));

        judge(Asking.FIRST);

        String prompt = model.lastRequest().path("messages").toString();
        assertThat(prompt)
                .contains(
                        PROPOSITION,
                        SAID,
                        "t2.facts",
                        store.simulations
                                .find(store.experiments
                                        .find(experiment)
                                        .orElseThrow()
                                        .simulation())
                                .orElseThrow()
                                .scenario()
                                .text()
                                .substring(0, 20))
                .doesNotContain(OPTION, "snowdrop", "on turn 1", experiment.toString());
    }

    @Test
    void askedTheOtherWayRoundTheContraryIsWhatIsJudged() {
        model.says(Map.of("holds", "true", "evidence", List.of(), "reason", "Nobody speaks of them."));

        judge(Asking.NEGATED);

        assertThat(model.lastRequest().path("messages").toString()).contains("It is not so that: " + PROPOSITION);
        assertThat(only().meaning()).isEqualTo(Holds.FALSE);
    }

    /** As when the process dies between the two commits. */
    @Test
    void aReplyThatWasRecordedBeforeItsRulingIsNotPaidTwice() {
        model.says(holds("t2.ceo.position", SAID));
        judge(Asking.FIRST);
        Ruling before = only();
        store.jdbc.sql("delete from rulings").update();

        judge(Asking.FIRST);

        assertThat(model.requests()).isEqualTo(1);
        assertThat(only()).isEqualTo(before);
    }

    @Test
    void whatItTookIsBookedUnderTheBranch() {
        model.says(holds("t2.ceo.position", SAID));

        judge(Asking.FIRST);

        assertThat(store.jdbc
                        .sql("select simulation from attempts where phase = 'judge' and call_class = 'what_if'")
                        .query(UUID.class)
                        .list())
                .containsExactly(of(1).branch());
    }

    @Test
    void aJudgeForWhomTheBudgetHasNoRoomWaitsVisiblyUntilItIsRaised() {
        spendAll();

        assertThatThrownBy(() -> judge(Asking.FIRST)).hasStackTraceContaining("Nothing is asked of a-judge now");

        assertThat(model.requests()).isZero();
        assertThat(rulings.of(experiment)).isEmpty();
        assertThat(store.calls.judgeWaits(experiment).orElseThrow().reason()).isEqualTo("budget");

        store.budgets.put(of(1).branch(), new Budget(1_000_000L, null));
        model.says(holds("t2.ceo.position", SAID));
        judge(Asking.FIRST);

        assertThat(only().holds()).isEqualTo(Holds.TRUE);
        assertThat(store.calls.judgeWaits(experiment)).isEmpty();
    }

    @Test
    void whereAWhatIfEndsEarlyNobodyWaitsForMoreMoney() {
        spendAll();
        store.experiments.cancel(experiment);

        judge(Asking.FIRST);

        assertThat(model.requests()).isZero();
        assertThat(only().holds()).isNull();
        assertThat(only().reason()).isEqualTo("what is left of the budget does not cover it");
    }

    @Test
    void whereAWhatIfEndsEarlyTheModelIsWaitedForAWhile() {
        store.experiments.exhaust(experiment);
        model.refuses(429, "rate_limit_exceeded", "retry-after", "30");

        assertThatThrownBy(() -> judge(Asking.FIRST)).hasStackTraceContaining("rate_limited");

        assertThat(rulings.of(experiment)).isEmpty();
    }

    @Test
    void whereAWhatIfEndsEarlyTheModelIsNotWaitedForForHours() {
        store.experiments.exhaust(experiment);
        model.refuses(429, "rate_limit_exceeded", "retry-after", "7200");

        judge(Asking.FIRST);

        assertThat(only().holds()).isNull();
        assertThat(only().reason()).isEqualTo("the model could not be asked in time: rate_limited");
    }

    @Test
    void aBranchThatWasDeletedCannotBeJudged() {
        store.simulations.delete(of(1).branch(), false);

        judge(Asking.FIRST);

        assertThat(model.requests()).isZero();
        assertThat(only().holds()).isNull();
        assertThat(only().reason()).contains("deleted");
    }

    private void spendAll() {
        UUID branch = of(1).branch();
        store.budgets.put(branch, new Budget(1_000_000L, null));
        long spent = store.budgets.of(branch).orElseThrow().spent().tokens();
        store.budgets.put(branch, new Budget(spent + 1, null));
    }

    private void judge(Asking asking) {
        activities.judge(experiment, new Matter(of(1).run().position(), 0, asking));
    }

    /** The run of an option, from 1. */
    private BranchRun of(int option) {
        return store.experiments.runs(experiment).stream()
                .filter(run -> run.run().option() == option)
                .findFirst()
                .orElseThrow();
    }

    private Ruling only() {
        List<Ruling> all = rulings.of(experiment);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static Map<String, Object> holds(String source, String quote) {
        return Map.of(
                "holds",
                "true",
                "evidence",
                List.of(Map.of("source", source, "quote", quote)),
                "reason",
                "It says so.");
    }
}
