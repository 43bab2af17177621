package io.synthforce.api.simulation;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.budget.BudgetRequest;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a simulation is run, with every default filled in.
 *
 * @param seed repeats the draws when it is sent with another start
 * @param budget what may be spent, null when that is not capped
 */
@Schema(name = "SimulationConfig")
record ConfigAnswer(
        int maxTurns,
        List<String> agents,
        double temperature,
        boolean enableMemory,
        boolean enableAnalytics,
        int rounds,
        String seed,
        @Nullable BudgetRequest budget) {

    static ConfigAnswer of(Scenario scenario, @Nullable BudgetRequest budget) {
        Settings settings = scenario.settings();
        return new ConfigAnswer(
                settings.maxTurns(),
                settings.agents(),
                settings.temperature(),
                settings.enableMemory(),
                settings.enableAnalytics(),
                settings.rounds(),
                scenario.rootSeed(),
                budget);
    }
}
