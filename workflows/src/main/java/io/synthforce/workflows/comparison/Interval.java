package io.synthforce.workflows.comparison;

/** From {@code low} to {@code high}, both included. */
public record Interval(double low, double high) {

    static Interval around(double centre, double half) {
        return new Interval(centre - half, centre + half);
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    public double half() {
        return (high - low) / 2;
    }

    Interval times(double factor) {
        return new Interval(factor * low, factor * high);
    }

    /** The same seen from the other side. */
    Interval negated() {
        return new Interval(-high, -low);
    }
}
