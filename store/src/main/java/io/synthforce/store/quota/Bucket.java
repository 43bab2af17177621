package io.synthforce.store.quota;

/** This process's share of a limit, refilled evenly over the window; not safe for use by several threads. */
final class Bucket {

    private final double windowNanos;
    private double limit;
    private double left;
    private double spent;

    Bucket(double limit, double left, double windowNanos) {
        this.limit = limit;
        this.left = Math.min(limit, left);
        this.windowNanos = windowNanos;
    }

    void refill(double nanos) {
        left = Math.min(limit, left + nanos * limit / windowNanos);
    }

    /** A negative amount is given back. */
    void take(double amount) {
        left = Math.min(limit, left - amount);
        spent += amount;
    }

    /** The limit as it is now known; what it grew by is there at once. */
    void learn(double newLimit) {
        left = Math.min(newLimit, left + Math.max(0, newLimit - limit));
        limit = newLimit;
    }

    /** No more than so much is left, as others spend too. */
    void atMost(double amount) {
        left = Math.min(left, amount);
    }

    boolean holds(double amount) {
        return left >= Math.min(amount, limit);
    }

    double nanosUntil(double amount) {
        return Math.max(0, amount - left) / limit * windowNanos;
    }

    double limit() {
        return limit;
    }

    double left() {
        return left;
    }

    /** Never more than what is missing: the rest has flown back. */
    double owed() {
        return Math.min(spent, limit - left);
    }
}
