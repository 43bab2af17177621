package io.synthforce.activities.question;

import static java.util.Map.entry;

import io.synthforce.activities.groq.Message;
import io.synthforce.activities.groq.ReplyFormat;
import io.synthforce.workflows.brief.DirectAnswer;
import io.synthforce.workflows.brief.DirectAnswer.Guess;
import io.synthforce.workflows.experiment.Expectation.Course;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** The question of a what-if put to a model as it is, with nothing simulated. Empty when it was given up. */
public final class DirectQuestion extends Question<Optional<DirectAnswer>> {

    private static final String ASKED = """
            Nothing is simulated for you: answer by what you know.
            - options: one entry for each option by its number. direction: whether what counts will be more (up), less (down)
              or the same as without any change. size: how large the difference will be in its unit, at least 0; 0 for same.
            - recommendation: the number of the option you would take, or 0 for no change.
            - reason: below 60 words.""";

    private final String memo;
    private final int options;
    private final int maxTokens;

    /**
     * @param options how many the memo numbers
     * @param maxTokens room for the answer, as much as a run took
     */
    public DirectQuestion(String memo, int options, int maxTokens) {
        this.memo = memo;
        this.options = options;
        this.maxTokens = maxTokens;
    }

    @Override
    public int maxTokens(int usual) {
        return Math.max(usual, maxTokens);
    }

    @Override
    Message addressee(Scene scene) {
        return Message.system("You advise the management of a company."
                + " Answer with one JSON object of the given schema and nothing else.");
    }

    @Override
    Sections material(Scene scene) {
        return new Sections().add("The what-if", memo);
    }

    @Override
    String asked(Scene scene) {
        return ASKED;
    }

    @Override
    public ReplyFormat format(Scene scene) {
        return new ReplyFormat(
                "direct",
                Shape.object(
                        entry(
                                "options",
                                Shape.list(Shape.object(
                                        entry("option", Shape.integer()),
                                        entry("direction", Shape.oneOf(List.of("up", "down", "same"))),
                                        entry("size", Shape.number())))),
                        entry("recommendation", Shape.integer()),
                        entry("reason", Shape.text())));
    }

    @Override
    public List<String> faults(JsonNode reply, Scene scene) {
        List<String> faults = new ArrayList<>();
        TreeMap<Integer, Guess> guesses = guesses(reply);
        IntStream.rangeClosed(1, options)
                .filter(option -> !guesses.containsKey(option))
                .forEach(option -> faults.add("option %d has no entry".formatted(option)));
        int recommended = reply.path("recommendation").asInt();
        if (recommended < 0 || recommended > options) {
            faults.add("there is no option " + recommended);
        }
        if (guesses.values().stream().anyMatch(guess -> guess.size() < 0)) {
            faults.add("a size is at least 0");
        }
        return faults;
    }

    @Override
    public Optional<DirectAnswer> event(JsonNode reply, String contentHash, Scene scene) {
        return Optional.of(new DirectAnswer(
                List.copyOf(guesses(reply).values()),
                reply.path("recommendation").asInt()));
    }

    @Override
    public Optional<DirectAnswer> degraded(String reason, Scene scene) {
        return Optional.empty();
    }

    private TreeMap<Integer, Guess> guesses(JsonNode reply) {
        TreeMap<Integer, Guess> guesses = new TreeMap<>();
        reply.path("options").forEach(said -> {
            int option = said.path("option").asInt();
            if (option >= 1 && option <= options) {
                Course course = Course.valueOf(said.path("direction").asString().toUpperCase(Locale.ROOT));
                guesses.putIfAbsent(option, new Guess(course, said.path("size").asDouble()));
            }
        });
        return guesses;
    }
}
