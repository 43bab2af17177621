package io.synthforce.workflows.simulation;

import io.synthforce.workflows.journal.SimulationEvent;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.json.ContentHash;
import io.synthforce.workflows.scenario.Scenarios;
import io.synthforce.workflows.simulation.Steps.Step;
import io.synthforce.workflows.turn.CallClass;
import io.synthforce.workflows.turn.Plot;
import io.synthforce.workflows.turn.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The store in memory, with what the design promises of the real one: a request has one outcome, a turn stands once,
 * and events are written only onto the head they were folded from.
 */
final class FakeStore implements SimulationActivities {

    /** What became of a request. */
    enum Fate {
        OPEN,
        TAKEN,
        DONE,
        REFUSED
    }

    /** A row of the inbox. */
    record Request(long id, Operation operation, int until, Fate fate, int turn, int httpStatus, String error) {

        boolean answered() {
            return fate == Fate.DONE || fate == Fate.REFUSED;
        }

        private Request as(Fate newFate, int newTurn, int newHttpStatus, String newError) {
            return new Request(id, operation, until, newFate, newTurn, newHttpStatus, newError);
        }
    }

    private final UUID simulation;
    private final Map<Long, Request> requests = new LinkedHashMap<>();
    private final Map<Integer, List<SimulationEvent>> played = new TreeMap<>();
    private final Map<Integer, Turn> left = new TreeMap<>();
    private final List<String> runs = new ArrayList<>();
    final Steps steps = new Steps();

    Plot plot = Scenarios.priceIncrease();
    int maxTurns = 50;
    /** What it is a branch for. */
    String experiment;
    /** What requests ask for. */
    final Map<Long, UUID> experiments = new ConcurrentHashMap<>();
    /** Makes a turn's record longer. */
    String padding = "";

    BooleanSupplier turnWaits = () -> false;
    private boolean deleted;
    private Status status = Status.ACTIVE;
    private long head = 1;
    private SimulationState state;

    FakeStore(UUID simulation) {
        this.simulation = simulation;
        this.state = SimulationState.BLANK.fold(new SimulationEvent.SimulationStarted(
                "scenario", SimulationState.ENGINE, plot.world().openingLedger()));
    }

    // What the API does.

    long submit(Operation operation) {
        return submit(operation, 0);
    }

    /** @param until the last turn to be played, 0 when it is no play */
    synchronized long submit(Operation operation, int until) {
        long id = requests.size() + 1L;
        requests.put(id, new Request(id, operation, until, Fate.OPEN, 0, 0, ""));
        return id;
    }

    synchronized Request request(long id) {
        return requests.get(id);
    }

    synchronized List<Request> requests() {
        return List.copyOf(requests.values());
    }

    synchronized void delete() {
        deleted = true;
    }

    /** Another run has played a turn meanwhile. */
    synchronized void advance() {
        head += 10;
        played.put(state.turn() + 1, List.of());
    }

    synchronized Status status() {
        return status;
    }

    synchronized SimulationState state() {
        return state;
    }

    synchronized Map<Integer, List<SimulationEvent>> played() {
        return new TreeMap<>(played);
    }

    /** The runs that opened the simulation, in order. */
    synchronized List<String> runs() {
        return List.copyOf(runs);
    }

    /** As if a run had taken the request and died. */
    synchronized void takeAndDie(long request) {
        Turn turn = turnFor(requests.get(request));
        requests.put(request, requests.get(request).as(Fate.TAKEN, turn.number(), 0, ""));
    }

    // What the workflow does.

    @Override
    public Opened open(UUID id, String runId) {
        return performing(Step.OPEN, () -> {
            runs.add(runId);
            if (deleted || !id.equals(simulation)) {
                return Opened.NONE;
            }
            Labels labels = new Labels("owner", "root", null, maxTurns, experiment);
            return new Opened(Verdict.DONE, status, head, state, plot, labels, unanswered());
        });
    }

    @Override
    public Taken take(UUID id, long request, long fromHead) {
        return performing(Step.TAKE, () -> {
            if (deleted) {
                return new Taken(Verdict.GONE, null);
            }
            Request row = requests.get(request);
            if (fromHead != head) {
                return new Taken(Verdict.BEHIND, null);
            }
            if (row == null || row.answered() || !row.operation().asksForTurns()) {
                return new Taken(Verdict.SKIPPED, null);
            }
            if (row.operation() == Operation.PLAY) {
                return takePlay(row);
            }
            if (row.fate() == Fate.TAKEN) {
                return new Taken(Verdict.DONE, turnFor(row));
            }
            if (status != Status.ACTIVE) {
                refuse(row, 409, "not_active");
                return new Taken(Verdict.SKIPPED, null);
            }
            return holder().map(holder -> new Taken(Verdict.DONE, turnFor(holder)))
                    .orElseGet(() -> taken(row));
        });
    }

    private Taken takePlay(Request play) {
        Optional<Request> holder = holder();
        if (holder.isPresent()) {
            return new Taken(Verdict.DONE, turnFor(holder.get()));
        }
        if (status == Status.PAUSED) {
            return new Taken(Verdict.PAUSED, null);
        }
        Optional<Request> next = requests.values().stream()
                .filter(row -> row.operation() == Operation.NEXT && row.fate() == Fate.OPEN)
                .findFirst();
        return taken(next.orElse(play));
    }

    private Taken taken(Request row) {
        Turn turn = turnFor(row);
        requests.put(row.id(), row.as(Fate.TAKEN, turn.number(), 0, ""));
        return new Taken(Verdict.DONE, turn);
    }

    /** Whose turn is under way. */
    private Optional<Request> holder() {
        return requests.values().stream()
                .filter(row -> row.fate() == Fate.TAKEN && row.turn() > state.turn())
                .findFirst();
    }

    @Override
    public Projected project(Projection projection) {
        return performing(Step.PROJECT, () -> {
            if (deleted) {
                return new Projected(Verdict.GONE, null, 0, null);
            }
            List<SimulationEvent> stored = played.get(projection.turn());
            if (stored != null && ContentHash.of(stored).equals(ContentHash.of(projection.events()))) {
                return new Projected(Verdict.DONE, status, head, state);
            }
            if (stored != null || projection.head() != head) {
                return new Projected(Verdict.BEHIND, null, 0, null);
            }
            state = state.fold(projection.events());
            head += projection.events().size();
            played.put(projection.turn(), projection.events());
            left.remove(projection.turn());
            Request row = requests.get(projection.request());
            boolean goesOn = row.until() > projection.turn();
            requests.put(row.id(), row.as(goesOn ? Fate.TAKEN : Fate.DONE, projection.turn(), 200, ""));
            if (state.turn() >= maxTurns) {
                status = Status.COMPLETED;
            }
            return new Projected(Verdict.DONE, status, head, state);
        });
    }

    @Override
    public Commanded command(UUID id, long request) {
        return performing(Step.COMMAND, () -> {
            if (deleted) {
                return new Commanded(Verdict.GONE, null, false);
            }
            Request row = requests.get(request);
            if (!row.answered()) {
                if (status == Status.COMPLETED) {
                    refuse(row, 409, "simulation_completed");
                } else {
                    obey(row);
                }
            }
            return new Commanded(Verdict.DONE, status, turnWaits.getAsBoolean());
        });
    }

    private void obey(Request command) {
        status = switch (command.operation()) {
            case PAUSE -> Status.PAUSED;
            case STOP -> status;
            case RESUME -> Status.ACTIVE;
            case NEXT, PLAY, INJECT, WHAT_IF -> throw new IllegalStateException(command + " is no command");
        };
        if (command.operation() == Operation.STOP) {
            requests().stream()
                    .filter(row -> row.operation() == Operation.PLAY && !row.answered())
                    .forEach(this::endPlay);
        }
        if (command.operation() != Operation.RESUME) {
            requests().stream()
                    .filter(row -> row.operation() == Operation.NEXT && row.fate() == Fate.OPEN)
                    .filter(row -> row.id() < command.id())
                    .forEach(row -> refuse(row, 409, "not_active"));
        }
        requests.put(command.id(), command.as(Fate.DONE, state.turn(), 200, ""));
    }

    /** After the turn under way, if it has one. */
    private void endPlay(Request play) {
        boolean underWay = play.turn() > state.turn();
        requests.put(
                play.id(),
                new Request(
                        play.id(),
                        Operation.PLAY,
                        underWay ? play.turn() : state.turn(),
                        underWay ? Fate.TAKEN : Fate.DONE,
                        play.turn(),
                        200,
                        ""));
    }

    @Override
    public UUID experiment(UUID id, long request) {
        return experiments.get(request);
    }

    @Override
    public void abandon(Abandonment abandonment) {
        performing(Step.ABANDON, () -> {
            Request row = requests.get(abandonment.request());
            if (!row.answered()) {
                refuse(row, abandonment.httpStatus(), abandonment.error());
            }
            return abandonment;
        });
    }

    private void refuse(Request row, int httpStatus, String error) {
        requests.put(row.id(), row.as(Fate.REFUSED, row.turn(), httpStatus, error));
    }

    private List<Bell> unanswered() {
        return requests.values().stream()
                .filter(row -> !row.answered())
                .sorted(Comparator.comparing((Request row) -> row.fate() == Fate.OPEN)
                        .thenComparing(Request::id))
                .map(row -> new Bell(row.id(), row.operation()))
                .toList();
    }

    /** A turn that was left keeps what was asked; only the request is another. */
    private Turn turnFor(Request row) {
        int number = state.turn() + 1;
        Turn before = left.get(number);
        String inputs = before == null ? ContentHash.ofText("inputs of " + row.id()) + padding : before.inputs();
        Turn turn = new Turn(
                simulation,
                number,
                row.id(),
                SimulationState.ENGINE,
                row.operation() == Operation.PLAY ? CallClass.PLAY : CallClass.NEXT,
                inputs,
                Scenarios.fullCast(),
                List.of());
        left.put(number, turn);
        return turn;
    }

    private <T> T performing(Step step, Supplier<T> work) {
        return steps.perform(step, () -> {
            synchronized (this) {
                return work.get();
            }
        });
    }
}
