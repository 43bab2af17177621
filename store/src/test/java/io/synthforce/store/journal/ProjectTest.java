package io.synthforce.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.synthforce.store.fixture.AtOnce;
import io.synthforce.store.fixture.Branch;
import io.synthforce.store.fixture.Scenarios;
import io.synthforce.store.fixture.Story;
import io.synthforce.store.fixture.TestStore;
import io.synthforce.store.memory.Memory;
import io.synthforce.store.plan.PlanRow;
import io.synthforce.store.request.Outcome;
import io.synthforce.store.turn.TurnRow;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.TurnClosed;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.json.ContentHash;
import io.synthforce.workflows.plan.Task;
import io.synthforce.workflows.plan.TaskState;
import io.synthforce.workflows.simulation.Operation;
import io.synthforce.workflows.simulation.SimulationActivities.Projected;
import io.synthforce.workflows.simulation.SimulationActivities.Projection;
import io.synthforce.workflows.simulation.SimulationActivities.Verdict;
import io.synthforce.workflows.simulation.Status;
import io.synthforce.workflows.turn.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ProjectTest {

    @AutoClose
    private static final TestStore store = new TestStore();

    private final Story story = Story.ofPriceIncrease(store);

    @Test
    void a_turn_is_folded_journaled_and_answered_in_one_go() {
        Turn turn = story.takeNext();
        List<SimulationEvent> events = story.speak(turn);
        SimulationState before = store.snapshots.find(story.id, 0).orElseThrow().state();

        Projected projected = story.project(turn, events);

        SimulationState after = before.fold(events);
        long head = 1 + events.size();
        assertThat(projected).isEqualTo(new Projected(Verdict.DONE, Status.ACTIVE, head, after));
        assertThat(store.journal.ofTurn(story.id, 1))
                .extracting(JournalEntry::event)
                .isEqualTo(events);
        assertThat(store.journal.after(story.id, 1, 100))
                .isEqualTo(store.journal.ofTurn(story.id, 1))
                .extracting(JournalEntry::seq)
                .startsWith(2L)
                .endsWith(head);
        assertThat(store.journal.ofTurn(story.id, 1))
                .allSatisfy(entry -> assertThat(entry.hash()).isEqualTo(ContentHash.of(entry.event())));
        assertThat(types()).contains("simulation_started", "turn_opened", "position_taken", "turn_closed");
        assertThat(store.snapshots.find(story.id, 1)).hasValueSatisfying(snapshot -> {
            assertThat(snapshot.state()).isEqualTo(after);
            assertThat(snapshot.head()).isEqualTo(head);
            assertThat(snapshot.hash()).isEqualTo(ContentHash.of(after));
        });
        assertThat(store.turns.find(story.id, 1)).hasValueSatisfying(row -> {
            assertThat(row.state()).isEqualTo(TurnRow.State.PLAYED);
            assertThat(row.endedAt()).isAfter(row.takenAt());
        });
        assertThat(story.request(turn.request()).outcome()).isEqualTo(Outcome.OK);
        assertThat(story.row().currentTurn()).isEqualTo(1);
        assertThat(story.row().head()).isEqualTo(head);
    }

    @Test
    void the_plan_is_written_with_its_turn_and_carried_on_by_the_next_and_by_branches() {
        play(Map.of("name", "Call customers", "effort_hours", 12, "state", "planned"));
        UUID branch = Branch.of(story, 1);
        play(Map.of("id", "ceo_1", "state", "done"));

        assertThat(store.plans.after(story.id, 1).plan().tasks())
                .extracting(Task::id)
                .containsExactly("ceo_1", "pm_1", "sales_1");
        assertThat(store.plans.after(story.id, 2).plan().tasks())
                .extracting(Task::state)
                .containsExactly(TaskState.DONE, TaskState.PLANNED, TaskState.PLANNED);
        assertThat(store.plans.after(branch, 1)).isEqualTo(store.plans.after(story.id, 1));
        assertThat(store.plans.after(story.id, 0)).isEqualTo(PlanRow.NONE);
        assertThat(store.plans.after(story.id, 1).figures().metrics()).containsOnlyKeys("ceo", "pm", "sales");
    }

    private void play(Map<String, Object> task) {
        Turn turn = story.takeNext();
        story.project(turn, story.speak(turn, Map.of("tasks", List.of(task))));
    }

    @Test
    void turns_follow_each_other_and_the_last_one_completes_the_simulation() {
        Story two = Story.of(store, Scenarios.priceIncrease(2));

        assertThat(two.playTurn().status()).isEqualTo(Status.ACTIVE);
        assertThat(two.playTurn().status()).isEqualTo(Status.COMPLETED);

        assertThat(two.row().status()).isEqualTo(Status.COMPLETED);
        assertThat(two.row().currentTurn()).isEqualTo(2);
    }

    @Test
    void the_turn_under_way_is_projected_while_the_simulation_is_paused() {
        Turn turn = story.takeNext();
        story.command(Operation.PAUSE);

        assertThat(story.project(turn, story.speak(turn)).status()).isEqualTo(Status.PAUSED);
    }

    @Test
    void a_projection_repeated_after_its_commit_is_answered_with_what_stands() {
        Turn turn = story.takeNext();
        Projection projection = story.projection(turn, story.speak(turn));
        Projected first = store.journal.project(projection);
        story.command(Operation.PAUSE);

        Projected again = store.journal.project(projection);

        assertThat(again).isEqualTo(new Projected(Verdict.DONE, Status.PAUSED, first.head(), first.state()));
        assertThat(store.journal.ofTurn(story.id, 1))
                .hasSize(projection.events().size());
    }

    @Test
    void two_projections_of_one_turn_at_once_write_it_once() {
        for (int round = 0; round < 20; round++) {
            Story each = Story.ofPriceIncrease(store);
            Turn turn = each.takeNext();
            Projection projection = each.projection(turn, each.speak(turn));

            var projected = AtOnce.twice(() -> store.journal.project(projection));

            assertThat(projected.get(0)).isEqualTo(projected.get(1));
            assertThat(projected.get(0).verdict()).isEqualTo(Verdict.DONE);
            assertThat(store.journal.ofTurn(each.id, 1))
                    .hasSize(projection.events().size());
        }
    }

    @Test
    void a_twin_with_other_events_is_behind() {
        Turn turn = story.takeNext();
        List<SimulationEvent> events = story.speak(turn);
        story.project(turn, events);
        List<SimulationEvent> others = new ArrayList<>(events);
        others.set(1, PositionTaken.degraded("ceo", "timed out"));

        Projection twin = new Projection(story.id, 1, turn.request(), 1, others);

        assertThat(store.journal.project(twin).verdict()).isEqualTo(Verdict.BEHIND);
        assertThat(store.journal.ofTurn(story.id, 1))
                .extracting(JournalEntry::event)
                .isEqualTo(events);
    }

    @Test
    void an_old_run_is_behind_once_the_head_has_moved_on() {
        Turn turn = story.takeNext();
        Projection first = story.projection(turn, story.speak(turn));
        store.journal.project(first);
        story.playTurn();

        assertThat(store.journal.project(first).verdict()).isEqualTo(Verdict.BEHIND);
        assertThat(store.journal.ofTurn(story.id, 1)).hasSize(first.events().size());
    }

    @Test
    void a_wrong_head_a_turn_not_taken_and_another_request_are_behind() {
        Turn turn = story.takeNext();
        List<SimulationEvent> events = story.speak(turn);
        long request = turn.request();

        assertThat(project(1, request, 9, events)).isEqualTo(Verdict.BEHIND);
        assertThat(project(1, request + 1000, 1, events)).isEqualTo(Verdict.BEHIND);
        assertThat(project(2, request, 1, List.of(new TurnClosed(2)))).isEqualTo(Verdict.BEHIND);
        story.abandon(turn);
        assertThat(project(1, request, 1, events)).isEqualTo(Verdict.BEHIND);
        Turn again = story.takeNext();
        assertThat(project(1, request, 1, events)).isEqualTo(Verdict.BEHIND);
        assertThat(project(1, again.request(), 1, events)).isEqualTo(Verdict.DONE);
    }

    @Test
    void an_unknown_simulation_is_gone() {
        assertThat(store.journal.project(new Projection(UUID.randomUUID(), 1, 1, 1, List.of(new TurnClosed(1)))))
                .isEqualTo(new Projected(Verdict.GONE, null, 0, null));
    }

    @Test
    void half_a_turn_is_not_projected() {
        Turn turn = story.takeNext();
        List<SimulationEvent> events = story.speak(turn);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> story.project(turn, events.subList(0, events.size() - 1)))
                .withMessageContaining("turn 1");
    }

    @Test
    void an_answer_that_was_never_recorded_is_a_defect_and_nothing_is_written() {
        Turn turn = story.takeNext();
        List<SimulationEvent> events = story.speak(turn);
        store.jdbc
                .sql("delete from calls where simulation = :id and seat = 'ceo'")
                .param("id", story.id)
                .update();

        assertThatIllegalStateException().isThrownBy(() -> story.project(turn, events));
        assertThat(store.journal.ofTurn(story.id, 1)).isEmpty();
        assertThat(story.row().head()).isEqualTo(1);
    }

    @Test
    void every_agent_that_answered_remembers_its_own_position() {
        Turn turn = story.takeNext();
        List<SimulationEvent> events = story.speak(
                turn,
                Map.of(
                        "text", "x".repeat(600),
                        "proposals", List.of("a", "b", "c", "d", "e"),
                        "importance", 1.7));
        events.set(2, PositionTaken.degraded("pm", "timed out"));

        story.project(turn, events);

        List<Memory> memories = store.memories.list(story.id, null);
        assertThat(memories).extracting(Memory::seat).containsExactlyInAnyOrder("ceo", "sales");
        assertThat(memories).allSatisfy(memory -> {
            assertThat(memory.key()).isEqualTo("turn_1_response");
            assertThat(memory.type().word()).isEqualTo("episodic");
            assertThat(memory.importance()).isEqualTo(1.0);
            assertThat(memory.expiresAt()).isAfter(memory.createdAt());
            assertThat(memory.content())
                    .containsEntry("turn", 1)
                    .containsEntry("summary", "x".repeat(500))
                    .containsEntry("actions", List.of("launch_campaign", "a", "b", "c", "d"));
        });
    }

    @Test
    void importance_has_a_default_and_a_summary_is_not_cut_inside_a_character() {
        Turn turn = story.takeNext();
        String faces = "\uD83D\uDE00".repeat(600);

        story.project(turn, story.speak(turn, Map.of("text", faces, "importance", "very")));

        assertThat(store.memories.list(story.id, "ceo")).singleElement().satisfies(memory -> {
            assertThat(memory.importance()).isEqualTo(0.6);
            assertThat(memory.content()).containsEntry("summary", "\uD83D\uDE00".repeat(500));
        });
    }

    @Test
    void an_importance_too_small_for_the_column_is_kept_as_none() {
        Turn turn = story.takeNext();

        story.project(turn, story.speak(turn, Map.of("text", "Noted.", "importance", Double.MIN_VALUE)));

        assertThat(store.memories.list(story.id, "ceo"))
                .extracting(Memory::importance)
                .containsExactly(0.0);
    }

    @Test
    void nobody_remembers_when_memory_is_off() {
        Story forgetful = Story.of(store, Scenarios.withoutMemory());

        forgetful.playTurn();

        assertThat(store.memories.list(forgetful.id, null)).isEmpty();
    }

    @Test
    void events_survive_characters_that_postgresql_cannot_keep() {
        Turn turn = story.takeNext();
        List<SimulationEvent> events = story.speak(turn, Map.of("text", "nul \u0000 half \uD83D"));
        events.set(2, PositionTaken.degraded("pm", "nul \u0000 half \uDE00"));

        story.project(turn, events);

        var position = (PositionTaken) store.journal.ofTurn(story.id, 1).get(2).event();
        assertThat(position.answer().reason()).isEqualTo("nul \uFFFD half \uFFFD");
        assertThat(store.memories.list(story.id, "ceo").getFirst().content())
                .containsEntry("summary", "nul \uFFFD half \uFFFD");
        assertThat(story.project(turn, events).verdict()).isEqualTo(Verdict.DONE);
    }

    private Verdict project(int turn, long request, long head, List<SimulationEvent> events) {
        return store.journal
                .project(new Projection(story.id, turn, request, head, events))
                .verdict();
    }

    private List<String> types() {
        return store.jdbc
                .sql("select type from journal where simulation = :id order by seq")
                .param("id", story.id)
                .query(String.class)
                .list();
    }
}
