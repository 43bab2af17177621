package io.synthforce.store.quota;

import java.util.UUID;

/** A reservation this process has yet to settle. */
record Flight(Pool pool, UUID attempt, long tokens) {}
