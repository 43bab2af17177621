package io.synthforce.api.export;

import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One turn of the report: what happened, what was said, what was decided and what it did to the numbers. */
final class TurnReport {

    private final Marks out;
    private final Scenario scenario;
    private final JsonNode turn;
    private final JsonNode world;

    /** @param turn as the API answers it */
    TurnReport(Marks out, Scenario scenario, JsonNode turn) {
        this.out = out;
        this.scenario = scenario;
        this.turn = turn;
        this.world = turn.path("world");
    }

    void write() throws IOException {
        out.heading(2, "Turn %d · %s".formatted(turn.path("turn_number").asInt(), text(world, "date")));
        asked();
        for (JsonNode event : world.path("events")) {
            out.item("It happened", Marks.inline(text(event, "description")));
        }
        decisions();
        out.blank();
        ledger();
        if (!text(turn, "coordinator_summary").isBlank()) {
            out.heading(3, "Minutes");
            out.quote(text(turn, "coordinator_summary"));
        }
        voices();
        if (!text(turn.path("analysis"), "text").isBlank()) {
            out.heading(3, "Read from outside");
            out.quote(text(turn.path("analysis"), "text"));
        }
    }

    private void asked() throws IOException {
        if (!text(turn, "user_input").isBlank()) {
            out.paragraph("Asked by the user:");
            out.quote(text(turn, "user_input"));
        }
    }

    private void decisions() throws IOException {
        for (JsonNode decision : world.path("decisions")) {
            String choice = text(decision, "choice");
            out.item(
                    text(decision, "question"),
                    "%s (%d for, %d against, by %s)"
                            .formatted(
                                    choice.isEmpty() ? "left open" : "**" + Marks.inline(choice) + "**",
                                    decision.path("pro").asInt(),
                                    decision.path("contra").asInt(),
                                    text(decision, "rule")));
        }
        for (JsonNode action : world.path("actions")) {
            out.item(
                    action.path("accepted").asBoolean() ? "Done" : "Not done (" + text(action, "reason") + ")",
                    Marks.inline(text(action, "description")));
        }
        for (JsonNode move : world.path("outside")) {
            out.item(text(move, "name"), Marks.inline(text(move, "description")));
        }
    }

    private void ledger() throws IOException {
        if (world.path("changes").isEmpty()) {
            return;
        }
        out.row(List.of("Indicator", "From", "To", "Because of"));
        out.rule(4);
        for (JsonNode change : world.path("changes")) {
            JsonNode cause = change.path("cause");
            out.row(List.of(
                    text(change, "indicator"),
                    Numbers.plain(change.path("from").decimalValue()),
                    Numbers.plain(change.path("to").decimalValue()),
                    "%s %s, turn %d"
                            .formatted(
                                    text(cause, "kind"),
                                    text(cause, "name"),
                                    cause.path("turn").asInt())));
        }
        out.blank();
    }

    private void voices() throws IOException {
        out.heading(3, "Who said what");
        for (JsonNode voice : turn.path("agent_responses")) {
            String seat = name(text(voice, "seat"));
            if (text(voice, "response").isBlank()) {
                out.paragraph("**%s** gave no answer.".formatted(Marks.inline(seat)));
            } else {
                out.paragraph("**%s**, %.0f %% sure:"
                        .formatted(
                                Marks.inline(seat),
                                100 * voice.path("confidence").asDouble()));
                out.quote(text(voice, "response"));
            }
            if (!text(voice, "reply").isBlank()) {
                out.paragraph("In reply:");
                out.quote(text(voice, "reply"));
            }
        }
    }

    private String name(String seat) {
        return scenario.cast().stream()
                .filter(member -> member.id().equals(seat))
                .map(Seat::name)
                .findFirst()
                .orElse(seat);
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }
}
