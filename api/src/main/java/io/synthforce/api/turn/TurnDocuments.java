package io.synthforce.api.turn;

import io.synthforce.api.settings.ApiRole;
import io.synthforce.store.simulation.SimulationRow;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns as they were answered, for whoever passes them on as they are. */
@Component
@ApiRole
public final class TurnDocuments {

    private final PlayedTurns played;
    private final JsonMapper json;

    TurnDocuments(PlayedTurns played, JsonMapper json) {
        this.played = played;
        this.json = json;
    }

    /**
     * A played turn, as {@code GET /simulations/{id}/turns/{turn}} answers it.
     *
     * @throws IllegalStateException if it was not played
     */
    public JsonNode of(SimulationRow simulation, int turn) {
        return played.find(simulation, turn)
                .<JsonNode>map(json::valueToTree)
                .orElseThrow(() -> new IllegalStateException("Turn %d was not played".formatted(turn)));
    }
}
