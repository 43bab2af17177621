package io.synthforce.workflows.quality;

/** What a number says of a run. The order is that of concern. */
public enum Rating {
    /** There is too little to judge by. */
    UNKNOWN,
    SOUND,
    WATCH,
    POOR;

    static Rating ofHigh(double value, double watch, double poor) {
        if (value > poor) {
            return POOR;
        }
        return value > watch ? WATCH : SOUND;
    }

    static Rating ofLow(double value, double watch, double poor) {
        if (value < poor) {
            return POOR;
        }
        return value < watch ? WATCH : SOUND;
    }
}
