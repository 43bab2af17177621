package io.synthforce.workflows.experiment;

/**
 * How runs with a change did against those without one, pair by pair, on one number.
 *
 * @param wins pairs in which the change did better
 */
public record Score(int wins, int ties, int losses) {

    private static final double Z = 1.959963984540054;

    public int n() {
        return wins + ties + losses;
    }

    /** The chance that the next pair is a win, a tie counting half: (wins + ½ ties + ½) / (n + 1). */
    public double probability() {
        return (wins + 0.5 * ties + 0.5) / (n() + 1);
    }

    /** Lower end of Wilson's 95 % interval of the share of pairs won, a tie counting half; 0 without pairs. */
    public double lower() {
        double n = n();
        if (n == 0) {
            return 0;
        }
        double p = (wins + 0.5 * ties) / n;
        double z2 = Z * Z;
        double centre = p + z2 / (2 * n);
        double spread = Z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        return Math.max(0, (centre - spread) / (1 + z2 / n));
    }
}
