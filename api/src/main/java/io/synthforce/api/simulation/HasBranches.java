package io.synthforce.api.simulation;

import io.synthforce.api.problem.Refused;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Others were forked from the simulation, and the caller did not say that they may go too. */
final class HasBranches extends Refused {

    private static final long serialVersionUID = 1L;

    private final transient List<UUID> branches;

    HasBranches(List<UUID> branches) {
        super(
                HttpStatus.CONFLICT,
                "has_branches",
                "Other simulations were forked from this one: %s. Delete them first, or all together with ?cascade=true."
                        .formatted(String.join(
                                ", ", branches.stream().map(UUID::toString).toList())));
        this.branches = branches;
    }

    @Override
    protected Map<String, Object> members() {
        return Map.of("branches", branches);
    }
}
