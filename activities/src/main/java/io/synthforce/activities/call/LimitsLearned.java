package io.synthforce.activities.call;

/** An answer told limits that were not known, or were others. */
record LimitsLearned() {}
