package io.synthforce.api.scenario;

import static java.util.Objects.requireNonNullElse;

import io.synthforce.api.scenario.ScenarioDocument.AttachmentPart;
import io.synthforce.workflows.scenario.Attachment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** Takes a document's memos and tables. Every agent reads them in every turn, so they are short. */
final class AttachmentReading {

    private static final int LONGEST_TOGETHER = 12_000;
    private static final int MOST_ROWS = 200;
    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

    private final Faults faults;
    private final List<Attachment> attachments = new ArrayList<>();

    AttachmentReading(@Nullable List<AttachmentPart> parts, Faults faults) {
        this.faults = faults;
        Set<String> ids = new HashSet<>();
        for (AttachmentPart part : requireNonNullElse(parts, List.<AttachmentPart>of())) {
            String at = "/attachments/" + attachments.size();
            if (!ids.add(part.id())) {
                faults.add(at + "/id", "There is another '%s'; ids are used once".formatted(part.id()));
            }
            attachments.add(new Attachment(
                    part.id(),
                    requireNonNullElse(part.title(), part.id()),
                    Attachment.Type.valueOf(part.type().toUpperCase(Locale.ROOT)),
                    part.text()));
            if (part.type().equals("csv")) {
                check(at + "/text", part.text());
            }
        }
        int together = attachments.stream().mapToInt(one -> one.text().length()).sum();
        if (together > LONGEST_TOGETHER) {
            faults.add(
                    "/attachments",
                    "Together they have at most %d characters, not %d; keep what the decision rests on"
                            .formatted(LONGEST_TOGETHER, together));
        }
    }

    List<Attachment> attachments() {
        return List.copyOf(attachments);
    }

    private void check(String at, String csv) {
        try (MappingIterator<String[]> rows = CSV.readerFor(String[].class).readValues(csv)) {
            check(at, rows.readAll());
        } catch (JacksonException e) {
            faults.add(at, "It is no CSV: " + e.getOriginalMessage());
        }
    }

    private void check(String at, List<String[]> rows) {
        if (rows.size() < 2 || rows.size() > MOST_ROWS + 1) {
            faults.add(
                    at, "A table has a line of names and 1 to %d rows, not %d lines".formatted(MOST_ROWS, rows.size()));
            return;
        }
        int columns = rows.getFirst().length;
        for (int row = 1; row < rows.size(); row++) {
            if (rows.get(row).length != columns) {
                faults.add(
                        at,
                        "Row %d has %d cells where there are %d names".formatted(row, rows.get(row).length, columns));
                return;
            }
        }
    }
}
