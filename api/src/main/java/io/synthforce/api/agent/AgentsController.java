package io.synthforce.api.agent;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.wire.KnownRole;
import io.synthforce.workflows.scenario.Roles;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the roles that can take part in a simulation. */
@RestController
@ApiRole
@Tag(name = "Agents")
final class AgentsController {

    /** The catalogue. */
    @Schema(name = "AgentList")
    record ListAnswer(List<AgentAnswer> agents, int total) {}

    @GetMapping("/agents/list")
    @Operation(operationId = "list_agents", summary = "The catalogue of roles, in order of priority")
    ListAnswer list(
            @Parameter(description = "All roles are active") @RequestParam(name = "active_only", defaultValue = "true")
                    boolean activeOnly) {
        List<AgentAnswer> agents = Roles.all().stream().map(AgentAnswer::of).toList();
        return new ListAnswer(agents, agents.size());
    }

    @GetMapping("/agents/{role}")
    @Operation(operationId = "get_agent", summary = "One role")
    AgentAnswer get(@PathVariable @KnownRole String role) {
        return AgentAnswer.of(Roles.require(role));
    }
}
