package io.synthforce.api.scenario;

/** A place in a text, both from 1. */
record Place(int line, int column) {}
