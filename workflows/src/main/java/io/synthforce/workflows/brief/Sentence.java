package io.synthforce.workflows.brief;

import java.util.List;

/**
 * A sentence as it was written for a brief.
 *
 * @param cites ids of sources, as they were written
 */
public record Sentence(Section section, String text, List<String> cites) {

    public Sentence {
        cites = List.copyOf(cites);
    }
}
