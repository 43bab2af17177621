package io.synthforce.api.quality;

import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.discussion.Discussions;
import io.synthforce.store.discussion.Said;
import io.synthforce.store.grounding.Evidences;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.turn.Turns;
import io.synthforce.workflows.grounding.Claims;
import io.synthforce.workflows.grounding.Moment;
import io.synthforce.workflows.quality.Run;
import io.synthforce.workflows.quality.Utterance;
import io.synthforce.workflows.scenario.Issue;
import io.synthforce.workflows.scenario.Role;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.turn.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what is judged of a simulation. */
@Component
@ApiRole
final class Runs {

    private static final String AS_IT_STOOD = "strict";

    private final Discussions discussions;
    private final Evidences evidences;
    private final Turns turns;

    Runs(Discussions discussions, Evidences evidences, Turns turns) {
        this.discussions = discussions;
        this.evidences = evidences;
        this.turns = turns;
    }

    Run of(SimulationRow simulation, int first, int last) {
        Scenario scenario = simulation.scenario();
        List<Said> said = discussions.said(simulation.id(), first, last);
        return new Run(
                discussions.turns(simulation.id(), last).stream()
                        .filter(turn -> turn.turn() >= first)
                        .toList(),
                utterances(said, new Claims(evidences.upTo(simulation, last))),
                profiles(scenario),
                scenario.issues().stream().map(Issue::id).toList(),
                scenario.cast().stream()
                        .sorted(Comparator.comparingInt(Seat::priority).reversed())
                        .map(Seat::id)
                        .toList(),
                given(simulation, last),
                said.size(),
                (int) said.stream()
                        .filter(one -> !one.parseStep().equals(AS_IT_STOOD))
                        .count());
    }

    private static List<Utterance> utterances(List<Said> said, Claims claims) {
        Map<String, List<Said>> together = said.stream()
                .filter(one -> one.phase() == Phase.POSITION || one.phase() == Phase.REPLY)
                .sorted(Comparator.comparingInt(Said::turn)
                        .thenComparing(Said::seat)
                        .thenComparing(Said::phase)
                        .thenComparingInt(Said::round))
                .collect(Collectors.groupingBy(
                        one -> one.turn() + " " + one.seat(), LinkedHashMap::new, Collectors.toList()));
        return together.values().stream().map(one -> utterance(one, claims)).toList();
    }

    private static Utterance utterance(List<Said> said, Claims claims) {
        Said first = said.getFirst();
        String text = said.stream().map(Said::text).collect(Collectors.joining("\n\n"));
        return new Utterance(
                first.turn(),
                first.seat(),
                first.role(),
                text,
                Claims.count(text),
                claims.ungrounded(text, Moment.inDiscussion(first.turn())).size());
    }

    private static Map<String, String> profiles(Scenario scenario) {
        Map<String, String> profiles = new LinkedHashMap<>();
        scenario.cast().forEach(seat -> profiles.put(seat.role(), profile(scenario.roleOf(seat))));
        return profiles;
    }

    private static String profile(Role role) {
        return String.join(
                " ",
                role.name(),
                role.description(),
                String.join(" ", role.capabilities()).replace('_', ' '),
                role.persona());
    }

    private List<String> given(SimulationRow simulation, int last) {
        List<String> given = new ArrayList<>(List.of(simulation.scenario().text()));
        simulation
                .scenario()
                .issues()
                .forEach(issue -> given.addAll(List.of(issue.question(), issue.option(), issue.alternative())));
        turns.played(simulation.id(), last, 0).forEach(turn -> {
            String asked = turn.inputs().userInput();
            if (asked != null) {
                given.add(asked);
            }
        });
        return given;
    }
}
