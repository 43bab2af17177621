package io.synthforce.api.simulation;

import static java.util.Objects.requireNonNullElse;

import io.synthforce.api.budget.BudgetRequest;
import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.api.scenario.Documents;
import io.synthforce.api.scenario.ScenarioLibrary;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a scenario of what a caller says: a plain text is played in the default world, over one question to decide. */
public final class Scenarios {

    private static final int ROUNDS = 1;

    private Scenarios() {}

    /** What is to be played, and what it may cost at most. */
    public record Rehearsal(Scenario scenario, @Nullable BudgetRequest budget) {}

    /**
     * @param today the first turn of a plain text is played on the first day of its month
     * @throws InvalidRequest if it is not asked for one scenario, or for more turns than may be played here
     * @throws io.synthforce.api.problem.InvalidFields if the document is not valid
     */
    public static Rehearsal of(StartRequest request, ScenarioLibrary library, StartSettings here, LocalDate today) {
        String text = request.scenario();
        Object document = request.scenarioDocument();
        String id = request.scenarioId();
        if (Stream.of(text, document, id).filter(Objects::nonNull).count() > 1) {
            throw new InvalidRequest(
                    "body.scenario", "value_error", "Give one of scenario, scenario_document and scenario_id");
        }
        if (document != null) {
            return rehearsal(request, Documents.read(document, "body.scenario_document"), here);
        }
        if (id != null) {
            return rehearsal(request, library.require(id, "body.scenario_id").read(), here);
        }
        if (text == null) {
            throw new InvalidRequest("body.scenario", "missing", "Field required");
        }
        return new Rehearsal(
                ofText(request, text, here, today), request.configOrDefault().budget());
    }

    private static Rehearsal rehearsal(StartRequest request, Documents.Read read, StartSettings here) {
        BudgetRequest asked = request.configOrDefault().budget();
        return new Rehearsal(ofDocument(request, read, here), asked == null ? read.budget() : asked);
    }

    private static Scenario ofText(StartRequest request, String text, StartSettings here, LocalDate today) {
        Config config = request.configOrDefault();
        List<String> agents = Optional.ofNullable(config.agents())
                .filter(named -> !named.isEmpty())
                .orElseGet(Scenarios::everyone);
        List<Seat> cast = Seat.seatsFor(agents.stream().map(Roles::require).toList());
        Settings usual = new Settings(here.defaultTurns(), agents, here.temperature(), true, true, ROUNDS);
        return new Scenario(
                request.name(),
                request.description(),
                text,
                cast,
                List.of(decision(cast)),
                DefaultWorld.world(),
                new Clock(today.withDayOfMonth(1), Clock.Step.MONTH),
                settings(usual, config, here),
                requireNonNullElse(request.initialContext(), Map.of()),
                SeedValue.rootSeed(config.seed()),
                0);
    }

    /** What the request says of the run goes before what the document says; who takes part the document says alone. */
    private static Scenario ofDocument(StartRequest request, Documents.Read read, StartSettings here) {
        Config config = request.configOrDefault();
        if (config.agents() != null && !config.agents().isEmpty()) {
            throw new InvalidRequest(
                    "body.config.agents",
                    "value_error",
                    "The cast is the document's; leave agents out or change it there");
        }
        Scenario written = read.scenario();
        Map<String, Object> context = new LinkedHashMap<>(written.initialContext());
        context.putAll(requireNonNullElse(request.initialContext(), Map.of()));
        return new Scenario(
                request.name() == null ? written.name() : request.name(),
                request.description() == null ? written.description() : request.description(),
                written.text(),
                written.cast(),
                written.issues(),
                written.world(),
                written.clock(),
                settings(written.settings(), config, here),
                context,
                SeedValue.rootSeed(config.seed() == null ? read.seed() : config.seed()),
                0,
                written.directions(),
                written.roles(),
                written.attachments());
    }

    private static Settings settings(Settings usual, Config config, StartSettings here) {
        int maxTurns = requireNonNullElse(config.maxTurns(), usual.maxTurns());
        if (maxTurns > here.maxTurns()) {
            throw new InvalidRequest(
                    "body.config.max_turns",
                    "less_than_equal",
                    "Input should be less than or equal to " + here.maxTurns());
        }
        return new Settings(
                maxTurns,
                usual.agents(),
                requireNonNullElse(config.temperature(), usual.temperature()),
                requireNonNullElse(config.enableMemory(), usual.enableMemory()),
                requireNonNullElse(config.enableAnalytics(), usual.enableAnalytics()),
                requireNonNullElse(config.rounds(), usual.rounds()),
                usual.speaking());
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
