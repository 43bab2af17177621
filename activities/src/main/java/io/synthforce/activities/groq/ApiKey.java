package io.synthforce.activities.groq;

/**
 * A key, which shows itself to nobody.
 *
 * @param number its place among the configured ones, from 1: how people and logs speak of it
 */
public record ApiKey(int number, String secret) {

    @Override
    public String toString() {
        return "key " + number;
    }
}
