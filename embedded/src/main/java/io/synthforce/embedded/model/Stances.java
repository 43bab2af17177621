package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/** Where a seat stands on every issue it was asked about, in the order of the schema. */
record Stances(List<Issue> issues, List<Integer> values, double confidence) {

    static Stances of(Scene scene, Temper temper) {
        return of(scene, temper, 0);
    }

    /** @param giveWay by how much every stance moves towards the other side */
    static Stances of(Scene scene, Temper temper, int giveWay) {
        var issues = scene.issues("stances");
        var before = scene.prompt().section("Your position");
        var values = new ArrayList<Integer>();
        for (var issue : issues) {
            var stance = kept(temper.stance(issue, scene.chance()), before == null ? 0 : issue.leanOf(before));
            values.add(stance - giveWay * Integer.signum(stance));
        }
        var first = values.isEmpty() ? 0 : values.getFirst();
        return new Stances(issues, values, temper.confidence(first, scene.chance()));
    }

    /** Today's stance on the side that was taken before. */
    private static int kept(int stance, int side) {
        return side == 0 ? stance : side * Math.max(1, Math.abs(stance));
    }

    int first() {
        return values.isEmpty() ? 0 : values.getFirst();
    }

    Issue firstIssue() {
        return issues.isEmpty() ? Issue.unexplained("what we do next") : issues.getFirst();
    }

    /** The issue a text begins with the name of, else the first. */
    Issue subject(@Nullable String text) {
        return issues.stream()
                .filter(issue -> text != null && text.startsWith(issue.id() + ":"))
                .findFirst()
                .orElseGet(this::firstIssue);
    }

    int on(Issue issue) {
        var place = issues.indexOf(issue);
        return place < 0 ? 0 : values.get(place);
    }

    ArrayNode json() {
        var array = Json.object().putArray("stances");
        for (var i = 0; i < issues.size(); i++) {
            array.addObject().put("issue", issues.get(i).id()).put("stance", values.get(i));
        }
        return array;
    }

    static String side(int stance) {
        return stance > 0 ? "for" : stance < 0 ? "against" : "torn";
    }
}
