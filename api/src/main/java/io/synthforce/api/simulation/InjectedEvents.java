package io.synthforce.api.simulation;

import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.store.request.Injection;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.world.Visibility;
import io.synthforce.workflows.world.Visibility.Scope;
import io.synthforce.workflows.world.WorldEvent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a user lets happen against the scenario in which it is to happen. */
final class InjectedEvents {

    private static final String ROLE = "body.role";
    private static final List<String> SCOPES = List.of("public", "internal", "private");

    private InjectedEvents() {}

    /** @throws InvalidRequest naming the member that does not fit */
    static Injection of(InjectRequest request, Scenario scenario) {
        if ((request.event() == null) == (request.text() == null)) {
            throw new InvalidRequest(
                    "body.text",
                    "value_error",
                    "Give either text, for an event in your own words, or event, for one of the catalogue");
        }
        return request.event() == null ? inOwnWords(request, scenario) : ofCatalogue(request, scenario);
    }

    private static Injection ofCatalogue(InjectRequest request, Scenario scenario) {
        if (request.visibility() != null || request.role() != null) {
            throw new InvalidRequest(
                    request.visibility() != null ? "body.visibility" : ROLE,
                    "value_error",
                    "The catalogue decides who learns of its events; leave it out");
        }
        return scenario.world()
                .event(String.valueOf(request.event()))
                .map(known -> new Injection(known.id(), null, known.visibility()))
                .orElseThrow(() -> new InvalidRequest("body.event", "enum", catalogue(scenario)));
    }

    private static String catalogue(Scenario scenario) {
        List<WorldEvent> events = scenario.world().events();
        return events.isEmpty()
                ? "The world has no events to choose from; give text instead"
                : "Input should be "
                        + events.stream().map(event -> "'" + event.id() + "'").collect(Collectors.joining(", "));
    }

    private static Injection inOwnWords(InjectRequest request, Scenario scenario) {
        String scope = request.visibility() == null ? "public" : request.visibility();
        if (!SCOPES.contains(scope)) {
            throw new InvalidRequest("body.visibility", "enum", "Input should be 'public', 'internal', 'private'");
        }
        String role = request.role();
        if (scope.equals("private")) {
            checkSeated(role, scenario);
        } else if (role != null) {
            throw new InvalidRequest(
                    ROLE, "value_error", "Only a private event has a role; make it private or leave the role out");
        }
        Visibility visibility = new Visibility(Scope.valueOf(scope.toUpperCase(Locale.ROOT)), role);
        return new Injection(null, request.text(), visibility);
    }

    private static void checkSeated(@Nullable String role, Scenario scenario) {
        if (role == null) {
            throw new InvalidRequest(ROLE, "missing", "A private event needs the role that learns of it");
        }
        if (scenario.cast().stream().map(Seat::role).noneMatch(role::equals)) {
            throw new InvalidRequest(
                    ROLE,
                    "enum",
                    "The role has no seat in this simulation and would learn nothing; seated are "
                            + scenario.cast().stream()
                                    .map(Seat::role)
                                    .distinct()
                                    .collect(Collectors.joining("', '", "'", "'")));
        }
    }
}
