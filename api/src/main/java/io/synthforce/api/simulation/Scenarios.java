package io.synthforce.api.simulation;

import static java.util.Objects.requireNonNullElse;

import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.api.simulation.StartRequest.Config;
import io.synthforce.workflows.scenario.Clock;
import io.synthforce.workflows.scenario.DecisionRule;
import io.synthforce.workflows.scenario.Issue;
import io.synthforce.workflows.scenario.Role;
import io.synthforce.workflows.scenario.Roles;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.scenario.Settings;
import io.synthforce.workflows.world.DefaultWorld;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a scenario of what a caller says: a plain text is played in the default world, over one question to decide. */
public final class Scenarios {

    private static final int ROUNDS = 1;

    private Scenarios() {}

    /**
     * @param today the first turn is played on the first day of its month
     * @throws InvalidRequest if it asks for more turns than may be played here
     */
    public static Scenario of(StartRequest request, StartSettings here, LocalDate today) {
        Config config = request.configOrDefault();
        Settings settings = settings(config, here);
        List<Seat> cast =
                Seat.seatsFor(settings.agents().stream().map(Roles::require).toList());
        return new Scenario(
                request.name(),
                request.description(),
                request.scenario(),
                cast,
                List.of(decision(cast)),
                DefaultWorld.world(),
                new Clock(today.withDayOfMonth(1), Clock.Step.MONTH),
                settings,
                requireNonNullElse(request.initialContext(), Map.of()),
                SeedValue.rootSeed(config.seed()),
                0);
    }

    private static Settings settings(Config config, StartSettings here) {
        int maxTurns = requireNonNullElse(config.maxTurns(), here.defaultTurns());
        if (maxTurns > here.maxTurns()) {
            throw new InvalidRequest(
                    "body.config.max_turns",
                    "less_than_equal",
                    "Input should be less than or equal to " + here.maxTurns());
        }
        return new Settings(
                maxTurns,
                Optional.ofNullable(config.agents())
                        .filter(named -> !named.isEmpty())
                        .orElseGet(Scenarios::everyone),
                requireNonNullElse(config.temperature(), here.temperature()),
                requireNonNullElse(config.enableMemory(), true),
                requireNonNullElse(config.enableAnalytics(), true),
                requireNonNullElse(config.rounds(), ROUNDS));
    }

    private static List<String> everyone() {
        return Roles.all().stream().map(Role::role).toList();
    }

    private static Issue decision(List<Seat> cast) {
        boolean led = cast.stream().anyMatch(seat -> seat.role().equals("ceo"));
        return new Issue(
                "decision",
                "Should the company go ahead with what the scenario proposes?",
                "go ahead",
                "hold back",
                led ? DecisionRule.CEO : DecisionRule.MAJORITY,
                null);
    }
}
