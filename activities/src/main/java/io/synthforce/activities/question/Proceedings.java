package io.synthforce.activities.question;

import io.synthforce.workflows.budget.Prompts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A run as a judge reads it: everything that was said and decided after the fork, in parts that can be quoted from. A run
 * that is longer than a prompt has room for is shown with its longest parts cut, and it is known by how much.
 *
 * @param parts in the order in which they were said
 */
public record Proceedings(List<Part> parts) {

    private static final int SHORTEST = 160;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    public Proceedings {
        parts = List.copyOf(parts);
    }

    /**
     * Something that was said or decided.
     *
     * @param source its id, {@code t2.ceo.position} for instance
     * @param heading for people
     */
    public record Part(String source, String heading, String text) {

        private Part upTo(int characters) {
            return new Part(source, heading, Quoted.upTo(characters, text));
        }

        private String told() {
            return "### %s (%s)\n%s".formatted(source, heading, text);
        }

        /** With what stands between it and the next. */
        private int size() {
            return told().length() + 2;
        }
    }

    /** As it fits into a prompt. */
    Proceedings shown() {
        Proceedings shown = this;
        for (int cap = Prompts.RUN; cap > SHORTEST && shown.size() > Prompts.RUN; cap = cap * 4 / 5) {
            int most = cap;
            shown = new Proceedings(parts.stream().map(part -> part.upTo(most)).toList());
        }
        return shown.size() > Prompts.RUN ? shown.ending() : shown;
    }

    /** The last parts, as many as there is room for: what a run came to says most of it. */
    private Proceedings ending() {
        List<Part> kept = new ArrayList<>();
        int room = Prompts.RUN;
        for (Part part : parts.reversed()) {
            room -= part.size();
            if (room < 0) {
                break;
            }
            kept.addFirst(part);
        }
        return new Proceedings(kept);
    }

    /** So many characters of it are not shown. */
    public int leftOut() {
        return Math.max(0, size() - shown().size());
    }

    String text() {
        return String.join("\n\n", parts.stream().map(Part::told).toList());
    }

    List<String> sources() {
        return parts.stream().map(Part::source).toList();
    }

    /** Whether a part has these words, in that order and spelling; only space may differ. */
    boolean holds(String source, String quote) {
        return part(source)
                .filter(part -> plain(part.text()).contains(plain(quote)))
                .isPresent();
    }

    private Optional<Part> part(String source) {
        return parts.stream().filter(part -> part.source().equals(source)).findFirst();
    }

    private int size() {
        return parts.stream().mapToInt(Part::size).sum();
    }

    static String plain(String text) {
        return SPACE.matcher(text.strip()).replaceAll(" ");
    }
}
