package io.synthforce.activities.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.activities.groq.ModelChoice;
import io.synthforce.store.brief.NewBrief;
import io.synthforce.store.brief.WrittenBrief;
import io.synthforce.store.brief.WrittenBriefs.Submitted;
import io.synthforce.store.experiment.Experiments.Asked;
import io.synthforce.store.experiment.NewExperiment;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.workflows.brief.BriefActivities;
import io.synthforce.workflows.brief.DirectAnswer;
import io.synthforce.workflows.brief.DirectAnswer.Guess;
import io.synthforce.workflows.brief.Prose;
import io.synthforce.workflows.brief.Section;
import io.synthforce.workflows.brief.Sentence;
import io.synthforce.workflows.brief.Source;
import io.synthforce.workflows.brief.Source.Kind;
import io.synthforce.workflows.budget.Budget;
import io.synthforce.workflows.change.SetIndicator;
import io.synthforce.workflows.experiment.Design;
import io.synthforce.workflows.experiment.Expectation.Course;
import io.synthforce.workflows.experiment.Option;
import io.synthforce.workflows.experiment.Target;
import io.synthforce.workflows.world.Indicator.Direction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BriefActivitiesTest {

    private static final List<Source> SOURCES = List.of(
            new Source(
                    "D1", Kind.OPTION, "grant: Cash after turn 1 was 129 k$ in 6 runs, without the change 100.", null),
            new Source("D2", Kind.LIMIT, "Holds to turn 1.", null));

    private final TestStore store = new TestStore();
    private final Endpoint model = new Endpoint();
    private final TestWorker worker = new TestWorker(
            store, model, new ModelChoice("cast", "coordinator", "judge", "writer", Map.of(), List.of(), null));
    private final BriefActivities activities = worker.activities(
            BriefActivities.class,
            new BriefActivitiesImpl(
                    store.briefs,
                    new BriefCalls(new BriefScenes(store.simulations, store.snapshots), worker.caller, store.calls)));
    private final Story story = Story.ofPriceIncrease(store);
    private WrittenBrief brief;

    @BeforeEach
    void submit() {
        brief = stored(new NewBrief(experiment(), story.id, 0, "Shall we?", SOURCES, 1, 1, 800));
    }

    @AfterEach
    void close() {
        worker.close();
        model.close();
        store.close();
    }

    @Test
    void aSentenceStaysOnlyIfItsSourcesExistHoldItsNumbersAndEntailIt() {
        model.says(reply(List.of(
                said("Cash was 129 k$ in 6 runs.", "D1"),
                said("Nobody will leave.", "D1"),
                said("All are happy.", "D7"),
                said("Cash was 500 k$.", "[D1]"),
                said("All are happy."))));
        model.says(verdicts(true, false));
        model.says(direct("up", 30));

        run();

        Prose prose = now().prose();
        assertThat(now().state()).isEqualTo(WrittenBrief.State.DONE);
        assertThat(prose.kept())
                .containsExactly(new Sentence(Section.HOLDS, "Cash was 129 k$ in 6 runs.", List.of("D1")));
        assertThat(prose.dropped().values()).containsExactly(1, 1, 1, 1);
        assertThat(now().baseline().answers()).containsExactly(new DirectAnswer(List.of(new Guess(Course.UP, 30)), 1));
    }

    @Test
    void theWriterWritesTheJudgeReadsWhatIsCitedAloneAndTheCastIsAskedDirectly() {
        model.says(reply(List.of(said("Cash was 129 k$.", "D1"))));
        model.says(verdicts(true));
        model.says(direct("down", 3));

        run();

        JsonNode written = model.lastRequest();
        JsonNode checked = model.lastRequest();
        JsonNode direct = model.lastRequest();
        assertThat(Stream.of(written, checked, direct)
                        .map(request -> request.path("model").asString()))
                .containsExactly("writer", "judge", "cast");
        assertThat(prompt(written)).contains("Shall we?", "[D1] grant", "[D2] Holds");
        assertThat(prompt(checked))
                .contains("1 [D1]: Cash was 129 k$.", "[D1] grant")
                .doesNotContain("[D2]", "Shall we?");
        assertThat(prompt(direct)).contains("Shall we?").doesNotContain("[D1]");
        assertThat(direct.path("max_completion_tokens").asInt()).isEqualTo(800);
    }

    @Test
    void whateverRunsAgainAsksNothingAgain() {
        model.says(reply(List.of(said("Cash was 129 k$.", "D1"))));
        model.says(verdicts(true));
        model.says(direct("up", 30));
        activities.write(brief.id());
        activities.write(brief.id());
        activities.check(brief.id());
        activities.check(brief.id());
        activities.askDirectly(brief.id(), 1);
        activities.askDirectly(brief.id(), 1);

        activities.conclude(brief.id());
        run();

        assertThat(model.requests()).isEqualTo(3);
        assertThat(now().state()).isEqualTo(WrittenBrief.State.DONE);
    }

    @Test
    void withoutAUsableTextThereIsNoneAndWhatWasAskedDirectlyStays() {
        model.says(reply(List.of()));
        model.says(reply(List.of()));
        model.says(direct("up", 30));

        run();

        assertThat(now().state()).isEqualTo(WrittenBrief.State.FAILED);
        assertThat(now().detail()).isEqualTo("The model gave no usable text.");
        assertThat(now().baseline().answers()).hasSize(1);
    }

    @Test
    void aSentenceNobodyJudgedIsNotShown() {
        model.says(reply(List.of(said("Cash was 129 k$.", "D1"))));
        model.says(verdicts());
        model.says(verdicts());
        model.says(direct("up", 30));

        run();

        assertThat(now().state()).isEqualTo(WrittenBrief.State.FAILED);
        assertThat(now().detail()).isEqualTo("Nobody could say which of its sentences hold.");
    }

    @Test
    void aBudgetThatWasSpentMeanwhileEndsItAndNobodyWaits() {
        store.budgets.put(story.id, new Budget(1L, null));

        assertThat(activities.write(brief.id())).isZero();

        assertThat(now().state()).isEqualTo(WrittenBrief.State.FAILED);
        assertThat(now().detail()).contains("PUT /simulations/" + story.id + "/budget");
        assertThat(model.requests()).isZero();
    }

    private void run() {
        int times = activities.write(brief.id());
        activities.check(brief.id());
        for (int time = 1; time <= times; time++) {
            activities.askDirectly(brief.id(), time);
        }
        activities.conclude(brief.id());
    }

    private WrittenBrief now() {
        return store.briefs.find(brief.id()).orElseThrow();
    }

    private static String prompt(JsonNode request) {
        return request.at("/messages/1/content").asString();
    }

    private WrittenBrief stored(NewBrief asked) {
        return ((Submitted.Stored) store.briefs.submit(asked, "key", "hash")).brief();
    }

    private UUID experiment() {
        NewExperiment experiment = new NewExperiment(
                UUID.randomUUID(),
                story.id,
                "what-if",
                "{}",
                null,
                null,
                "[]",
                null,
                1,
                List.of(new Option("grant", List.of(new SetIndicator("cash", null, BigDecimal.TEN)))),
                1,
                new Target.OfIndicator("cash", Direction.UP, null),
                List.of(),
                Design.PLAIN,
                false,
                1,
                null);
        assertThat(store.experiments.submit(experiment)).isInstanceOf(Asked.Stored.class);
        return experiment.id();
    }

    /** At most four of what holds, and the rest as risks. */
    private static Map<String, Object> reply(List<Map<String, Object>> said) {
        Map<String, Object> reply = new LinkedHashMap<>();
        for (Section section : Section.values()) {
            reply.put(section.word(), List.of());
        }
        reply.put(Section.HOLDS.word(), said.stream().limit(4).toList());
        reply.put(Section.RISKS.word(), said.stream().skip(4).toList());
        return reply;
    }

    private static Map<String, Object> said(String text, String... sources) {
        return Map.of("text", text, "sources", List.of(sources));
    }

    private static Map<String, Object> verdicts(boolean... entailed) {
        List<Map<String, Object>> verdicts = new ArrayList<>();
        for (boolean one : entailed) {
            verdicts.add(Map.of("sentence", verdicts.size() + 1, "entailed", one));
        }
        return Map.of("verdicts", verdicts);
    }

    private static Map<String, Object> direct(String direction, int size) {
        return Map.of(
                "options",
                List.of(Map.of("option", 1, "direction", direction, "size", size)),
                "recommendation",
                1,
                "reason",
                "So it is.");
    }
}
