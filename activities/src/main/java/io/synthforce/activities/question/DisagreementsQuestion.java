package io.synthforce.activities.question;

import static java.util.Map.entry;

import io.synthforce.activities.groq.Message;
import io.synthforce.activities.groq.ReplyFormat;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.workflows.journal.Answer;
import io.synthforce.workflows.journal.Disagreement;
import io.synthforce.workflows.journal.SimulationEvent.DisagreementsNamed;
import io.synthforce.workflows.world.Draws;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The coordinator reads the positions unnamed and shuffled, and says where they differ and who must answer. */
public final class DisagreementsQuestion extends Question<DisagreementsNamed> {

    private static final int MOST = 3;

    private static final String ASKED = """
            The positions are unnamed and in no order. Name the points on which they really differ, at most three, the
            one that matters most first; none if they agree. For each: the issue, the question between them, the
            positions that stand against each other (at least two), and those of them that must answer the other side:
            two or three in all, the ones with the most to explain.""";

    @Override
    Message addressee(Scene scene) {
        return Briefing.coordinator("You read what the members of the company think and say where they differ.");
    }

    @Override
    Sections material(Scene scene) {
        List<String> positions = new ArrayList<>();
        labelled(scene).forEach((label, call) -> positions.add("### " + label + "\n" + shown(call)));
        return Briefing.setting(scene)
                .add("Turn", Briefing.turn(scene))
                .add("Positions", String.join("\n\n", positions));
    }

    @Override
    String asked(Scene scene) {
        return ASKED;
    }

    @Override
    public ReplyFormat format(Scene scene) {
        List<String> labels = List.copyOf(labelled(scene).keySet());
        return new ReplyFormat(
                "disagreements",
                Shape.object(entry(
                        "disagreements",
                        Shape.list(Shape.object(
                                entry("issue", Shape.oneOf(scene.issueIds())),
                                entry("question", Shape.text()),
                                entry("between", Shape.list(Shape.oneOf(labels))),
                                entry("must_answer", Shape.list(Shape.oneOf(labels))))))));
    }

    @Override
    public double temperature(Scene scene) {
        return 0.5;
    }

    @Override
    public List<String> faults(JsonNode reply, Scene scene) {
        List<String> faults = new ArrayList<>();
        JsonNode named = reply.path("disagreements");
        if (named.size() > MOST) {
            faults.add("at most " + MOST + " disagreements can be named");
        }
        for (JsonNode one : named) {
            List<String> between = labels(one, "between");
            if (between.size() < 2) {
                faults.add("a disagreement is between at least two positions");
            }
            if (!between.containsAll(labels(one, "must_answer"))) {
                faults.add("who must answer has to stand in the disagreement");
            }
        }
        return faults;
    }

    @Override
    public DisagreementsNamed event(JsonNode reply, String contentHash, Scene scene) {
        Map<String, RecordedCall> labelled = labelled(scene);
        List<Disagreement> named = new ArrayList<>();
        for (JsonNode one : reply.path("disagreements")) {
            named.add(new Disagreement(
                    "d" + (named.size() + 1),
                    one.path("issue").asString(),
                    seats(labels(one, "between"), labelled),
                    seats(labels(one, "must_answer"), labelled)));
        }
        return new DisagreementsNamed(scene.call().key().round(), Answer.ok(contentHash), named);
    }

    @Override
    public DisagreementsNamed degraded(String reason, Scene scene) {
        return new DisagreementsNamed(scene.call().key().round(), Answer.degraded(reason), List.of());
    }

    @Override
    List<String> heard(Scene scene) {
        return labelled(scene).values().stream()
                .map(RecordedCall::contentHash)
                .map(Objects::toString)
                .toList();
    }

    /** The last word of every seat that spoke, under letters in an order drawn for the turn and round. */
    private static Map<String, RecordedCall> labelled(Scene scene) {
        Draws draws = new Draws(scene.scenario().rootSeed(), scene.scenario().repeat());
        int round = scene.call().key().round();
        List<RecordedCall> shuffled = scene.positions().stream()
                .flatMap(p -> scene.lastWord(p.key().seat(), round).stream())
                .sorted(Comparator.comparingLong(call -> draws.seed(
                        scene.turn(), "labels/" + round + "/" + call.key().seat())))
                .toList();
        Map<String, RecordedCall> labelled = new LinkedHashMap<>();
        for (RecordedCall call : shuffled) {
            labelled.put(label(labelled.size()), call);
        }
        return labelled;
    }

    private static String label(int place) {
        String letter = String.valueOf((char) ('A' + place % 26));
        return place < 26 ? letter : letter + (place / 26 + 1);
    }

    private static String shown(RecordedCall call) {
        return Transcript.textOf(call) + "\nStances: " + Transcript.tree(call).path("stances");
    }

    private static List<String> labels(JsonNode disagreement, String member) {
        return disagreement
                .path(member)
                .valueStream()
                .map(JsonNode::asString)
                .distinct()
                .toList();
    }

    private static List<String> seats(List<String> labels, Map<String, RecordedCall> labelled) {
        return labels.stream()
                .map(label -> Objects.requireNonNull(labelled.get(label)).key().seat())
                .toList();
    }
}
