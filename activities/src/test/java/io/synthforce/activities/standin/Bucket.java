package io.synthforce.activities.standin;

/** One limit: full at first, refilled evenly all the time, so there is no moment at which it is reset. */
final class Bucket {

    private final long limit;
    private final double seconds;
    private double left;
    private long asOf;

    Bucket(long limit, double seconds, long now) {
        this.limit = limit;
        this.seconds = seconds;
        this.left = limit;
        this.asOf = now;
    }

    void refill(long now) {
        left = Math.min(limit, left + (now - asOf) / 1e9 * limit / seconds);
        asOf = now;
    }

    boolean holds(long amount) {
        return left >= amount;
    }

    void take(long amount) {
        left -= amount;
    }

    void giveBack(long amount) {
        left = Math.min(limit, left + amount);
    }

    void preset(long left) {
        this.left = left;
    }

    /** Until the amount fits. */
    double secondsUntil(long amount) {
        return Math.max(0, (amount - left) / limit * seconds);
    }

    double secondsUntilFull() {
        return (limit - left) / limit * seconds;
    }

    long limit() {
        return limit;
    }

    long left() {
        return Math.max(0, (long) left);
    }

    long used() {
        return limit - (long) left;
    }
}
