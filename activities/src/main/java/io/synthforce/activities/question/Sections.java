package io.synthforce.activities.question;

import java.util.List;

/** A prompt in sections with headings; a section without content is left out. */
final class Sections {

    private final StringBuilder text = new StringBuilder();

    Sections add(String heading, String body) {
        if (!body.isBlank()) {
            text.append(text.isEmpty() ? "" : "\n\n")
                    .append("## ")
                    .append(heading)
                    .append('\n')
                    .append(body.strip());
        }
        return this;
    }

    Sections lines(String heading, List<String> lines) {
        return add(
                heading,
                String.join("\n", lines.stream().map(line -> "- " + line).toList()));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
