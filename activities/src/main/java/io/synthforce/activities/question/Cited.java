package io.synthforce.activities.question;

import io.synthforce.workflows.brief.Place;
import io.synthforce.workflows.brief.Source;
import java.util.List;

/** Sources as a prompt lists them, a line each. */
final class Cited {

    private Cited() {}

    static List<String> lines(List<Source> sources) {
        return sources.stream().map(Cited::line).toList();
    }

    private static String line(Source source) {
        Place place = source.place();
        String text = source.text().strip().replaceAll("\\s+", " ");
        return place == null
                ? "[%s] %s".formatted(source.id(), text)
                : "[%s] %s said in turn %d of one run: “%s”".formatted(source.id(), place.seat(), place.turn(), text);
    }
}
