package io.synthforce.api.memory;

import io.synthforce.api.memory.ExplanationAnswer.Item;
import io.synthforce.api.memory.ExplanationAnswer.Unknown;
import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.store.grounding.Evidences;
import io.synthforce.store.memory.LeftOut;
import io.synthforce.store.memory.Memories;
import io.synthforce.store.memory.Memory;
import io.synthforce.store.memory.Recalled;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import io.synthforce.store.snapshot.Snapshot;
import io.synthforce.store.snapshot.Snapshots;
import io.synthforce.store.turn.TurnRow;
import io.synthforce.store.turn.Turns;
import io.synthforce.workflows.grounding.Claims;
import io.synthforce.workflows.grounding.Moment;
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
import org.jspecify.annotations.Nullable;
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
        String query = turn.inputs().about(seat.role(), minutes(player, turn.turn() - 1), scenario);
        Recalled recalled = scenario.settings().enableMemory()
                ? memories.recall(player, seat.id(), turn.turn(), before.head(), query)
                : Recalled.NOTHING;
        LeftOut.Some others = memories.leftOut(player, seat.id(), turn.turn(), before.head(), recalled, MOST_LEFT_OUT);
        Claims claims = new Claims(evidences.upTo(row, turn.turn() - 1));
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
                recalled(recalled),
                leftOut(recalled, others),
                recalled.crowdedOut().size() + others.total(),
                call.map(RecordedCall::reply)
                        .map(reply -> unknown(player, turn.turn(), seat, recalled, reply))
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

    private @Nullable String minutes(UUID simulation, int turn) {
        return turns.findPlayed(simulation, turn)
                .map(TurnRow::simulation)
                .flatMap(player -> calls.recorded(new CallKey(player, turn, CallKey.COORDINATOR, Phase.MINUTES, 0)))
                .map(RecordedCall::reply)
                .map(reply -> Json.mapper().readTree(reply).path("text").asString(""))
                .orElse(null);
    }

    private static boolean isSent(String request, Recalled recalled, Claims claims) {
        return recalled.shown().stream().map(memory -> escaped(memory, claims)).allMatch(request::contains);
    }

    /** A line as the body of a request has it, with a mark for every number that rests on nothing. */
    private static String escaped(Memory memory, Claims claims) {
        String text = Json.write("- " + claims.verified(memory.line(), Moment.afterDecisions(memory.turn())));
        return text.substring(1, text.length() - 1);
    }

    private static List<Item> recalled(Recalled recalled) {
        List<Item> items = new ArrayList<>();
        recalled.pinned().forEach(memory -> items.add(Item.of(memory, "pinned")));
        recalled.recalled().forEach(scored -> items.add(Item.of(scored, "score")));
        recalled.commitments().forEach(memory -> items.add(Item.of(memory, "commitment")));
        recalled.toReflectOn().forEach(memory -> items.add(Item.of(memory, "reflection")));
        return items;
    }

    private static List<Item> leftOut(Recalled recalled, LeftOut.Some others) {
        List<Item> items = new ArrayList<>();
        recalled.crowdedOut().forEach(scored -> items.add(Item.of(scored, "budget")));
        others.newest().forEach(leftOut -> items.add(Item.of(leftOut)));
        return items;
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
