package io.synthforce.embedded.model;

import java.util.List;
import java.util.regex.Pattern;

/** Who spoke for which end of an issue, as far as their words tell. */
record Room(Issue issue, List<Item> forIt, List<Item> againstIt) {

    private static final Pattern COUNTED =
            Pattern.compile("(\\S+) (?:decided: .*|left open) \\((\\d+) for, (\\d+) against\\)");

    static Room on(Issue issue, List<Item> voices) {
        return new Room(issue, side(issue, voices, 1), side(issue, voices, -1));
    }

    private static List<Item> side(Issue issue, List<Item> voices, int lean) {
        return voices.stream()
                .filter(voice -> issue.leanOf(voice.text()) == lean)
                .toList();
    }

    boolean splits() {
        return !forIt.isEmpty() && !againstIt.isEmpty();
    }

    /** Fills the slots that tell of the two sides. */
    void tell(Scene scene) {
        scene.about(issue, 1);
        if (!forIt.isEmpty() || !againstIt.isEmpty()) {
            counted(scene, forIt.size(), againstIt.size());
        }
        scene.prompt().facts().stream()
                .map(fact -> COUNTED.matcher(fact))
                .filter(count -> count.matches() && count.group(1).equals(issue.id()))
                .forEach(count -> counted(scene, Integer.parseInt(count.group(2)), Integer.parseInt(count.group(3))));
        quote(scene, "quote1", forIt);
        quote(scene, "quote2", againstIt);
    }

    /** What a voice said, without the stances listed after it. */
    private static String said(String text) {
        var stances = text.indexOf("\nStances:");
        return stances < 0 ? text : text.substring(0, stances);
    }

    private void counted(Scene scene, int pro, int contra) {
        scene.let("for_count", String.valueOf(pro));
        scene.let("against_count", String.valueOf(contra));
        scene.let("majority", issue.lean(pro >= contra ? 1 : -1));
    }

    private static void quote(Scene scene, String slot, List<Item> side) {
        if (!side.isEmpty()) {
            var voice = scene.chance().pick(side, slot);
            scene.let(slot, Excerpt.of(said(voice.text()), scene.chance(), slot + " of " + voice.id()));
        }
    }
}
