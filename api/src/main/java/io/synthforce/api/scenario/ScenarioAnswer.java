package io.synthforce.api.scenario;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.scenario.ScenarioLibrary.Entry;
import tools.jackson.databind.JsonNode;

/**
 * A scenario of the library, to read and to copy.
 *
 * @param document as it can be sent as {@code scenario_document}
 * @param yaml the same as it was written, with its comments
 */
@Schema(name = "LibraryScenario")
record ScenarioAnswer(ScenarioSummary summary, JsonNode document, String yaml) {

    static ScenarioAnswer of(Entry entry) {
        return new ScenarioAnswer(
                ScenarioSummary.of(entry.id(), entry.read().scenario()),
                entry.read().document(),
                entry.text());
    }
}
