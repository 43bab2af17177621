package io.synthforce.workflows.turn;

import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.journal.Stance;
import io.synthforce.workflows.scenario.Seat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where a seat stands: its position, with the stances its replies named since and the actions of the last one. */
record Voice(Seat seat, List<Stance> stances, List<String> actions) {

    /** The voices of those who took a position, in speaking order. */
    static List<Voice> of(List<Seat> speakers, List<SimulationEvent> said) {
        Map<String, Voice> voices = new LinkedHashMap<>();
        for (SimulationEvent event : said) {
            if (event instanceof PositionTaken position && position.answer().given()) {
                speakers.stream()
                        .filter(seat -> seat.id().equals(position.seat()))
                        .forEach(seat -> voices.put(seat.id(), of(seat, position)));
            } else if (event instanceof ReplyGiven reply) {
                voices.computeIfPresent(reply.seat(), (_, voice) -> voice.after(reply));
            }
        }
        return List.copyOf(voices.values());
    }

    static Voice of(Seat seat, PositionTaken position) {
        return new Voice(seat, position.stances(), position.actions());
    }

    Voice after(ReplyGiven reply) {
        return reply.answer().given() ? new Voice(seat, kept(reply.stances()), reply.actions()) : this;
    }

    private List<Stance> kept(List<Stance> named) {
        Stream<Stance> unnamed = stances.stream()
                .filter(old -> named.stream().noneMatch(stance -> stance.issue().equals(old.issue())));
        return Stream.concat(named.stream(), unnamed).toList();
    }

    int on(String issue) {
        return stances.stream()
                .filter(stance -> stance.issue().equals(issue))
                .findFirst()
                .map(Stance::value)
                .orElse(0);
    }
}
