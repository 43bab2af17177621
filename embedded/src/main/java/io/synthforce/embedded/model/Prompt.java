package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.ChatRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a request's messages say about who is asked and about what; every part may be missing. */
record Prompt(String system, Map<String, String> sections) {

    static final String COORDINATOR = "coordinator";

    private static final String FACTS = "What was decided and what happened (facts)";
    private static final String COMMITMENTS = "Your open commitments";
    private static final Set<String> HEADINGS = Set.of(
            "Scenario",
            "The team",
            "Turn",
            "Ledger",
            "Issues to decide",
            "Actions you can choose",
            "Limits and deadlines",
            "Outside the company",
            "Events you know of",
            "Your actions under way",
            "Minutes of the last turn",
            "What you remember",
            COMMITMENTS,
            "Also to look back on",
            "Input from the user",
            "Context",
            "Attached sources",
            "Context of this turn",
            "Decided so far",
            "Your open tasks",
            "Open tasks of others",
            "Your position",
            "The disagreement",
            "The opposing argument",
            "Positions",
            "Discussion",
            FACTS,
            "The record of the run",
            "Left out of the record",
            "The what-if",
            "Sources to cite",
            "Sentences to check",
            "What is asked of you");
    private static final Pattern HEADING = Pattern.compile("(?m)^## +(.+?)\\s*$");
    private static final Pattern SEAT = Pattern.compile("You are the (.{1,80}?) \\(seat ([^,)]+), role ([^)]+)\\)");
    private static final Pattern TURN = Pattern.compile("Turn (\\d{1,6})(?: of (\\d{1,6}))?(?:, (\\S+))?");
    private static final Pattern TRAIT = Pattern.compile("([a-z]+(?:[ _][a-z]+)?) ([01](?:\\.\\d+)?)(?=[,.\\s]|$)");
    private static final Pattern CAPABILITIES = Pattern.compile("(?i)capabilities:? *([^\\n]+)");
    private static final Pattern STATEMENT = Pattern.compile("(?s)Statement: “(.*?)”\nDoes the statement");
    private static final Pattern BLOCK = Pattern.compile("(?m)^### +(.+?)\\s*$");

    static Prompt of(ChatRequest request) {
        return of(request.system(), request.user());
    }

    static Prompt of(String system, String user) {
        var sections = new LinkedHashMap<String, String>();
        var heading = HEADING.matcher(user);
        String open = null;
        var from = 0;
        while (heading.find()) {
            // A user's own headings inside the scenario do not end it.
            if (HEADINGS.contains(heading.group(1))) {
                keep(sections, open, user.substring(from, heading.start()));
                open = heading.group(1);
                from = heading.end();
            }
        }
        keep(sections, open, user.substring(from));
        return new Prompt(system, sections);
    }

    private static void keep(Map<String, String> sections, @Nullable String heading, String text) {
        sections.putIfAbsent(heading == null ? "Scenario" : heading, text.strip());
        if (sections.getOrDefault("Scenario", "").isEmpty()) {
            sections.remove("Scenario");
        }
    }

    @Nullable
    String section(String heading) {
        var text = sections.get(heading);
        return text == null || text.isBlank() ? null : text;
    }

    String scenario() {
        return sections.getOrDefault("Scenario", "");
    }

    String name() {
        var who = SEAT.matcher(system);
        return who.find() ? who.group(1) : "coordinator";
    }

    @Nullable
    String seat() {
        var who = SEAT.matcher(system);
        return who.find() ? who.group(2).strip() : coordinator();
    }

    @Nullable
    String role() {
        var who = SEAT.matcher(system);
        return who.find() ? who.group(3).strip() : coordinator();
    }

    private @Nullable String coordinator() {
        return system.startsWith("You are the coordinator") ? COORDINATOR : null;
    }

    /** By name, {@code detail_oriented} for instance, from 0 to 1. */
    Map<String, Double> traits() {
        var traits = new LinkedHashMap<String, Double>();
        TRAIT.matcher(system)
                .results()
                .forEach(trait ->
                        traits.putIfAbsent(trait.group(1).replace(' ', '_'), Double.parseDouble(trait.group(2))));
        return traits;
    }

    List<String> capabilities() {
        var line = CAPABILITIES.matcher(system);
        return line.find() ? List.of(line.group(1).replaceAll("[.]$", "").split(", *")) : List.of();
    }

    @Nullable
    Integer turn() {
        var turn = turnLine();
        return turn == null ? null : Integer.valueOf(turn.group(1));
    }

    @Nullable
    String date() {
        var turn = turnLine();
        return turn == null ? null : turn.group(3);
    }

    private @Nullable Matcher turnLine() {
        var turn = TURN.matcher(sections.getOrDefault("Turn", ""));
        return turn.find() ? turn : null;
    }

    List<Issue> issues() {
        return Item.in(section("Issues to decide")).stream().map(Issue::of).toList();
    }

    List<Item> actions() {
        return Item.in(section("Actions you can choose"));
    }

    List<Item> team() {
        return Item.in(section("The team"));
    }

    /** What the speaker remembers, the key of each memory as its id. */
    List<Item> memories() {
        return Stream.of("What you remember", "Also to look back on")
                .flatMap(heading -> Item.in(section(heading)).stream())
                .toList();
    }

    List<Item> commitments() {
        return Item.in(section(COMMITMENTS));
    }

    List<Item> openTasks() {
        return Item.in(section("Your open tasks"));
    }

    List<Item> othersTasks() {
        return Item.in(section("Open tasks of others"));
    }

    /** What code decided in the turn, one fact a line. */
    List<String> facts() {
        var facts = sections.getOrDefault(FACTS, "");
        return facts.lines().map(line -> line.replaceFirst("^- ", "")).toList();
    }

    List<Indicator> ledger() {
        return Item.in(section("Ledger")).stream().flatMap(Indicator::of).toList();
    }

    /** What was said in this turn, under the label or name it is given with. */
    List<Item> voices() {
        return Stream.of("Positions", "Discussion")
                .flatMap(section -> blocks(section).stream())
                .toList();
    }

    /** The parts of a run that is judged, under their ids. */
    List<Item> record() {
        return blocks("The record of the run").stream()
                .map(part -> new Item(part.id().replaceFirst(" .*", ""), part.text()))
                .toList();
    }

    /** What is to be judged. */
    String statement() {
        var statement = STATEMENT.matcher(sections.getOrDefault("What is asked of you", ""));
        return statement.find() ? statement.group(1) : "";
    }

    private List<Item> blocks(String section) {
        var found = new ArrayList<Item>();
        var text = sections.getOrDefault(section, "");
        var blocks = BLOCK.matcher(text).results().toList();
        for (var i = 0; i < blocks.size(); i++) {
            var end = i + 1 < blocks.size() ? blocks.get(i + 1).start() : text.length();
            var said = text.substring(blocks.get(i).end(), end).strip();
            found.add(new Item(blocks.get(i).group(1), said));
        }
        return found;
    }
}
