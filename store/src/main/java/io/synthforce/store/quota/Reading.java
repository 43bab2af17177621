package io.synthforce.store.quota;

/** What an answer's headers say: the day's requests and the minute's tokens. */
public record Reading(long limitRequests, long remainingRequests, long limitTokens, long remainingTokens) {}
