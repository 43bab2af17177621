package io.synthforce.activities.groq;

/** The endpoint's list of models was read: prices may be other ones than before. */
public record PricesLearned() {}
