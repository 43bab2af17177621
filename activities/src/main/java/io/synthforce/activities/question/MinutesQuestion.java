package io.synthforce.activities.question;

import static java.util.Map.entry;

import io.synthforce.activities.groq.Message;
import io.synthforce.activities.groq.ReplyFormat;
import io.synthforce.workflows.journal.Answer;
import io.synthforce.workflows.journal.SimulationEvent.MinutesTaken;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The coordinator's summary; the next turn reads it as minutes, while its numbers come from the ledger. */
public final class MinutesQuestion extends Question<MinutesTaken> {

    private static final String ASKED = """
            Write the minutes of this turn for those who play the next one.
            - text: below 300 words, Markdown with the headings Themes, Agreement, Tension, Decisions, Open questions,
              Next focus. Keep disagreement as disagreement. Numbers only from the facts.
            - decisions: one sentence each, only what the facts say was decided or done.
            - open_questions: one sentence each.
            - next_focus: one sentence.""";

    @Override
    Message addressee(Scene scene) {
        return Briefing.coordinator("You keep the minutes.");
    }

    @Override
    Sections material(Scene scene) {
        return Briefing.discussion(scene, "");
    }

    @Override
    String asked(Scene scene) {
        return ASKED;
    }

    @Override
    public ReplyFormat format(Scene scene) {
        return new ReplyFormat(
                "minutes",
                Shape.object(
                        entry("text", Shape.text()),
                        entry("decisions", Shape.list(Shape.text())),
                        entry("open_questions", Shape.list(Shape.text())),
                        entry("next_focus", Shape.text())));
    }

    @Override
    public double temperature(Scene scene) {
        return 0.5;
    }

    @Override
    public List<String> faults(JsonNode reply, Scene scene) {
        return reply.path("text").asString().isBlank() ? List.of("text is empty") : List.of();
    }

    @Override
    public MinutesTaken event(JsonNode reply, String contentHash, Scene scene) {
        return new MinutesTaken(Answer.ok(contentHash));
    }

    @Override
    public MinutesTaken degraded(String reason, Scene scene) {
        return new MinutesTaken(Answer.degraded(reason));
    }

    @Override
    List<String> heard(Scene scene) {
        return Transcript.hashes(scene);
    }
}
