package io.synthforce.activities.question;

import static java.util.Map.entry;

import io.synthforce.activities.groq.ReplyFormat;
import io.synthforce.workflows.journal.Answer;
import io.synthforce.workflows.journal.SimulationEvent.AnalysisGiven;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The analyst's reading of the turn, beside the minutes and without having seen them. */
public final class AnalysisQuestion extends Question<AnalysisGiven> {

    private static final String ASKED = """
            Read the turn from outside.
            - text: below 150 words: what the discussion is built on, what nobody said, what may come second.
            - risks: one sentence each, the largest first.
            - confidence: how sure you are of this reading, 0 to 1.""";

    @Override
    Sections material(Scene scene) {
        return Briefing.discussion(scene, scene.seat().role());
    }

    @Override
    String asked(Scene scene) {
        return ASKED;
    }

    @Override
    public ReplyFormat format(Scene scene) {
        return new ReplyFormat(
                "analysis",
                Shape.object(
                        entry("text", Shape.text()),
                        entry("risks", Shape.list(Shape.text())),
                        entry("confidence", Shape.number())));
    }

    @Override
    public AnalysisGiven event(JsonNode reply, String contentHash, Scene scene) {
        return new AnalysisGiven(Answer.ok(contentHash));
    }

    @Override
    public AnalysisGiven degraded(String reason, Scene scene) {
        return new AnalysisGiven(Answer.degraded(reason));
    }

    @Override
    List<String> heard(Scene scene) {
        return Transcript.hashes(scene);
    }
}
