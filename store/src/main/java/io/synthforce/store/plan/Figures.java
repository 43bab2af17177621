package io.synthforce.store.plan;

import io.synthforce.workflows.contribution.AgentMetrics;
import io.synthforce.workflows.estimation.Estimation;
import io.synthforce.workflows.timeline.Timeline;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of a turn in numbers. They are kept as they were reckoned, so that no later release answers an old turn
 * differently.
 *
 * @param metrics by seat, of those that were heard
 * @param timeline of the work that is open, null when none is
 */
public record Figures(
        Map<String, AgentMetrics> metrics, @Nullable Timeline timeline, Estimation estimation) {}
