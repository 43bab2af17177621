package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.Json;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The coordinator's summary under its six headings, below 300 words. */
final class MinutesScript {

    private static final int LONGEST = 60;
    private static final int MOST = 4;

    private MinutesScript() {}

    static JsonNode draft(Scene scene) {
        var issues = scene.prompt().issues();
        var issue = issues.isEmpty() ? Issue.unexplained("what we do next") : issues.getFirst();
        Room.on(issue, scene.prompt().voices()).tell(scene);
        var focus = scene.say("minutes.focus");
        var decisions = decisions(scene);
        var questions = said(scene, "minutes.question", "minutes.question");
        var sections = List.of(
                "## Themes\n" + speech(scene, "minutes.themes", "minutes.fact"),
                "## Agreement\n" + speech(scene, "minutes.agreement"),
                "## Tension\n" + speech(scene, "minutes.tension"),
                "## Decisions\n" + (decisions.isEmpty() ? speech(scene, "minutes.decided") : sentences(decisions)),
                "## Open questions\n" + sentences(questions),
                "## Next focus\n" + focus);
        var draft = Json.object();
        draft.put("text", String.join("\n\n", sections));
        decisions.forEach(draft.putArray("decisions")::add);
        questions.forEach(draft.putArray("open_questions")::add);
        return draft.put("next_focus", focus);
    }

    /** What the facts say was decided or done. */
    private static List<String> decisions(Scene scene) {
        return scene.prompt().facts().stream()
                .filter(fact -> fact.matches("\\S+ (decided: |left open ).*|action taken: .*|\\S+ answered .*"))
                .map(Excerpt::shortened)
                .limit(MOST)
                .toList();
    }

    private static String sentences(List<String> sentences) {
        return sentences.isEmpty()
                ? "None was named."
                : String.join(" ", sentences.stream().map(MinutesScript::ended).toList());
    }

    private static String ended(String sentence) {
        var capital = sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
        return capital.matches(".*[.!?…]") ? capital : capital + ".";
    }

    private static List<String> said(Scene scene, String... sections) {
        return Stream.of(sections)
                .map(scene::say)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String speech(Scene scene, String... sections) {
        var speech = new Speech(scene, LONGEST);
        Stream.of(sections).forEach(speech::say);
        return speech.words() == 0 ? "None was named." : speech.toString();
    }
}
