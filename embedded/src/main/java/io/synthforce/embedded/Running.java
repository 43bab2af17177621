package io.synthforce.embedded;

import java.util.Map;

/** A part that was started here. */
interface Running {

    /** Its name in {@code synthforce.embedded.parts}. */
    String label();

    /** The environment variables by which the rest of the product, and a second process, reach it. */
    Map<String, String> addresses();

    /** Ends it in order; nothing of it is left when this returns. */
    void stop();
}
