package io.synthforce.api.agent;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.api.wire.KnownRole;
import io.synthforce.workflows.scenario.Role;
import io.synthforce.workflows.scenario.Traits;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role of the catalogue. Those that ship have no id of their own and no dates. */
@Schema(name = "Agent")
record AgentAnswer(
        UUID id,
        @Schema(example = "ceo") @KnownRole String role,
        String name,
        String description,
        List<String> capabilities,
        Traits personalityTraits,
        int priority,
        boolean isActive,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    private static final UUID SHIPPED = new UUID(0, 0);

    static AgentAnswer of(Role role) {
        return new AgentAnswer(
                SHIPPED,
                role.role(),
                role.name(),
                role.description(),
                role.capabilities(),
                role.personalityTraits(),
                role.priority(),
                true,
                null,
                null);
    }
}
