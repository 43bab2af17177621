package io.synthforce.store.experiment;

import io.synthforce.store.call.RecordedCall;
import io.synthforce.workflows.experiment.RunRecord.SeatRecord;
import io.synthforce.workflows.journal.HeldStance;
import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationEvent.DisagreementsNamed;
import io.synthforce.workflows.journal.SimulationEvent.PositionTaken;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.turn.Phase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what each seat did over the turns of a branch. */
final class Seats {

    private final Map<String, Gathered> gathered = new LinkedHashMap<>();

    Seats(List<Seat> cast) {
        cast.forEach(seat -> gathered.put(seat.id(), new Gathered(seat)));
    }

    void add(List<SimulationEvent> events, SimulationState after, List<RecordedCall> calls) {
        for (SimulationEvent event : events) {
            if (event instanceof PositionTaken position
                    && position.answer().given()
                    && gathered.get(position.seat()) instanceof Gathered seat) {
                seat.confidences.add(position.confidence() / 100.0);
                seat.chosen.addAll(position.actions());
                after.stances().stream()
                        .filter(held -> held.seat().equals(position.seat()))
                        .map(HeldStance::after)
                        .forEach(seat.stances::add);
            } else if (event instanceof DisagreementsNamed named) {
                disputed(named, calls);
            }
        }
        calls.stream().filter(call -> call.key().phase() == Phase.POSITION).forEach(call -> {
            if (gathered.get(call.key().seat()) instanceof Gathered seat) {
                Texts.list(call, "proposals").forEach(seat.proposed::add);
            }
        });
    }

    /** Events name seats, the reply the questions; both are in the same order. */
    private void disputed(DisagreementsNamed named, List<RecordedCall> calls) {
        List<String> questions = calls.stream()
                .filter(call ->
                        call.key().phase() == Phase.DISAGREEMENTS && call.key().round() == named.round())
                .flatMap(call -> Texts.reply(call).path("disagreements").valueStream())
                .map(said -> said.path("question").asString(""))
                .toList();
        for (int i = 0; i < Math.min(questions.size(), named.disagreements().size()); i++) {
            String question = questions.get(i);
            for (String seat : named.disagreements().get(i).between()) {
                if (gathered.get(seat) instanceof Gathered of && !question.isBlank()) {
                    of.disputed.add(question);
                }
            }
        }
    }

    List<SeatRecord> records() {
        return gathered.values().stream().map(Gathered::record).toList();
    }

    private static final class Gathered {

        private final Seat seat;
        private final List<Integer> stances = new ArrayList<>();
        private final List<Double> confidences = new ArrayList<>();
        private final Set<String> chosen = new LinkedHashSet<>();
        private final Set<String> proposed = new LinkedHashSet<>();
        private final Set<String> disputed = new LinkedHashSet<>();

        Gathered(Seat seat) {
            this.seat = seat;
        }

        SeatRecord record() {
            return new SeatRecord(
                    seat.id(),
                    seat.role(),
                    orNull(stances.stream().mapToDouble(Integer::doubleValue).average()),
                    orNull(confidences.stream().mapToDouble(Double::doubleValue).average()),
                    List.copyOf(chosen),
                    List.copyOf(proposed),
                    List.copyOf(disputed));
        }

        private static @Nullable Double orNull(OptionalDouble mean) {
            return mean.isPresent() ? mean.getAsDouble() : null;
        }
    }
}
