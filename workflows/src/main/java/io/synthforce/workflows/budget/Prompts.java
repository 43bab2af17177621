package io.synthforce.workflows.budget;

import io.synthforce.workflows.budget.TurnCalls.Call;
import io.synthforce.workflows.json.Json;
import io.synthforce.workflows.scenario.Direction;
import io.synthforce.workflows.scenario.Role;
import io.synthforce.workflows.scenario.Scenario;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long the prompts of a turn can become, in estimated tokens. What users wrote is measured; what models wrote is cut
 * where prompts repeat it; what code adds is counted in its parts. None of it grows with the number of turns.
 */
public final class Prompts {

    /** The longest part of a contribution, of minutes and of a question that a prompt repeats, in characters. */
    public static final int CONTRIBUTION = 1_600;

    public static final int MINUTES = 3_600;
    public static final int QUESTION = 400;

    /** The longest part of a run a judge is shown, in characters; the rest is left out, and that is told. */
    public static final int RUN = 48_000;

    /** The longest proposition. */
    public static final int STATEMENT = 500;

    private static final int MEMORIES = 4_000;
    private static final int TASKS = 8 * (150 + 110);
    private static final int HEADINGS = 400;
    private static final int LINE = 90;

    /** So many causes of a number's change a prompt names, each cut to so many characters. */
    public static final int CAUSES = 4;

    public static final int CAUSE = 120;

    /** So many effects of a seat's own actions a prompt names. */
    public static final int UNDER_WAY = 12;

    private final Scenario scenario;
    private final int seats;
    private final int setting;
    private final int situation;
    private final int persona;
    private final double density;

    /**
     * @param speakers who speaks in the turn
     * @param facts that the turn was given beside the scenario's, in the order in which they replace those
     * @param said what users wrote for the turn: input and events
     */
    public Prompts(Scenario scenario, List<Seat> speakers, Map<String, Object> facts, List<String> said) {
        this.scenario = scenario;
        this.seats = speakers.size();
        this.density = density(scenario.text());
        this.setting = setting(facts);
        this.situation = setting
                + said.stream().mapToInt(Tokens::estimate).sum()
                + tokens(scenario.world().indicators().size() * (LINE + CAUSES * CAUSE) + UNDER_WAY * LINE)
                + tokens(scenario.issues().size() * LINE)
                + estimate(scenario.world().events())
                + written(MINUTES + MEMORIES);
        this.persona = speakers.stream().mapToInt(this::persona).max().orElse(0);
    }

    /** The longest prompt of a call, with the schema of its answer. */
    public int most(Call call) {
        int heard = call.heard() * written(CONTRIBUTION + LINE);
        return switch (call.phase()) {
            case POSITION -> tokens(9_000) + named() + persona + situation + written(TASKS);
            case DISAGREEMENTS -> tokens(2_600) + named() + setting + heard + tokens(seats * (LINE + stances()));
            case REPLY -> tokens(2_600) + named() + persona + situation + heard + written(QUESTION);
            case MINUTES -> tokens(2_000) + situation + heard + happened();
            case INTERVIEW -> tokens(1_600) + persona + situation + written(QUESTION);
            case JUDGE -> tokens(2_600) + named() + setting + written(RUN + STATEMENT);
            case ANALYSIS -> tokens(1_600) + persona + situation + heard + happened();
            case BRIEF, ENTAILMENT, BASELINE ->
                throw new IllegalArgumentException("Its prompt is made of an experiment, not of a turn");
        };
    }

    /** Less than any prompt: half of what is in all of them. */
    public int least() {
        return setting / 2;
    }

    private int setting(Map<String, Object> facts) {
        World world = scenario.world();
        int actions = world.actions().stream()
                .mapToInt(action -> LINE
                        + action.id().length()
                        + action.description().length()
                        + String.join(", ", action.authority()).length()
                        + String.join(" and ", action.excludes()).length())
                .sum();
        return tokens(HEADINGS)
                + Tokens.estimate(scenario.text())
                + estimate(scenario.issues())
                + tokens(actions)
                + tokens(limits(world))
                + tokens(seats * LINE)
                + estimate(scenario.initialContext())
                + estimate(scenario.attachments())
                + estimate(facts);
    }

    /** What is said of ruin, deadlines, formulas and who is outside. */
    private static int limits(World world) {
        int numbers = world.indicators().stream()
                .mapToInt(indicator -> 2 * LINE
                        + (indicator.formula() == null
                                ? 0
                                : indicator.formula().text().length()))
                .sum();
        int deadlines = world.deadlines().stream()
                .mapToInt(deadline -> 3 * LINE + deadline.description().length())
                .sum();
        int outside = world.outside().stream()
                .mapToInt(actor -> LINE + actor.name().length())
                .sum();
        return numbers + deadlines + outside;
    }

    /** What an agent is told about itself. */
    private int persona(Seat seat) {
        Optional<Role> role = scenario.role(seat.role());
        Direction told = scenario.direction(seat.id());
        String usual = role.map(Role::persona).orElse("");
        return tokens(800)
                + Tokens.estimate(seat.name())
                + role.map(known -> estimate(known.capabilities())).orElse(0)
                + Tokens.estimate(told.persona() == null ? usual : told.persona())
                + estimate(told.goals())
                + estimate(told.knows());
    }

    /** Ids that schemas list: of issues, actions and seats. */
    private int named() {
        return tokens(scenario.issues().stream()
                        .mapToInt(issue -> issue.id().length() + 3)
                        .sum()
                + scenario.world().actions().stream()
                        .mapToInt(action -> action.id().length() + 3)
                        .sum()
                + seats * 2 * 30);
    }

    private int stances() {
        return scenario.issues().stream()
                .mapToInt(issue -> issue.id().length() + 40)
                .sum();
    }

    /** What code tells of a turn: effects, decisions, and what became of the actions that were chosen. */
    private int happened() {
        World world = scenario.world();
        int changes = world.actions().size()
                + world.dynamics().size()
                + world.indicators().size()
                + effects(world) * 2;
        int others = scenario.issues().size()
                + seats * 3
                + world.outside().size() * 2
                + world.deadlines().size();
        return tokens(changes * (LINE + CAUSE) + others * LINE) + estimate(world.events());
    }

    private static int effects(World world) {
        return world.actions().stream()
                        .mapToInt(action -> action.effects().size())
                        .sum()
                + world.events().stream()
                        .mapToInt(event -> event.effects().size())
                        .sum()
                + world.outside().stream()
                        .flatMap(actor -> actor.responses().stream())
                        .mapToInt(response -> 1 + response.effects().size())
                        .sum();
    }

    private int written(int characters) {
        return (int) Math.ceil(characters * density);
    }

    private static int estimate(Object value) {
        return Tokens.estimate(Json.write(value));
    }

    private static int tokens(int characters) {
        return Math.ceilDiv(characters, Tokens.CHARACTERS);
    }

    /** Models answer in the script they are asked in. */
    private static double density(String text) {
        return Math.max(1.0 / Tokens.CHARACTERS, Tokens.estimate(text) / (double) Math.max(1, text.length()));
    }
}
