package io.synthforce.activities.replay;

import io.synthforce.store.journal.Journal;
import io.synthforce.store.journal.JournalEntry;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.replay.ReplayReport;
import io.synthforce.workflows.replay.ReplayReport.Difference;
import io.synthforce.workflows.replay.ReplayReport.PlayedAgain;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds what is played against the journal, up to the first difference. */
final class Comparing {

    private final List<String> expected = new ArrayList<>();
    private final List<String> got = new ArrayList<>();
    private final List<PlayedAgain> turns = new ArrayList<>();
    private int calls;
    private @Nullable Difference difference;

    boolean differs() {
        return difference != null;
    }

    void read(int more) {
        calls += more;
    }

    /** What a journal, or that of a branch, begins with. */
    void opening(int turn, List<JournalEntry> stored, List<SimulationEvent> played) {
        compare(turn, stored, played);
    }

    void turn(int turn, List<JournalEntry> stored, List<SimulationEvent> played) {
        turns.add(new PlayedAgain(
                turn,
                played.size(),
                Journal.hash(played.stream().map(Journal::hash).toList())));
        compare(turn, stored, played);
    }

    /** A turn that could not be played on. */
    void unanswered(int turn, List<JournalEntry> stored, RecordedCalls.Unanswered unanswered) {
        stored.forEach(entry -> expected.add(entry.hash()));
        turns.add(new PlayedAgain(turn, 0, Journal.hash(List.of())));
        int place = 0;
        while (place < stored.size()
                && !Calling.isOf(unanswered.key(), stored.get(place).event())) {
            place++;
        }
        SimulationEvent event = place < stored.size() ? stored.get(place).event() : null;
        difference = new Difference(
                turn,
                place + 1,
                event,
                null,
                "%s: %s".formatted(Calling.inWords(unanswered.key()), unanswered.getMessage()));
    }

    ReplayReport report() {
        return new ReplayReport(turns.size(), calls, Journal.hash(expected), Journal.hash(got), turns, difference);
    }

    private void compare(int turn, List<JournalEntry> stored, List<SimulationEvent> played) {
        stored.forEach(entry -> expected.add(entry.hash()));
        List<String> hashes = played.stream().map(Journal::hash).toList();
        got.addAll(hashes);
        for (int i = 0; i < Math.max(stored.size(), hashes.size()) && difference == null; i++) {
            if (i >= stored.size()) {
                difference = new Difference(turn, i + 1, null, played.get(i), "the journal ends before this event");
            } else if (i >= hashes.size()) {
                difference = new Difference(turn, i + 1, stored.get(i).event(), null, "this event did not happen");
            } else if (!stored.get(i).hash().equals(hashes.get(i))) {
                difference =
                        new Difference(turn, i + 1, stored.get(i).event(), played.get(i), "this event is another one");
            }
        }
    }
}
