package io.synthforce.store.request;

import io.synthforce.workflows.world.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * Body of an {@code inject} request: an event of the world's catalogue, or one in the user's own words.
 *
 * @param event its id in the catalogue, null for one in the user's own words
 * @param text what happened, null for one of the catalogue
 */
public record Injection(@Nullable String event, @Nullable String text, Visibility visibility) {}
