package io.synthforce.store.quota;

import java.util.Map;

/** What a process brings back to a pool in Redis after it went on alone. */
record Away(boolean seen, Map<Dimension, Balance> balances) {

    /**
     * Of a dimension.
     *
     * @param limit of all processes together, 0 when none is known
     * @param left of it before this process's own spending is taken off, for a Redis that has forgotten it
     * @param spent by this process meanwhile and not yet flown back
     */
    record Balance(long limit, long left, long spent) {
        static final Balance NONE = new Balance(0, 0, 0);
    }
}
