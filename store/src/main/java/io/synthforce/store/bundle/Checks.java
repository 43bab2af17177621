package io.synthforce.store.bundle;

import io.synthforce.store.journal.Journal;
import io.synthforce.store.request.Injection;
import io.synthforce.store.turn.GivenInput;
import io.synthforce.workflows.change.InvalidChange;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.TurnClosed;
import io.synthforce.workflows.journal.SimulationEvent.TurnOpened;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.json.ContentHash;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.replay.Openings;
import io.synthforce.workflows.scenario.Settings;
import io.synthforce.workflows.turn.Phase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Whether the parts of a bundle hold together. What they lead to is for a replay to find out. */
final class Checks {

    private Checks() {}

    static void header(Bundle.Header header) {
        require(header.format().equals(Bundle.FORMAT), "header.format", "Input should be '" + Bundle.FORMAT + "'");
        engine("header.engine", header.engine());
    }

    /** @param parent what it was forked from, null for the first */
    static void head(String at, Bundle.Head head, Bundle.@Nullable Head parent, SimulationState before) {
        int base = parent == null ? 0 : parent.uptoTurn();
        require(head.baseTurn() == base, at + ".base_turn", "Input should be " + base);
        int most;
        List<SimulationEvent> opening;
        try {
            most = head.scenario().settings().maxTurns();
            require(
                    most <= Settings.MOST_TURNS,
                    at + ".scenario.settings.max_turns",
                    "Input should be at most " + Settings.MOST_TURNS);
            opening = parent == null
                    ? Openings.started(head.scenario())
                    : Openings.forked(parent.scenario(), head.scenario(), head.changes(), before);
        } catch (InvalidChange impossible) {
            throw new InvalidBundle(at + ".changes", "A change is not possible in what was forked");
        } catch (IllegalArgumentException | NullPointerException broken) {
            throw new InvalidBundle(at + ".scenario", "The scenario is not whole");
        }
        require(
                head.uptoTurn() >= base && head.uptoTurn() <= most,
                at + ".upto_turn",
                "Input should be from %d to %d".formatted(base, most));
        given(at + ".given", head);
        entries(at + ".opening", head.opening());
        require(
                events(head.opening()).equals(opening),
                at + ".opening",
                "The journal should begin as the scenario and its changes say");
    }

    private static void given(String at, Bundle.Head head) {
        int last = head.uptoTurn();
        for (GivenInput input : head.given()) {
            require(input.turn() > last, at, "Turns should ascend from %d".formatted(last + 1));
            last = input.turn();
            for (Injection one : input.happened()) {
                require(
                        one.visibility() != null && (one.event() == null) != (one.text() == null),
                        at,
                        "An event has a visibility, and either a text or its name in the catalogue");
            }
        }
    }

    static void turn(String at, Bundle.Turn turn, int number) {
        require(turn.turn() == number, at + ".turn", "Input should be " + number);
        engine(at + ".engine", turn.engine());
        entries(at + ".events", turn.events());
        List<SimulationEvent> events = events(turn.events());
        boolean whole = !events.isEmpty()
                && events.getFirst() instanceof TurnOpened opened
                && opened.turn() == number
                && events.getLast().equals(new TurnClosed(number));
        require(whole, at + ".events", "The events should be a whole turn, opened and closed");
        require(
                ((TurnOpened) events.getFirst()).inputs().equals(turn.inputsHash()),
                at + ".inputs_hash",
                "The turn was opened with other inputs");
        for (int i = 0; i < turn.calls().size(); i++) {
            call("%s.calls.%d".formatted(at, i), turn.calls().get(i));
        }
    }

    /** @param last turn that was played */
    static void interview(String at, Bundle.Interview interview, int last) {
        require(
                interview.turn() >= 0 && interview.turn() <= last,
                at + ".turn",
                "Input should be from 0 to %d".formatted(last));
        require(
                List.of("done", "failed").contains(interview.state()),
                at + ".state",
                "Input should be 'done' or 'failed'");
        Bundle.Call call = interview.call();
        if (call != null) {
            require(
                    call.phase() == Phase.INTERVIEW
                            && call.round() == interview.number()
                            && call.seat().equals(interview.seat()),
                    at + ".call",
                    "The call is not the one that answers this question");
            call(at + ".call", call);
        }
    }

    static void require(boolean holds, String path, String otherwise) {
        if (!holds) {
            throw new InvalidBundle(path, otherwise);
        }
    }

    private static void engine(String at, int engine) {
        require(
                engine == SimulationState.ENGINE,
                at,
                "This instance has engine %d and cannot play on what engine %d began"
                        .formatted(SimulationState.ENGINE, engine));
    }

    private static void entries(String at, List<Bundle.Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            Bundle.Entry entry = entries.get(i);
            require(
                    Journal.hash(entry.event()).equals(entry.hash()),
                    "%s.%d.hash".formatted(at, i),
                    "The event is not the one that was hashed; a bundle is passed on byte for byte");
        }
    }

    private static void call(String at, Bundle.Call call) {
        String reply = call.reply();
        require(
                (reply == null) == (call.contentHash() == null),
                at + ".reply",
                "A call that was answered has a reply and its content_hash, one that was given up has neither");
        if (reply != null) {
            require(
                    ContentHash.ofText(reply).equals(call.contentHash()),
                    at + ".content_hash",
                    "The reply is not the one that was hashed");
            try {
                require(Json.mapper().readTree(reply).isObject(), at + ".reply", "The reply should be a JSON object");
            } catch (JacksonException broken) {
                throw new InvalidBundle(at + ".reply", "The reply should be a JSON object");
            }
        }
    }

    static List<SimulationEvent> events(List<Bundle.Entry> entries) {
        return entries.stream().map(Bundle.Entry::event).toList();
    }
}
