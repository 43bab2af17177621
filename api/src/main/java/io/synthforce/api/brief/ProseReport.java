package io.synthforce.api.brief;

import io.synthforce.api.brief.BriefAnswer.Source;
import io.synthforce.api.export.Marks;
import io.synthforce.workflows.brief.Section;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints the prose of a brief: every sentence with what it cites, and how many were left out. */
final class ProseReport {

    private final BriefAnswer brief;
    private final Marks out;

    ProseReport(BriefAnswer brief, Marks out) {
        this.brief = brief;
        this.out = out;
    }

    void write() throws IOException {
        ProseAnswer prose = brief.prose();
        if (prose.state().equals("none")) {
            return;
        }
        out.heading(2, "In words");
        switch (prose.state()) {
            case "in_progress" -> out.paragraph("It is being written.");
            case "failed" -> out.paragraph("It could not be written: " + Marks.inline(String.valueOf(prose.failure())));
            default -> sentences(prose);
        }
    }

    private void sentences(ProseAnswer prose) throws IOException {
        if (prose.notice() != null) {
            out.paragraph("**" + Marks.inline(prose.notice()) + "**");
        }
        for (ProseAnswer.Part part : prose.sections()) {
            out.heading(3, heading(part.section()));
            out.paragraph(part.sentences().stream()
                    .map(sentence -> Marks.inline(sentence.text() + " [" + String.join(", ", sentence.sources()) + "]"))
                    .collect(Collectors.joining(" ")));
        }
        out.paragraph(Marks.inline(prose.told()
                + left(prose)
                + ". Written by %s, checked by %s.".formatted(named(prose.writer()), named(prose.judge()))));
        changed(prose.sources());
    }

    /** Sources are printed at the end; here only those that read otherwise when it was written. */
    private void changed(List<Source> cited) throws IOException {
        List<Source> changed = cited.stream()
                .filter(source -> !brief.sources().contains(source))
                .toList();
        for (Source source : changed) {
            out.item("When it was written, " + source.id(), Marks.inline(source.text()));
        }
        if (!changed.isEmpty()) {
            out.blank();
        }
    }

    private static String left(ProseAnswer prose) {
        return prose.dropped().isEmpty()
                ? ""
                : prose.dropped().stream()
                        .map(fell -> fell.reason().replace('_', ' ') + " " + fell.sentences())
                        .collect(Collectors.joining(", ", "; left out: ", ""));
    }

    private static String heading(String section) {
        return Section.valueOf(section.toUpperCase(Locale.ROOT)).title();
    }

    private static String named(@Nullable String model) {
        return model == null ? "nobody" : model;
    }
}
