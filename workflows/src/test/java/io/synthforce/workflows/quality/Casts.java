package io.synthforce.workflows.quality;

import io.synthforce.workflows.dissent.PlayedTurn;
import io.synthforce.workflows.dissent.Talks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.ToIntBiFunction;

/** Runs of five turns by casts of four: a healthy one, and ways in which casts go wrong. */
final class Casts {

    static final List<String> ROLES = List.of("ceo", "engineering_lead", "sales", "support");

    private static final int TURNS = 5;

    private static final Map<String, String> PROFILES = new LinkedHashMap<>(Map.of(
            "ceo", "Chief executive: strategy, investors, runway, board and the direction of the company",
            "engineering_lead", "Engineering lead: architecture, servers, code quality, technical debt and releases",
            "sales", "Sales director: pipeline, deals, discounts, prospects and quota",
            "support", "Customer support lead: tickets, complaints, response times and onboarding of users"));

    private static final Map<String, List<String>> LINES = Map.of(
            "ceo",
                    List.of(
                            "Our investors ask what this does to runway, and the board wants one direction.",
                            "I weigh strategy against runway before anything that merely sounds good.",
                            "The board meets soon; the company needs a direction it can keep.",
                            "Strategy means saying no, and our investors will hear that from me.",
                            "If runway shrinks further the board decides instead of the company."),
            "engineering_lead",
                    List.of(
                            "The servers carry this load only if we pay technical debt first.",
                            "Code quality falls whenever releases are rushed like that.",
                            "Our architecture cannot take two changes in one release.",
                            "Every week of technical debt makes the next releases slower.",
                            "I will not touch the architecture without a way back."),
            "sales",
                    List.of(
                            "The pipeline is thin, and two deals hang on a discount.",
                            "Prospects compare us by price long before they try anything.",
                            "My quota assumes deals that close before summer.",
                            "Give me discounts for new prospects and the pipeline fills.",
                            "Large deals are lost when we waver in front of prospects."),
            "support",
                    List.of(
                            "Tickets double after each change, and response times suffer.",
                            "Complaints come from users whose onboarding nobody finished.",
                            "We answer tickets late because onboarding leaves so many questions.",
                            "Users write complaints only when they still hope we read them.",
                            "Better onboarding would halve the tickets we get from users."));

    private Casts() {}

    static Run healthy() {
        return healthy(TURNS);
    }

    static Run healthy(int turns) {
        return run(turns, ROLES, Casts::differing, (role, turn) -> line(role, turn));
    }

    static Run allAgree() {
        return run(TURNS, ROLES, (role, turn) -> 1, (role, turn) -> line(role, turn));
    }

    static Run oneSilent() {
        return run(TURNS, ROLES, Casts::differing, (role, turn) -> role.equals("support") ? "" : line(role, turn));
    }

    /** Three who spoke three times: four of the nine utterances are nearest to their own role's others. */
    static Run ofThree() {
        Map<String, List<String>> said = new LinkedHashMap<>();
        said.put("ceo", List.of("runway first", "runway first", "deals slip"));
        said.put("sales", List.of("deals slip", "tickets pile", "prices bite"));
        said.put("support", List.of("deals slip", "tickets pile", "tickets pile"));
        List<Utterance> utterances = new ArrayList<>();
        said.forEach((role, texts) -> texts.forEach(
                text -> utterances.add(new Utterance(utterances.size() % 3 + 1, role, role, text, 0, 0))));
        return with(healthy(), utterances);
    }

    /** Who says in every turn what it said before. */
    static Run repeatingThemselves() {
        return run(TURNS, ROLES, Casts::differing, (role, turn) -> line(role, 1));
    }

    /** Who says what everybody says. */
    static Run repeatingEachOther() {
        return run(TURNS, ROLES, Casts::differing, (role, turn) -> line("ceo", turn));
    }

    /** Sales and support sit on each other's chair. */
    static Run swapped() {
        return run(TURNS, ROLES, Casts::differing, (role, turn) -> line(other(role), turn));
    }

    static Run inventing() {
        Run healthy = healthy();
        return with(
                healthy,
                healthy.utterances().stream()
                        .map(said -> new Utterance(said.turn(), said.seat(), said.role(), said.text(), 3, 2))
                        .toList());
    }

    static Run with(Run run, List<Utterance> utterances) {
        return new Run(
                run.turns(),
                utterances,
                run.profiles(),
                run.issues(),
                run.priority(),
                run.given(),
                100,
                run.repaired());
    }

    private static String other(String role) {
        return switch (role) {
            case "sales" -> "support";
            case "support" -> "sales";
            default -> role;
        };
    }

    private static int differing(String role, int turn) {
        return List.of(2, -1, 1, -2).get((ROLES.indexOf(role) + turn) % ROLES.size());
    }

    private static String line(String role, int turn) {
        return LINES.getOrDefault(role, List.of()).get(turn - 1);
    }

    private static Run run(
            int turns,
            List<String> roles,
            ToIntBiFunction<String, Integer> stance,
            BiFunction<String, Integer, String> line) {
        List<PlayedTurn> played = new ArrayList<>();
        List<Utterance> utterances = new ArrayList<>();
        for (int turn = 1; turn <= turns; turn++) {
            Talks talks = Talks.in(turn);
            for (String role : roles) {
                String text = line.apply(role, turn);
                if (text.isEmpty()) {
                    talks.isSilent(role);
                } else {
                    talks.thinks(role, stance.applyAsInt(role, turn));
                    utterances.add(new Utterance(turn, role, role, text, 1, 0));
                }
            }
            played.add(talks.undecided());
        }
        return new Run(played, utterances, PROFILES, List.of("price"), roles, List.of(), utterances.size(), 0);
    }
}
