package io.synthforce.api.replay;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A replay that is asked for.
 *
 * @param callsOf whose recorded calls are read
 */
record ReplayRequest(
        @Schema(
                description =
                        "Whose turns and recorded calls are read: its own when left out. With what it was forked from, the"
                                + " branch is played as that one was, and the first difference shows where the change first counts.")
        @Nullable
        UUID callsOf) {}
