package io.synthforce.api.contract;

import static org.awaitility.Awaitility.await;

import io.synthforce.api.Caller;
import io.synthforce.api.Caller.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

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
        String known = ids.get(name);
        if (known == null) {
            known = make(name);
            ids.put(name, known);
        }
        return known;
    }

    private String make(String name) {
        return switch (name) {
            case "fresh" -> start(50);
            case "deletable", "playable", "later", "restless" -> start(3);
            case "played", "cleared", "remembering" -> played(3);
            case "note" -> note(id("remembering"), "taken", false);
            case "forgettable" -> note(id("remembering"), "forgettable", false);
            case "full" -> {
                String id = start(3);
                for (int i = 0; i < 5; i++) {
                    note(id, "pin " + i, true);
                }
                yield id;
            }
            case "spare" -> note(id("full"), "spare", false);
            case "completed" -> played(1);
            case "paused" -> {
                String id = start(3);
                caller.post("/simulate/" + id + "/pause").expect(200);
                yield id;
            }
            case "branched" -> {
                String id = played(3);
                caller.post("/simulations/" + id + "/branches", Map.of()).expect(201);
                yield id;
            }
            case "arrived" -> {
                String id = start(1);
                await().until(() -> play(id, 1).status() == 200);
                yield id;
            }
            case "experiment" -> whatIf(1, headers -> {});
            case "running" -> whatIf(10, headers -> headers.set("Prefer", "respond-async"));
            case "bundle" -> caller.page("/simulations/" + id("played") + "/bundle");
            case "gone" -> UUID.randomUUID().toString();
            default -> throw new IllegalArgumentException("No simulation is called " + name);
        };
    }

    private Answer play(String simulation, int untilTurn) {
        return caller.post("/simulate/" + simulation + "/play", Map.of("until_turn", untilTurn), Caller.keyed("play"));
    }

    private String whatIf(int turns, Consumer<HttpHeaders> headers) {
        Map<String, Object> change = Map.of("type", "context", "target", "market", "change", Map.of("mood", "bad"));
        Map<String, Object> asked =
                Map.of("session_id", id("played"), "modifications", List.of(change), "num_turns_to_simulate", turns);
        return caller.post("/simulate/what-if", asked, headers).text("id");
    }

    private String note(String simulation, String key, boolean pinned) {
        Map<String, Object> content = Map.of("summary", "Holt pays late.");
        return caller.post(
                        "/memory/" + simulation,
                        Map.of("agent_role", "ceo", "key", key, "content", content, "pinned", pinned))
                .expect(201)
                .text("id");
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
