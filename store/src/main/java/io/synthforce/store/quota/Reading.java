package io.synthforce.store.quota;

/**
 * What an answer's headers say: the day's requests and the minute's tokens.
 *
 * @param remainingTokens with what the provider had reserved for this call and the call then did not use
 */
public record Reading(long limitRequests, long remainingRequests, long limitTokens, long remainingTokens) {}
