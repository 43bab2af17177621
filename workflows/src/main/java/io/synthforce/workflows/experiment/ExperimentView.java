package io.synthforce.workflows.experiment;

import java.util.List;
import java.util.UUID;

/**
 * The workflow's own view of itself.
 *
 * @param waiting branches that have not begun
 * @param playing branches that are being played
 * @param ended branches that are at their horizon, or failed
 */
public record ExperimentView(UUID experiment, int waiting, List<UUID> playing, int ended) {}
