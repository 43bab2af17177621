package io.synthforce.workflows.quality;

import io.synthforce.workflows.journal.Answer;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.AnalysisGiven;
import io.synthforce.workflows.journal.SimulationEvent.DisagreementsNamed;
import io.synthforce.workflows.journal.SimulationEvent.MinutesTaken;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import java.util.List;
import java.util.stream.Stream;

/** Shares of what should be rare: numbers that rest on nothing, proposals without effect, silence, answers mended. */
final class Shares {

    private static final int LEAST_CLAIMS = 10;

    private Shares() {}

    static List<Measure> measures(Run run) {
        return List.of(ungrounded(run), unlisted(run), noAnswer(run), repaired(run));
    }

    private static Measure ungrounded(Run run) {
        int claims = run.utterances().stream().mapToInt(Utterance::claims).sum();
        int ungrounded =
                run.utterances().stream().mapToInt(Utterance::ungrounded).sum();
        return share(
                "ungrounded_share",
                ungrounded,
                claims,
                LEAST_CLAIMS,
                "numbers",
                0.2,
                0.5,
                "Agents make numbers up. Attach the documents that have them, or ask for arguments without numbers.");
    }

    private static Measure unlisted(Run run) {
        int unlisted = positions(run).mapToInt(PositionTaken::unlisted).sum();
        int listed =
                positions(run).mapToInt(position -> position.actions().size()).sum();
        return share(
                "unlisted_actions",
                unlisted,
                unlisted + listed,
                1,
                "proposals",
                0.6,
                0.9,
                "Much of what agents want has no effect in this world. Put it into the catalogue of actions.");
    }

    private static Measure noAnswer(Run run) {
        List<Answer> answers = run.turns().stream()
                .flatMap(turn -> turn.events().stream())
                .flatMap(Shares::answer)
                .toList();
        int missing = (int) answers.stream().filter(answer -> !answer.given()).count();
        return share(
                "no_answer_share",
                missing,
                answers.size(),
                1,
                "questions",
                0.05,
                0.2,
                "Models did not answer. Look at the reasons in the turns; the provider's limits or the model may be at"
                        + " fault.");
    }

    private static Measure repaired(Run run) {
        return share(
                "repair_share",
                run.repaired(),
                run.readings(),
                1,
                "answers",
                0.2,
                0.5,
                "Answers had to be taken out of other text or mended. A model that keeps to the schema is a safer"
                        + " choice.");
    }

    private static Measure share(
            String name, int part, int whole, int least, String counted, double watch, double poor, String advice) {
        if (whole == 0) {
            return Measure.unknown(name, 0, counted, "There were none.");
        }
        double share = part / (double) whole;
        String detail = "%d of %d.".formatted(part, whole);
        return whole < least
                ? new Measure(name, share, whole, counted, Rating.UNKNOWN, detail + " Too few to judge by.", "")
                : Measure.of(name, share, whole, counted, Rating.ofHigh(share, watch, poor), detail, advice);
    }

    private static Stream<PositionTaken> positions(Run run) {
        return run.turns().stream()
                .flatMap(turn -> turn.all(PositionTaken.class))
                .filter(position -> position.answer().given());
    }

    private static Stream<Answer> answer(SimulationEvent event) {
        return switch (event) {
            case PositionTaken e -> Stream.of(e.answer());
            case ReplyGiven e -> Stream.of(e.answer());
            case DisagreementsNamed e -> Stream.of(e.answer());
            case MinutesTaken e -> Stream.of(e.answer());
            case AnalysisGiven e -> Stream.of(e.answer());
            case SimulationEvent _ -> Stream.empty();
        };
    }
}
