package io.synthforce.api.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** Writes Markdown in which a user's or model's text stays text: it makes no heading, table, link or HTML of its own. */
public final class Marks {

    private final Writer out;

    public Marks(Writer out) {
        this.out = out;
    }

    /** One line of text, its marks taken literally. */
    public static String inline(String text) {
        return text.strip().replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>|#&])", "\\\\$1");
    }

    public void heading(int level, String text) throws IOException {
        out.write("#".repeat(level) + " " + inline(text) + "\n\n");
    }

    /** @param text Markdown */
    public void paragraph(String text) throws IOException {
        out.write(text + "\n\n");
    }

    /** What someone wrote, of any length. */
    public void quote(String text) throws IOException {
        out.write(text.strip()
                .lines()
                .map(line -> line.isBlank() ? ">" : "> " + inline(line))
                .collect(Collectors.joining("\n", "", "\n\n")));
    }

    /** @param text Markdown */
    public void item(String label, String text) throws IOException {
        out.write("- " + inline(label) + ": " + text + "\n");
    }

    public void row(List<String> cells) throws IOException {
        out.write(cells.stream().map(Marks::inline).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    public void rule(int columns) throws IOException {
        out.write("|" + " --- |".repeat(columns) + "\n");
    }

    public void blank() throws IOException {
        out.write("\n");
    }
}
