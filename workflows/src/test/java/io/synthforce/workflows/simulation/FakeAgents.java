package io.synthforce.workflows.simulation;

import io.synthforce.workflows.journal.Answer;
import io.synthforce.workflows.journal.Disagreement;
import io.synthforce.workflows.journal.SimulationEvent.AnalysisGiven;
import io.synthforce.workflows.journal.SimulationEvent.DisagreementsNamed;
import io.synthforce.workflows.journal.SimulationEvent.MinutesTaken;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationEvent.ReplyGiven;
import io.synthforce.workflows.journal.Stance;
import io.synthforce.workflows.json.ContentHash;
import io.synthforce.workflows.turn.AgentActivities;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.ModelCall;
import io.synthforce.workflows.turn.Phase;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Agents that say what a test wants, each call once: what is recorded under its key is returned for ever. */
final class FakeAgents implements AgentActivities {

    /** The seats that stand against each other on the price, all asked to reply. */
    static final List<String> OPPONENTS = List.of("ceo", "engineering_lead", "support");

    private final Map<Phase, Gate> gates = new EnumMap<>(Phase.class);
    private final Map<CallKey, Object> recorded = new LinkedHashMap<>();
    private final List<ModelCall> asked = new ArrayList<>();
    private Predicate<ModelCall> silent = _ -> false;
    private Predicate<ModelCall> broken = _ -> false;
    private Predicate<ModelCall> limited = _ -> false;
    private Duration limit = Duration.ZERO;
    private Consumer<ModelCall> beforeAnswer = _ -> {};
    private int running;
    private int refusals;
    private final Set<CallKey> waiting = new LinkedHashSet<>();

    FakeAgents() {
        for (Phase phase : Phase.values()) {
            gates.put(phase, new Gate());
        }
    }

    Gate at(Phase phase) {
        return gates.get(phase);
    }

    void openAll() {
        gates.values().forEach(Gate::open);
    }

    /** These calls are given up for good. */
    synchronized void degrade(Predicate<ModelCall> calls) {
        silent = calls;
    }

    /** These calls meet a defect. */
    synchronized void fail(Predicate<ModelCall> calls) {
        broken = calls;
    }

    /** The provider refuses these calls and asks to wait for 17 minutes. */
    void limit(Predicate<ModelCall> calls) {
        limit(calls, Duration.ofMinutes(17));
    }

    /** The provider refuses these calls and names the time after which to ask again. */
    synchronized void limit(Predicate<ModelCall> calls, Duration time) {
        limited = calls;
        limit = time;
    }

    /** What a call does before it is answered. */
    synchronized void beforeAnswer(Consumer<ModelCall> action) {
        beforeAnswer = action;
    }

    /** Whether calls wait for the provider and none is under way. */
    synchronized boolean waiting() {
        return !waiting.isEmpty() && running == 0;
    }

    /** How often the provider refused a call. */
    synchronized int refusals() {
        return refusals;
    }

    /** As if nothing had been recorded. */
    synchronized void forget() {
        recorded.clear();
    }

    /** Every time a call was asked for, retries included. */
    synchronized List<ModelCall> asked() {
        return List.copyOf(asked);
    }

    /** The calls that were answered, in the order they were recorded. */
    synchronized List<CallKey> recorded() {
        return List.copyOf(recorded.keySet());
    }

    @Override
    public PositionTaken position(ModelCall call) {
        String seat = call.key().seat();
        return answer(
                call,
                silent -> silent
                        ? PositionTaken.degraded(seat, "no answer")
                        : new PositionTaken(
                                seat, said(call), stances(seat), 70, List.of("launch_campaign"), 0, List.of()));
    }

    @Override
    public DisagreementsNamed disagreements(ModelCall call) {
        int round = call.key().round();
        return answer(
                call,
                silent -> silent
                        ? new DisagreementsNamed(round, Answer.degraded("no answer"), List.of())
                        : new DisagreementsNamed(
                                round, said(call), List.of(new Disagreement("d1", "price", OPPONENTS, OPPONENTS))));
    }

    @Override
    public ReplyGiven reply(ModelCall call) {
        String seat = call.key().seat();
        int round = call.key().round();
        String id = call.disagreement().id();
        return answer(
                call,
                silent -> silent
                        ? ReplyGiven.degraded(seat, round, id, "no answer")
                        : new ReplyGiven(
                                seat,
                                round,
                                id,
                                said(call),
                                stances(seat),
                                75,
                                List.of("launch_campaign"),
                                List.of(),
                                false));
    }

    @Override
    public MinutesTaken minutes(ModelCall call) {
        return answer(call, silent -> new MinutesTaken(silent ? Answer.degraded("no answer") : said(call)));
    }

    @Override
    public AnalysisGiven analysis(ModelCall call) {
        return answer(call, silent -> new AnalysisGiven(silent ? Answer.degraded("no answer") : said(call)));
    }

    private static Answer said(ModelCall call) {
        return Answer.ok(ContentHash.of(call.key()));
    }

    private static List<Stance> stances(String seat) {
        int price = OPPONENTS.indexOf(seat) == 0 ? 2 : -1;
        return List.of(new Stance("price", price), new Stance("hiring", 1));
    }

    private interface Words<T> {
        T say(boolean silent);
    }

    @SuppressWarnings("unchecked")
    private <T> T answer(ModelCall call, Words<T> words) {
        begin(call);
        try {
            at(call.key().phase()).pass();
            beforeAnswer.accept(call);
            synchronized (this) {
                if (limited.test(call)) {
                    waiting.add(call.key());
                    refusals++;
                    throw limited();
                }
                if (broken.test(call)) {
                    throw ApplicationFailure.newNonRetryableFailure("A defect", "defect");
                }
                return (T) recorded.computeIfAbsent(call.key(), _ -> words.say(silent.test(call)));
            }
        } finally {
            end();
        }
    }

    private synchronized void begin(ModelCall call) {
        asked.add(call);
        waiting.remove(call.key());
        running++;
    }

    private synchronized void end() {
        running--;
    }

    private ApplicationFailure limited() {
        return ApplicationFailure.newBuilder()
                .setMessage("The provider asks to wait")
                .setType("rate_limited")
                .setNextRetryDelay(limit)
                .setCategory(ApplicationErrorCategory.BENIGN)
                .build();
    }
}
