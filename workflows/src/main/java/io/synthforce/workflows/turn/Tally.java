package io.synthforce.workflows.turn;

import io.synthforce.workflows.scenario.Issue;
import java.util.List;
import java.util.Optional;

/** The stances on one issue, counted, and what the issue's rule makes of them. */
record Tally(Issue issue, List<Voice> voices, int pro, int contra) {

    static Tally of(Issue issue, List<Voice> voices) {
        int pro = (int) voices.stream().filter(v -> v.on(issue.id()) > 0).count();
        int contra = (int) voices.stream().filter(v -> v.on(issue.id()) < 0).count();
        return new Tally(issue, voices, pro, contra);
    }

    Optional<String> choice() {
        return switch (issue.rule()) {
            case CEO, OWNER ->
                sideOf(voices.stream().filter(v -> issue.isSettledBy(v.seat())).findFirst());
            case MAJORITY -> side(pro - contra);
            case CONSENT -> consent();
        };
    }

    private Optional<String> consent() {
        boolean vetoedOption = voices.stream().anyMatch(v -> v.on(issue.id()) == -2);
        boolean vetoedAlternative = voices.stream().anyMatch(v -> v.on(issue.id()) == 2);
        if (pro > 0 && !vetoedOption) {
            return Optional.of(issue.option());
        }
        return contra > 0 && !vetoedAlternative ? Optional.of(issue.alternative()) : Optional.empty();
    }

    private Optional<String> sideOf(Optional<Voice> decider) {
        return decider.flatMap(voice -> side(voice.on(issue.id())));
    }

    private Optional<String> side(int balance) {
        return switch (Integer.signum(balance)) {
            case 1 -> Optional.of(issue.option());
            case -1 -> Optional.of(issue.alternative());
            default -> Optional.empty();
        };
    }
}
