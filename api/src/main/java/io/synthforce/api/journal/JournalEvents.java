package io.synthforce.api.journal;

import io.synthforce.api.journal.JournalEvent.Utterance;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.journal.Journal;
import io.synthforce.store.journal.JournalEntry;
import io.synthforce.store.turn.Turns;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.*;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Phase;
import io.synthforce.workflows.world.World;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Journal entries with their texts, page by page. */
@Component
@ApiRole
final class JournalEvents {

    /** About four turns: what a reader far behind is given at once. */
    private static final int PAGE = 200;

    private final Journal journal;
    private final ModelCalls calls;
    private final Turns turns;

    JournalEvents(Journal journal, ModelCalls calls, Turns turns) {
        this.journal = journal;
        this.calls = calls;
        this.turns = turns;
    }

    /** An event and its place in the journal. */
    record Placed(long seq, JournalEvent event) {

        /** The name the journal keeps it under. */
        String name() {
            return event.event().path("type").asString();
        }
    }

    /** The next entries after a position, oldest first; none when there are no more. */
    List<Placed> after(UUID simulation, World world, long seq) {
        Texts texts = new Texts(simulation, world, calls, turns);
        return journal.after(simulation, seq, PAGE).stream()
                .map(entry -> new Placed(entry.seq(), event(entry, texts)))
                .toList();
    }

    private static JournalEvent event(JournalEntry entry, Texts texts) {
        SimulationEvent event = entry.event();
        return new JournalEvent(
                entry.turn(),
                entry.recordedAt(),
                Json.mapper().valueToTree(event),
                event instanceof EventOccurred occurred ? texts.description(entry.turn(), occurred.event()) : null,
                utterance(entry.turn(), event, texts));
    }

    private static @Nullable Utterance utterance(int turn, SimulationEvent event, Texts texts) {
        return switch (event) {
            case PositionTaken e -> texts.utterance(turn, e.answer(), e.seat(), Phase.POSITION, 0);
            case DisagreementsNamed e ->
                texts.utterance(turn, e.answer(), CallKey.COORDINATOR, Phase.DISAGREEMENTS, e.round());
            case ReplyGiven e -> texts.utterance(turn, e.answer(), e.seat(), Phase.REPLY, e.round());
            case MinutesTaken e -> texts.utterance(turn, e.answer(), Phase.MINUTES);
            case AnalysisGiven e -> texts.utterance(turn, e.answer(), Phase.ANALYSIS);
            case SimulationEvent _ -> null;
        };
    }
}
