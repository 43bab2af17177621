package io.synthforce.bench;

import tools.jackson.databind.JsonNode;

/** How a history grows by a turn; turns in which the run continued as new are left out. */
final class Growth {

    private String run = "";
    private double events;
    private double bytes;
    private double eventsAdded;
    private double bytesAdded;
    private int turns;

    /** @param workflow the answer of {@code GET /simulations/{id}/workflow} after a turn */
    void saw(JsonNode workflow) {
        double eventsNow = workflow.path("history_length").asDouble();
        double bytesNow = workflow.path("history_size_bytes").asDouble();
        if (workflow.path("run_id").asString().equals(run)) {
            eventsAdded += eventsNow - events;
            bytesAdded += bytesNow - bytes;
            turns++;
        }
        run = workflow.path("run_id").asString();
        events = eventsNow;
        bytes = bytesNow;
    }

    double eventsPerTurn() {
        return eventsAdded / turns;
    }

    double bytesPerTurn() {
        return bytesAdded / turns;
    }
}
