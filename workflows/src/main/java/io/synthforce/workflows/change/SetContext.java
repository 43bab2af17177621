package io.synthforce.workflows.change;

import java.util.LinkedHashMap;
import java.util.Map;

/** Facts that every agent is given from the fork on; a fact of null is no longer given. */
public record SetContext(Map<String, Object> facts) implements Change {

    public SetContext {
        facts = new LinkedHashMap<>(facts);
    }

    @Override
    public Fork applyTo(Fork fork) {
        Map<String, Object> context = new LinkedHashMap<>(fork.scenario().initialContext());
        facts.forEach((name, fact) -> {
            if (fact == null) {
                context.remove(name);
            } else {
                context.put(name, fact);
            }
        });
        return fork.with(Scenarios.withContext(fork.scenario(), context));
    }
}
