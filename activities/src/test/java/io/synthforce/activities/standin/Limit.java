package io.synthforce.activities.standin;

/** What a limit counts and over what time, with the words of a refusal. */
public enum Limit {
    REQUESTS_PER_MINUTE("requests per minute (RPM)", false, 60),
    REQUESTS_PER_DAY("requests per day (RPD)", false, 86_400),
    TOKENS_PER_MINUTE("tokens per minute (TPM)", true, 60),
    TOKENS_PER_DAY("tokens per day (TPD)", true, 86_400);

    private final String words;
    private final boolean tokens;
    private final int seconds;

    Limit(String words, boolean tokens, int seconds) {
        this.words = words;
        this.tokens = tokens;
        this.seconds = seconds;
    }

    String words() {
        return words;
    }

    boolean ofTokens() {
        return tokens;
    }

    int seconds() {
        return seconds;
    }

    long amount(long tokens) {
        return this.tokens ? tokens : 1;
    }

    long of(Plan plan) {
        return switch (this) {
            case REQUESTS_PER_MINUTE -> plan.requestsPerMinute();
            case REQUESTS_PER_DAY -> plan.requestsPerDay();
            case TOKENS_PER_MINUTE -> plan.tokensPerMinute();
            case TOKENS_PER_DAY -> plan.tokensPerDay();
        };
    }
}
