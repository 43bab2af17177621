package io.synthforce.store.budget;

import java.util.UUID;

/** Whose spending a budget caps. */
public sealed interface Scope {

    UUID id();

    /** What it is set by. */
    String path();

    /** Everything that was forked from one beginning. */
    record Root(UUID id) implements Scope {

        @Override
        public String path() {
            return "/simulations/%s/budget".formatted(id);
        }
    }

    /** The branches of one what-if. */
    record WhatIf(UUID id) implements Scope {

        @Override
        public String path() {
            return "/experiments/%s/budget".formatted(id);
        }
    }
}
