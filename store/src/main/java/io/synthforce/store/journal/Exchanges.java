package io.synthforce.store.journal;

import io.synthforce.store.call.RecordedCall;
import io.synthforce.workflows.journal.Disagreement;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.DisagreementsNamed;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What passed between people in a turn, told to each of them: whom it answered and how, or who turned to it. */
record Exchanges(
        UUID simulation,
        int turn,
        List<SimulationEvent> events,
        Map<CallKey, RecordedCall> recorded,
        List<Seat> speakers) {

    private static final int QUOTED = 200;

    /** What a seat was part of; nothing when nobody had to do with it. */
    Optional<String> of(String seat) {
        List<String> told = new ArrayList<>();
        events.stream()
                .flatMap(event -> event instanceof ReplyGiven reply ? java.util.stream.Stream.of(reply) : null)
                .filter(reply -> reply.seat().equals(seat) && reply.answer().given())
                .forEach(reply -> answered(reply).ifPresent(told::add));
        if (told.isEmpty()) {
            events.stream()
                    .flatMap(event -> event instanceof PositionTaken p ? java.util.stream.Stream.of(p) : null)
                    .filter(position -> position.directedTo().contains(seat))
                    .limit(2)
                    .map(position -> "%s said to you: “%s”"
                            .formatted(name(position.seat()), quoted(position.seat(), Phase.POSITION, 0)))
                    .forEach(told::add);
        }
        return told.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", told));
    }

    private Optional<String> answered(ReplyGiven reply) {
        return disagreement(reply)
                .map(disagreement -> "Against %s on “%s” you said: “%s” %s"
                        .formatted(
                                disagreement.opposing(reply.seat()).stream()
                                        .map(this::name)
                                        .collect(Collectors.joining(" and ")),
                                question(reply, disagreement),
                                quoted(reply.seat(), Phase.REPLY, reply.round()),
                                reply.conceded() ? "You gave way." : "You held to it."));
    }

    private Optional<Disagreement> disagreement(ReplyGiven reply) {
        return events.stream()
                .flatMap(event -> event instanceof DisagreementsNamed named && named.round() == reply.round()
                        ? named.disagreements().stream()
                        : null)
                .filter(disagreement -> disagreement.id().equals(reply.disagreement()))
                .findFirst();
    }

    /** The first disagreement that was named is {@code d1}. */
    private String question(ReplyGiven reply, Disagreement disagreement) {
        int place = Integer.parseInt(disagreement.id().substring(1)) - 1;
        return tree(CallKey.COORDINATOR, Phase.DISAGREEMENTS, reply.round())
                .path("disagreements")
                .path(place)
                .path("question")
                .asString(disagreement.issue());
    }

    private String quoted(String seat, Phase phase, int round) {
        return Keeping.cut(tree(seat, phase, round).path("text").asString(""), QUOTED);
    }

    private JsonNode tree(String seat, Phase phase, int round) {
        RecordedCall call = recorded.get(new CallKey(simulation, turn, seat, phase, round));
        return Json.mapper().readTree(call == null || call.reply() == null ? "{}" : call.reply());
    }

    private String name(String seat) {
        return speakers.stream()
                .filter(speaker -> speaker.id().equals(seat))
                .map(Seat::name)
                .findFirst()
                .orElse(seat);
    }
}
