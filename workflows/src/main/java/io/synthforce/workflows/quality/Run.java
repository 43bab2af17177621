package io.synthforce.workflows.quality;

import io.synthforce.workflows.dissent.PlayedTurn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is judged.
 *
 * @param utterances one for each seat and turn in which it was heard
 * @param profiles by role: what the role is, in words
 * @param issues ids
 * @param priority seats, highest priority first
 * @param given texts that everybody was given: whoever quotes them does not repeat itself
 * @param readings recorded replies; {@code repaired} those that could not be read as they stood
 */
public record Run(
        List<PlayedTurn> turns,
        List<Utterance> utterances,
        Map<String, String> profiles,
        List<String> issues,
        List<String> priority,
        List<String> given,
        int readings,
        int repaired) {

    public Run {
        turns = List.copyOf(turns);
        utterances = List.copyOf(utterances);
        profiles = new LinkedHashMap<>(profiles);
        issues = List.copyOf(issues);
        priority = List.copyOf(priority);
        given = List.copyOf(given);
    }
}
