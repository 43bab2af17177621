package io.synthforce.store.turn;

import io.synthforce.store.budget.Reservations;
import io.synthforce.store.budget.Reservations.Ahead;
import io.synthforce.store.budget.Reservations.Room;
import io.synthforce.store.budget.Shortage;
import io.synthforce.store.lock.LockedSimulation;
import io.synthforce.store.request.Injections;
import io.synthforce.store.request.NextInputs;
import io.synthforce.store.request.Outcome;
import io.synthforce.store.request.Outcomes;
import io.synthforce.store.request.Refusal;
import io.synthforce.store.request.RequestRow.State;
import io.synthforce.store.sql.Columns;
import io.synthforce.workflows.journal.SimulationState;
import io.synthforce.workflows.scenario.Seat;
import io.synthforce.workflows.simulation.Operation;
import io.synthforce.workflows.simulation.SimulationActivities.Taken;
import io.synthforce.workflows.simulation.SimulationActivities.Verdict;
import io.synthforce.workflows.simulation.Status;
import io.synthforce.workflows.turn.CallClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Turns a request into the next turn of a locked simulation. */
final class Taking {

    private static final String ASKED = """
            select id, state, until_turn, body from requests
            where simulation = :simulation and operation in ('next', 'play') and state in ('open', 'taken') and %s""";

    private static final String BY_ID = ASKED.formatted("id = :id");

    private static final String FIRST_NEXT =
            ASKED.formatted("operation = 'next' and state = 'open' order by id limit 1");

    private static final String CALL_CLASS = """
            select case when r.operation <> 'play' then 'next'
                        when s.experiment is null then 'play' else 'what_if' end as call_class
            from requests r join simulations s on s.id = r.simulation where r.id = :id""";

    private static final String TAKE =
            "update requests set state = 'taken', turn = :turn, taken_at = now(), over_budget = false where id = :id";

    private static final Outcome NOBODY_THERE = new Outcome(
            422, "validation_error", "Everyone who would speak is absent in this turn; name others in focus_agents.");

    private static final Outcome UNKNOWN_ROLE = new Outcome(
            422, "validation_error", "focus_agents names a role that does not exist; GET /agents/list shows them all.");

    private static final Taken SKIPPED = new Taken(Verdict.SKIPPED, null);
    private static final Taken PAUSED = new Taken(Verdict.PAUSED, null);

    private final JdbcClient jdbc;
    private final TurnRows turns;
    private final Casts casts;
    private final Concerned concerned;
    private final LeftCalls leftCalls;
    private final Injections injections;
    private final Outcomes outcomes;
    private final Reservations reservations;
    private final GivenInputs givenInputs;

    Taking(JdbcClient jdbc, TurnRows turns, LeftCalls leftCalls, Injections injections, Outcomes outcomes) {
        this.injections = injections;
        this.jdbc = jdbc;
        this.turns = turns;
        this.casts = new Casts(jdbc);
        this.concerned = new Concerned(jdbc);
        this.leftCalls = leftCalls;
        this.outcomes = outcomes;
        this.reservations = new Reservations(jdbc);
        this.givenInputs = new GivenInputs(jdbc);
    }

    /** @param untilTurn null unless it is a play */
    private record Asked(long id, State state, @Nullable Integer untilTurn, NextInputs inputs) {}

    Taken take(LockedSimulation simulation, long request) {
        return asked(jdbc.sql(BY_ID).param("id", request), simulation)
                .map(asked -> asked.untilTurn() == null
                        ? takeNext(simulation, asked)
                        : takePlay(simulation, asked, asked.untilTurn()))
                .orElse(SKIPPED);
    }

    private Taken takeNext(LockedSimulation simulation, Asked asked) {
        Optional<Outcome> refusal =
                asked.state() == State.OPEN ? Refusal.of(Operation.NEXT, simulation) : Optional.empty();
        return refusal.map(outcome -> close(asked, outcome))
                .or(() -> underWay(simulation))
                .orElseGet(() -> asked.state() == State.OPEN ? begin(simulation, asked) : SKIPPED);
    }

    private Taken takePlay(LockedSimulation simulation, Asked play, int untilTurn) {
        Optional<Taken> underWay = underWay(simulation);
        if (underWay.isPresent()) {
            return underWay.get();
        }
        if (simulation.status() == Status.PAUSED) {
            return PAUSED;
        }
        if (simulation.currentTurn() >= untilTurn || simulation.status() == Status.COMPLETED) {
            return close(play, Outcome.OK);
        }
        return Refusal.of(Operation.PLAY, simulation)
                .map(outcome -> close(play, outcome))
                .orElseGet(() -> next(simulation).orElseGet(() -> begin(simulation, play)));
    }

    /** The turn of whoever waits for the next one. */
    private Optional<Taken> next(LockedSimulation simulation) {
        Optional<Asked> first = asked(jdbc.sql(FIRST_NEXT), simulation);
        while (first.isPresent()) {
            Taken taken = takeNext(simulation, first.get());
            if (taken.verdict() == Verdict.DONE) {
                return Optional.of(taken);
            }
            first = asked(jdbc.sql(FIRST_NEXT), simulation);
        }
        return Optional.empty();
    }

    private Optional<Taken> underWay(LockedSimulation simulation) {
        return turns.underWay(simulation.id()).map(this::toPlay);
    }

    private Taken begin(LockedSimulation simulation, Asked asked) {
        int number = simulation.currentTurn() + 1;
        Cast cast = casts.of(simulation.id());
        GivenInput given = givenInputs.of(simulation.id(), number);
        boolean own = !asked.inputs().asksNothing() || given.said().asksNothing();
        NextInputs next = own ? asked.inputs() : given.said();
        List<String> focus = own ? next.focusAgents() : cast.inFocus(next.focusAgents(), number);
        Optional<List<Seat>> speakers = cast.speakers(focus, number);
        if (speakers.isEmpty()) {
            return close(asked, UNKNOWN_ROLE);
        }
        if (speakers.get().isEmpty() && !cast.seats().isEmpty()) {
            return close(asked, NOBODY_THERE);
        }
        List<InjectedInput> injected = InjectedInput.of(given.happened(), injections.ofTurn(simulation.id(), number));
        TurnInputs all = new TurnInputs(next.userInput(), next.contextOverride(), speakers.get(), injected, focus);
        TurnInputs inputs = cast.relevant() && focus.isEmpty()
                ? all.spokenBy(concerned.among(speakers.get(), simulation.id(), all, number))
                : all;
        Room room = reservations.roomFor(simulation.id(), ahead(inputs));
        if (room instanceof Room.TooLittle tooLittle) {
            return overBudget(asked, tooLittle.shortage());
        }
        TurnRow turn = turns.find(simulation.id(), number)
                .map(left -> takeUpAgain(left, asked.id(), inputs))
                .orElseGet(() -> turns.insert(simulation.id(), number, asked.id(), SimulationState.ENGINE, inputs));
        reservations.reserve(simulation.id(), number, room);
        jdbc.sql(TAKE).param("id", asked.id()).param("turn", turn.turn()).update();
        return toPlay(turn);
    }

    /** Whoever waits for the turn is told at once; a play goes on when there is more. */
    private Taken overBudget(Asked asked, Shortage shortage) {
        if (asked.untilTurn() == null) {
            return close(asked, new Outcome(409, Shortage.ERROR, shortage.detail()));
        }
        reservations.hold(asked.id());
        return PAUSED;
    }

    private static Ahead ahead(TurnInputs inputs) {
        List<String> said = new ArrayList<>();
        if (inputs.userInput() != null) {
            said.add(inputs.userInput());
        }
        inputs.injected().stream()
                .map(InjectedInput::text)
                .filter(Objects::nonNull)
                .forEach(said::add);
        return new Ahead(inputs.speakers(), inputs.contextOverride(), said);
    }

    private Taken close(Asked asked, Outcome outcome) {
        outcomes.write(asked.id(), outcome);
        return SKIPPED;
    }

    private Taken toPlay(TurnRow turn) {
        CallClass callClass = jdbc.sql(CALL_CLASS)
                .param("id", turn.request())
                .query((row, _) -> Columns.constant(row, "call_class", CallClass.class))
                .single();
        return new Taken(Verdict.DONE, turn.toPlay(callClass));
    }

    /** Recorded replies stay if they answer the same inputs; who gave up is asked again in any case. */
    private TurnRow takeUpAgain(TurnRow left, long request, TurnInputs inputs) {
        if (left.inputsHash().equals(TurnRows.hash(inputs))) {
            leftCalls.forgetDegraded(left.simulation(), left.turn());
        } else {
            leftCalls.forget(left.simulation(), left.turn());
        }
        return turns.takeUpAgain(left.simulation(), left.turn(), request, inputs);
    }

    private static Optional<Asked> asked(JdbcClient.StatementSpec sql, LockedSimulation simulation) {
        return sql.param("simulation", simulation.id())
                .query((row, _) -> new Asked(
                        row.getLong("id"),
                        Columns.constant(row, "state", State.class),
                        Columns.intOrNull(row, "until_turn"),
                        Columns.json(row, "body", NextInputs.class)))
                .optional();
    }
}
