package io.synthforce.api.contract;

import io.synthforce.api.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The simulations the tables speak of, by name, each made when first asked for. */
final class Simulations {

    private static final Pattern NAME = Pattern.compile("\\$(\\w+)");

    private final Caller caller;
    private final Map<String, String> ids = new HashMap<>();

    Simulations(Caller caller) {
        this.caller = caller;
    }

    /** The text with ids in place of names. */
    String fill(String text) {
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(id(name.group(1))));
    }

    private String id(String name) {
        return ids.computeIfAbsent(name, this::make);
    }

    private String make(String name) {
        return switch (name) {
            case "fresh" -> start(50);
            case "deletable" -> start(3);
            case "played", "cleared" -> played(3);
            case "completed" -> played(1);
            case "paused" -> {
                String id = start(3);
                caller.post("/simulate/" + id + "/pause").expect(200);
                yield id;
            }
            case "gone" -> UUID.randomUUID().toString();
            default -> throw new IllegalArgumentException("No simulation is called " + name);
        };
    }

    private String played(int maxTurns) {
        String id = start(maxTurns);
        caller.next(id).expect(200);
        return id;
    }

    private String start(int maxTurns) {
        return caller.post(
                        "/simulate/start",
                        Map.of(
                                "scenario",
                                "We consider raising our prices by ten per cent from next quarter.",
                                "config",
                                Map.of(
                                        "max_turns",
                                        maxTurns,
                                        "agents",
                                        List.of("ceo", "pm", "engineering_lead"),
                                        "seed",
                                        7)))
                .expect(201)
                .text("session_id");
    }
}
