package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.Chance;
import io.synthforce.embedded.groq.ChatRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One request on its way to an answer: who speaks, what the slots of the phrases hold, what was said already. */
final class Scene {

    private final ChatRequest request;
    private final Prompt prompt;
    private final Chance chance;
    private final Map<String, String> slots = new LinkedHashMap<>();
    private final Set<Phrase> used = new HashSet<>();

    Scene(ChatRequest request) {
        this.request = request;
        this.prompt = Prompt.of(request);
        this.chance = request.chance();
        let("name", prompt().name());
        var capabilities = prompt().capabilities();
        let("cap", capabilities.isEmpty() ? null : Item.spoken(chance.pick(capabilities, "capability")));
        letTerms();
        letLedger();
        letExcerpt("scenario", "Scenario");
        letExcerpt("input", "Input from the user");
        let("context", Excerpt.of(Facts.inWords(context()), chance, "context"));
        letExcerpt("event", "Events you know of");
        letExcerpt("minutes", "Minutes of the last turn");
        letMemory();
        letExcerpt("opposing", "The opposing argument");
        let("date", prompt().date());
    }

    /** What is new in it goes before what always holds. */
    private @Nullable String context() {
        var now = prompt().section("Context of this turn");
        return now == null ? prompt().section("Context") : now;
    }

    Prompt prompt() {
        return prompt;
    }

    Chance chance() {
        return chance;
    }

    void let(String slot, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            slots.put(slot, value);
        }
    }

    /** Whom the speaker turns to, by the name the team has for the seat. */
    void letColleague(List<String> seats) {
        if (!seats.isEmpty()) {
            var seat = seats.getFirst();
            var named = prompt().team().stream()
                    .filter(member -> member.id().equals(seat))
                    .map(Item::text);
            let("colleague", "The " + named.findFirst().map(Excerpt::shortened).orElse(Item.spoken(seat)));
        }
    }

    /** A sentence of the section that was not said yet and whose slots are all known; empty when there is none. */
    String say(String section) {
        var own = fresh(Phrases.of(section, prompt().role()));
        var patterns = own.isEmpty() ? fresh(Phrases.of(section, null)) : own;
        if (patterns.isEmpty()) {
            return "";
        }
        var pattern = chance.pick(patterns, section + used.size());
        used.add(pattern);
        var sentence = pattern.filled(slots);
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private List<Phrase> fresh(List<Phrase> patterns) {
        return patterns.stream()
                .filter(pattern -> !used.contains(pattern) && pattern.fits(slots))
                .toList();
    }

    /** The issues by the schema's own names, with the prompt's words for them where it has any. */
    List<Issue> issues(String list) {
        var listed = prompt().issues();
        var names = names("/properties/" + list + "/items/properties/issue/enum");
        if (names.isEmpty()) {
            return listed;
        }
        return names.stream()
                .map(name -> listed.stream()
                        .filter(issue -> issue.id().equals(name))
                        .findFirst()
                        .orElseGet(() -> Issue.unexplained(name)))
                .toList();
    }

    /** The values of an enum in the schema; empty when there is none. */
    List<String> names(String pointer) {
        var names = new ArrayList<String>();
        schema().at(pointer).forEach(name -> names.add(name.asString("")));
        return names;
    }

    JsonNode schema() {
        return request.schema();
    }

    /** Makes an issue, and the end of it a stance is for, the subject of what is said next. */
    void about(Issue issue, int stance) {
        let("issue", issue.question());
        let("lean", issue.lean(stance));
        let("other", issue.other(stance));
    }

    private void letTerms() {
        var found = new ArrayList<>(chance.shuffled(Terms.of(prompt().scenario()), "terms"));
        found.addAll(chance.shuffled(Phrases.lines("term"), "spare terms"));
        for (var i = 0; i < 3; i++) {
            let("term" + (i + 1), found.get(i));
        }
    }

    private void letLedger() {
        var ledger = prompt().ledger();
        if (!ledger.isEmpty()) {
            var indicator = chance.pick(ledger, "indicator");
            let("indicator", indicator.name());
            let("value", indicator.value());
            let("moved", indicator.moved());
            let("fell", indicator.direction() < 0 ? indicator.moved() : null);
            let("rose", indicator.direction() > 0 ? indicator.moved() : null);
        }
    }

    /** The memory itself is quoted, not the key it is kept under. */
    private void letMemory() {
        var memories = prompt().memories().stream().map(Item::text).toList();
        let("memory", Excerpt.of(String.join("\n", memories), chance, "memory"));
    }

    private void letExcerpt(String slot, String section) {
        let(slot, Excerpt.of(prompt().section(section), chance, slot));
    }
}
