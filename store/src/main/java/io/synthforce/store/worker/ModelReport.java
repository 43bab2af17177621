package io.synthforce.store.worker;

import java.util.Map;

/**
 * How the model's endpoint takes a process.
 *
 * @param up whether a model can be asked
 * @param details key by key, without any part of one
 */
public record ModelReport(boolean up, Map<String, Object> details) {}
