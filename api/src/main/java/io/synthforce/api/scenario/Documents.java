package io.synthforce.api.scenario;

import static java.util.Objects.requireNonNullElse;

import io.synthforce.api.budget.BudgetRequest;
import io.synthforce.api.problem.InvalidField;
import io.synthforce.api.problem.InvalidFields;
import io.synthforce.api.scenario.ScenarioDocument.IssuePart;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.scenario.Clock;
import io.synthforce.workflows.scenario.DecisionRule;
import io.synthforce.workflows.scenario.Issue;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.scenario.Settings;
import io.synthforce.workflows.scenario.Settings.Speaking;
import io.synthforce.workflows.world.DefaultWorld;
import io.synthforce.workflows.world.World;
import io.synthforce.workflows.world.WorldFaults;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes scenarios of documents: read, held against the published schema, then against what no schema can say. */
public final class Documents {

    private static final int ROUNDS = 1;
    private static final double TEMPERATURE = 0.7;

    /** As long as a text of a document may be, in characters. */
    public static final int LONGEST = 256 * 1024;

    private Documents() {}

    /**
     * @param seed what chance is drawn from, as a number or text, or null when the document names none
     * @param budget what it may cost at most, or null
     * @param document as it was written, as a tree
     */
    public record Read(
            Scenario scenario,
            @Nullable String seed,
            @Nullable BudgetRequest budget,
            JsonNode document) {}

    /**
     * @param document a text of YAML or JSON, or an object
     * @param source what the request calls it
     * @throws InvalidFields with path, and line and column where it is a text, of everything that is wrong
     */
    public static Read read(Object document, String source) {
        return document instanceof String text
                ? read(text, source)
                : read(new Located(source, Json.mapper().valueToTree(document), Map.of()));
    }

    private static Read read(String text, String source) {
        if (text.length() > LONGEST) {
            throw new InvalidFields(List.of(
                    new InvalidField(source, "A document has at most " + LONGEST + " characters", "string_too_long")));
        }
        return read(DocumentText.read(text, source));
    }

    private static Read read(Located located) {
        List<InvalidField> shape = ScenarioSchema.faults(located);
        if (!shape.isEmpty()) {
            throw new InvalidFields(shape);
        }
        ScenarioDocument document = Json.mapper().treeToValue(located.root(), ScenarioDocument.class);
        Faults faults = new Faults(located);
        Scenario scenario = scenario(document, faults);
        faults.refuse();
        JsonNode seed = document.seed();
        return new Read(scenario, seed == null ? null : seed.asString(), document.budget(), located.root());
    }

    private static Scenario scenario(ScenarioDocument document, Faults faults) {
        Clock clock = new Clock(
                faults.date("/clock/start", document.clock().start()),
                Clock.Step.valueOf(document.clock().step().toUpperCase(Locale.ROOT)));
        int turns = turns(clock, document.horizon(), faults);
        CastReading cast = new CastReading(document.cast(), faults);
        World world = world(document, faults, clock, turns, cast);
        Settings settings = new Settings(
                turns,
                cast.seats().stream().map(Seat::role).toList(),
                requireNonNullElse(document.temperature(), TEMPERATURE),
                true,
                true,
                requireNonNullElse(document.rounds(), ROUNDS),
                "relevant".equals(document.speaking()) ? Speaking.RELEVANT : Speaking.ALL);
        return new Scenario(
                document.name(),
                document.description(),
                document.text(),
                cast.seats(),
                issues(document.issues(), cast, faults),
                world,
                clock,
                settings,
                requireNonNullElse(document.context(), new LinkedHashMap<>()),
                "",
                0,
                cast.directions(),
                cast.roles(),
                new AttachmentReading(document.attachments(), faults).attachments());
    }

    private static int turns(Clock clock, String horizon, Faults faults) {
        LocalDate last = faults.date("/horizon", horizon);
        int turns = clock.turnOf(last);
        if (faults.none() && (turns < 1 || turns > Settings.MOST_TURNS)) {
            faults.add(
                    "/horizon",
                    "From the clock's start to the horizon are 1 to %d turns, not %d"
                            .formatted(Settings.MOST_TURNS, turns));
        }
        return Math.clamp(turns, 1, Settings.MOST_TURNS);
    }

    private static World world(ScenarioDocument document, Faults faults, Clock clock, int turns, CastReading cast) {
        if (document.world() == null) {
            return DefaultWorld.world();
        }
        World world = new WorldReading(faults, clock, turns, document.cast()).read(document.world());
        List<String> actions =
                world.actions().stream().map(action -> action.id()).toList();
        for (int i = 0; i < document.cast().size(); i++) {
            for (String action : requireNonNullElse(document.cast().get(i).authority(), List.<String>of())) {
                if (!actions.contains(action)) {
                    faults.unknown("/cast/%d/authority".formatted(i), "action", action, actions);
                }
            }
        }
        WorldFaults.of(world, cast.names()).forEach(fault -> faults.add("/world" + fault.at(), fault.message()));
        return world;
    }

    private static List<Issue> issues(List<IssuePart> parts, CastReading cast, Faults faults) {
        List<Issue> issues = new ArrayList<>();
        List<String> seats = cast.seats().stream().map(Seat::id).toList();
        for (IssuePart part : parts) {
            String at = "/issues/" + issues.size();
            if (issues.stream().anyMatch(issue -> issue.id().equals(part.id()))) {
                faults.add(at + "/id", "There is another '%s'; ids are used once".formatted(part.id()));
            }
            DecisionRule rule = DecisionRule.valueOf(
                    requireNonNullElse(part.rule(), "majority").toUpperCase(Locale.ROOT));
            if (rule == DecisionRule.CEO && !cast.names().contains("ceo")) {
                faults.add(at + "/rule", "Nobody in the cast has the role ceo");
            }
            if ((rule == DecisionRule.OWNER) != (part.owner() != null)) {
                faults.add(at + "/owner", "The rule owner needs an owner, and no other has one");
            } else if (part.owner() != null && !seats.contains(part.owner())) {
                faults.unknown(at + "/owner", "seat", part.owner(), seats);
            }
            issues.add(new Issue(
                    part.id(),
                    part.question(),
                    part.options().get(0),
                    part.options().get(1),
                    rule,
                    part.owner()));
        }
        return issues;
    }
}
