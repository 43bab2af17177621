package io.synthforce.workflows.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A kind of agent: who it is ({@code persona}, the text it is prompted with), what it can do and when it speaks.
 *
 * @param priority 0 to 100; higher speaks first
 * @param domains what concerns it, by the domains of events; empty means everything
 */
public record Role(
        String role,
        String name,
        String description,
        List<String> capabilities,
        Traits personalityTraits,
        int priority,
        String persona,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> domains) {

    public Role {
        capabilities = List.copyOf(capabilities);
        domains = domains == null ? List.of() : List.copyOf(domains);
    }
}
