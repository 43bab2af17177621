package io.synthforce.activities.call;

import io.synthforce.activities.groq.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shortens a prompt by its longest sections, each in its middle and visibly so. What the model is told about itself and
 * what is asked of it, the first message and the last section, stay whole.
 */
final class Shortening {

    private static final String HEADING = "\n\n## ";
    private static final String CUT = " […shortened…] ";
    private static final int SHORTEST = 200;

    private Shortening() {}

    /**
     * @param wanted characters to come down to
     * @param most characters that are better than nothing
     * @return null when not even that can be reached
     */
    static @Nullable List<Message> of(List<Message> messages, int wanted, int most) {
        var shorter = messages;
        for (var cap = length(messages); cap >= SHORTEST && length(shorter) > wanted; cap = cap * 4 / 5) {
            shorter = capped(messages, cap);
        }
        return length(shorter) <= most ? shorter : null;
    }

    private static int length(List<Message> messages) {
        return messages.stream().mapToInt(message -> message.content().length()).sum();
    }

    private static List<Message> capped(List<Message> messages, int cap) {
        var shorter = new ArrayList<>(messages);
        for (var i = 1; i < messages.size(); i++) {
            var message = messages.get(i);
            shorter.set(i, new Message(message.role(), capped(message.content(), cap)));
        }
        return shorter;
    }

    private static String capped(String content, int cap) {
        var sections = Arrays.asList(content.split(HEADING));
        var last = sections.size() - 1;
        return sections.subList(0, last).stream()
                        .map(section -> section.length() <= cap ? section : cut(section, cap))
                        .collect(Collectors.joining(HEADING))
                + (last == 0 ? "" : HEADING)
                + sections.get(last);
    }

    private static String cut(String section, int cap) {
        var half = (cap - CUT.length()) / 2;
        return section.substring(0, half) + CUT + section.substring(section.length() - half);
    }
}
