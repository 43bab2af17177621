package io.synthforce.api.scenario;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.wire.Words;
import io.synthforce.workflows.scenario.Scenario;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario is made of.
 *
 * @param id of the library; null for a document that is not of it
 * @param turns how many there are up to the horizon
 * @param from the day of the first turn
 * @param to the day of the last turn
 */
@Schema(name = "ScenarioSummary")
record ScenarioSummary(
        @Schema(example = "price-increase") @Nullable String id,
        @Nullable String name,
        @Nullable String description,
        int turns,
        LocalDate from,
        LocalDate to,
        @Schema(example = "month") String step,
        @Schema(example = "all") String speaking,
        List<String> cast,
        List<String> issues,
        List<String> indicators,
        List<String> parameters,
        List<String> actions,
        List<String> events,
        List<String> outside,
        List<String> deadlines) {

    static ScenarioSummary of(@Nullable String id, Scenario scenario) {
        int turns = scenario.settings().maxTurns();
        var world = scenario.world();
        return new ScenarioSummary(
                id,
                scenario.name(),
                scenario.description(),
                turns,
                scenario.clock().dateOf(1),
                scenario.clock().dateOf(turns),
                Words.of(scenario.clock().step()),
                Words.of(scenario.settings().speaking()),
                scenario.cast().stream().map(seat -> seat.id()).toList(),
                scenario.issues().stream().map(issue -> issue.id()).toList(),
                world.indicators().stream().map(indicator -> indicator.id()).toList(),
                world.parameters().stream().map(parameter -> parameter.id()).toList(),
                world.actions().stream().map(action -> action.id()).toList(),
                world.events().stream().map(event -> event.id()).toList(),
                world.outside().stream().map(actor -> actor.id()).toList(),
                world.deadlines().stream().map(deadline -> deadline.id()).toList());
    }
}
