package io.synthforce.activities.call;

import io.synthforce.activities.question.Proceedings;
import io.synthforce.activities.question.Proceedings.Part;
import io.synthforce.store.call.ModelCalls;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.workflows.experiment.RunRecord;
import io.synthforce.workflows.experiment.RunRecord.TurnRecord;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Phase;
import io.synthforce.workflows.world.ActionType;
import io.synthforce.workflows.world.IndicatorValue;
import io.synthforce.workflows.world.World;
import io.synthforce.workflows.world.WorldEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Puts together, out of recorded replies and what code noted, all that was said and decided in a run. */
record Recordings(ModelCalls calls) {

    private static final List<Phase> TOLD = List.of(Phase.POSITION, Phase.DISAGREEMENTS, Phase.REPLY, Phase.MINUTES);

    Proceedings of(SimulationRow branch, RunRecord run) {
        List<Part> parts = new ArrayList<>();
        for (TurnRecord turn : run.turns()) {
            calls.ofTurn(branch.id(), turn.turn()).stream()
                    .filter(call -> call.given() && TOLD.contains(call.key().phase()))
                    .sorted(inOrderOfSpeaking(branch.scenario()))
                    .map(call -> said(branch.scenario(), call))
                    .filter(part -> !part.text().isBlank())
                    .forEach(parts::add);
            parts.add(facts(branch.scenario(), turn));
        }
        return new Proceedings(parts);
    }

    /** Positions, then round by round what was disputed and answered, then the minutes. */
    private static Comparator<RecordedCall> inOrderOfSpeaking(Scenario scenario) {
        List<String> seats = scenario.cast().stream().map(Seat::id).toList();
        return Comparator.comparingInt((RecordedCall call) -> part(call.key().phase()))
                .thenComparingInt(call -> call.key().round())
                .thenComparing(call -> call.key().phase())
                .thenComparingInt(call -> (seats.indexOf(call.key().seat()) + seats.size() + 1) % (seats.size() + 1))
                .thenComparing(call -> call.key().seat());
    }

    private static int part(Phase phase) {
        return switch (phase) {
            case POSITION -> 0;
            case DISAGREEMENTS, REPLY -> 1;
            case MINUTES, ANALYSIS, INTERVIEW, JUDGE, BRIEF, ENTAILMENT, BASELINE -> 2;
        };
    }

    private static Part said(Scenario scenario, RecordedCall call) {
        CallKey key = call.key();
        JsonNode reply = Json.mapper().readTree(call.reply() == null ? "{}" : call.reply());
        String phase = key.phase().label() + (key.round() == 0 ? "" : "." + key.round());
        String turn = "t" + key.turn() + ".";
        boolean coordinator = key.seat().equals(CallKey.COORDINATOR);
        return new Part(
                turn + (coordinator ? phase : key.seat() + "." + phase),
                "turn %d, %s".formatted(key.turn(), coordinator ? "coordinator" : name(scenario, key.seat())),
                key.phase() == Phase.DISAGREEMENTS
                        ? reply.path("disagreements")
                                .valueStream()
                                .map(named -> named.path("question").asString(""))
                                .collect(Collectors.joining("\n"))
                        : reply.path("text").asString(""));
    }

    private static String name(Scenario scenario, String id) {
        return scenario.cast().stream()
                .filter(seat -> seat.id().equals(id))
                .findFirst()
                .map(Seat::name)
                .orElse(id);
    }

    private static Part facts(Scenario scenario, TurnRecord turn) {
        World world = scenario.world();
        Stream<String> lines = Stream.of(
                        turn.decisions().stream().map(decision -> "decided: " + decision),
                        turn.actions().stream()
                                .map(id -> "done: "
                                        + world.action(id)
                                                .map(ActionType::description)
                                                .orElse(id)),
                        turn.happened().stream()
                                .map(id -> "happened: "
                                        + world.event(id)
                                                .map(WorldEvent::description)
                                                .orElse(id)),
                        turn.ledger().stream().map(line -> line(world, line)),
                        turn.ruined() ? Stream.of("the company is ruined") : Stream.<String>empty())
                .flatMap(all -> all);
        return new Part(
                "t%d.facts".formatted(turn.turn()),
                "turn %d, %s, as code noted it"
                        .formatted(turn.turn(), scenario.clock().dateOf(turn.turn())),
                lines.collect(Collectors.joining("\n")));
    }

    private static String line(World world, IndicatorValue line) {
        return "%s: %s %s"
                .formatted(
                        line.indicator(),
                        line.value().stripTrailingZeros().toPlainString(),
                        world.indicator(line.indicator()).unit());
    }
}
