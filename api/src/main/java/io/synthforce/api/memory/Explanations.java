package io.synthforce.api.memory;

import io.synthforce.api.memory.ExplanationAnswer.Item;
import io.synthforce.api.memory.ExplanationAnswer.NotKept;
import io.synthforce.api.memory.ExplanationAnswer.Unknown;
import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.store.grounding.Evidences;
import io.synthforce.store.grounding.Minutes;
import io.synthforce.store.memory.LeftOut;
import io.synthforce.store.memory.Memories;
import io.synthforce.store.memory.Memory;
import io.synthforce.store.memory.MemoryEdits;
import io.synthforce.store.memory.Recalled;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.store.snapshot.Snapshot;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.store.turn.TurnRow;
import io.synthforce.store.turn.Turns;
import io.synthforce.workflows.grounding.Claims;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.memory.Learned;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Works out again what an agent remembered in a turn. Edits append, so the past is as it was. */
@Component
@ApiRole
final class Explanations {

    private static final int MOST_LEFT_OUT = 100;

    private final Simulations simulations;
    private final Turns turns;
    private final Snapshots snapshots;
    private final ModelCalls calls;
    private final Minutes minutes;
    private final Memories memories;
    private final Evidences evidences;

    Explanations(
            Simulations simulations,
            Turns turns,
            Snapshots snapshots,
            ModelCalls calls,
            Memories memories,
            Evidences evidences) {
        this.simulations = simulations;
        this.turns = turns;
        this.snapshots = snapshots;
        this.calls = calls;
        this.minutes = new Minutes(turns, calls);
        this.memories = memories;
        this.evidences = evidences;
    }

    /** @throws io.synthforce.api.problem.Refused if the turn has not begun, or nobody of that name speaks in it */
    ExplanationAnswer of(UUID simulation, Explain asked) {
        TurnRow turn = turns.findPlayed(simulation, asked.turn())
                .or(() -> turns.find(simulation, asked.turn()))
                .orElseThrow(() -> new TurnNotBegun(asked.turn()));
        UUID player = turn.simulation();
        SimulationRow row = simulations.find(player).orElseThrow(() -> new UnknownSimulation(player));
        Seat seat = seat(turn, asked.seat());
        Snapshot before = snapshots
                .find(player, turn.turn() - 1)
                .orElseThrow(() -> new IllegalStateException("Turn %d has nothing before it".formatted(turn.turn())));
        Scenario scenario = row.scenario();
        Claims claims = new Claims(evidences.upTo(row, turn.turn() - 1));
        String query = turn.inputs().about(seat.role(), minutes.heard(player, turn.turn() - 1, claims), scenario);
        Recalled recalled = scenario.settings().enableMemory()
                ? memories.recall(player, seat.id(), turn.turn(), before.head(), query)
                : Recalled.NOTHING;
        LeftOut.Some others = memories.leftOut(player, seat.id(), turn.turn(), before.head(), recalled, MOST_LEFT_OUT);
        Optional<RecordedCall> call = calls.recorded(new CallKey(player, turn.turn(), seat.id(), Phase.POSITION, 0));
        return new ExplanationAnswer(
                turn.turn(),
                seat.id(),
                query,
                Recalled.BUDGET,
                recalled.tokens(),
                recalled.reflectionDue(),
                call.map(RecordedCall::attempt)
                        .flatMap(calls::sent)
                        .map(request -> isSent(request, recalled, claims))
                        .orElse(null),
                recalled(recalled, claims),
                leftOut(recalled, others, claims),
                recalled.crowdedOut().size() + others.total(),
                call.map(RecordedCall::reply)
                        .map(reply -> unknown(player, turn.turn(), seat, recalled, reply))
                        .orElse(List.of()),
                call.map(RecordedCall::reply)
                        .map(reply -> notKept(row, turn.turn(), seat, reply))
                        .orElse(List.of()));
    }

    private static Seat seat(TurnRow turn, String name) {
        List<Seat> speakers = turn.inputs().speakers();
        return speakers.stream()
                .filter(speaker -> speaker.id().equals(name))
                .findFirst()
                .or(() -> speakers.stream()
                        .filter(speaker -> speaker.role().equals(name))
                        .findFirst())
                .orElseThrow(() -> new InvalidRequest(
                        Explain.FIELD,
                        "value_error",
                        "Nobody called %s speaks in turn %d".formatted(name, turn.turn())));
    }

    private static boolean isSent(String request, Recalled recalled, Claims claims) {
        return recalled.shown().stream().map(memory -> escaped(memory, claims)).allMatch(request::contains);
    }

    /** A line as the body of a request has it. */
    private static String escaped(Memory memory, Claims claims) {
        String text = Json.write("- " + memory.line(claims));
        return text.substring(1, text.length() - 1);
    }

    private static List<Item> recalled(Recalled recalled, Claims claims) {
        List<Item> items = new ArrayList<>();
        recalled.pinned().forEach(memory -> items.add(Item.of(memory, claims, "pinned")));
        recalled.recalled().forEach(scored -> items.add(Item.of(scored, claims, "score")));
        recalled.commitments().forEach(memory -> items.add(Item.of(memory, claims, "commitment")));
        recalled.toReflectOn().forEach(memory -> items.add(Item.of(memory, claims, "reflection")));
        return items;
    }

    private static List<Item> leftOut(Recalled recalled, LeftOut.Some others, Claims claims) {
        List<Item> items = new ArrayList<>();
        recalled.crowdedOut().forEach(scored -> items.add(Item.of(scored, claims, "budget")));
        others.newest().forEach(leftOut -> items.add(Item.of(leftOut, claims)));
        return items;
    }

    /** A key means one thing for ever, so one that is free after the turn was never given. */
    private List<NotKept> notKept(SimulationRow player, int turn, Seat seat, String reply) {
        if (player.currentTurn() < turn) {
            return List.of();
        }
        List<Learned.Commitment> made = Learned.of(reply).commitments();
        return IntStream.range(0, made.size())
                .filter(i -> !memories.isTaken(player.id(), seat.id(), Learned.Commitment.key(turn, i + 1)))
                .mapToObj(i -> NotKept.beyond(MemoryEdits.MOST_OPEN, made.get(i).text()))
                .toList();
    }

    private List<Unknown> unknown(UUID player, int turn, Seat seat, Recalled recalled, String reply) {
        Learned learned = Learned.of(reply);
        List<Unknown> unknown = new ArrayList<>();
        learned.settled().stream()
                .map(Learned.Settlement::key)
                .filter(key -> recalled.commitment(key).isEmpty())
                .forEach(key -> unknown.add(new Unknown("settled", key)));
        List<String> sources = learned.reflections().stream()
                .flatMap(reflection -> reflection.sources().stream())
                .distinct()
                .toList();
        List<String> known = memories.named(player, turn, sources).stream()
                .filter(memory -> memory.seat().equals(seat.id()))
                .map(Memory::key)
                .toList();
        sources.stream().filter(key -> !known.contains(key)).forEach(key -> unknown.add(new Unknown("sources", key)));
        return unknown;
    }
}
