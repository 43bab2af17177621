package io.synthforce.store.turn;

import io.synthforce.store.request.Injection;
import io.synthforce.store.request.NextInputs;
import io.synthforce.store.sql.Columns;
import io.synthforce.store.sql.Storable;
import io.synthforce.workflows.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Inputs that branches take over from what they were forked from; frozen when they are forked. */
public class GivenInputs {

    private static final String FIND =
            "select turn, inputs from given_inputs where simulation = :simulation and turn = :turn";

    private static final String AFTER = """
            select turn, inputs from given_inputs where simulation = :simulation and turn > :turn order by turn""";

    /** Turns taken before inputs named who was in focus have that in their request. */
    private static final String PLAYED = """
            select t.turn, t.inputs, r.body
            from lineage l join turns t on t.simulation = l.ancestor and t.turn <= l.upto_turn
              left join requests r on r.id = t.request
            where l.simulation = :simulation and t.state = 'played' and t.turn > :turn
            order by t.turn""";

    private static final String INSERT = """
            insert into given_inputs (simulation, turn, inputs) values (:simulation, :turn, cast(:inputs as jsonb))""";

    private final JdbcClient jdbc;

    public GivenInputs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    GivenInput of(UUID simulation, int turn) {
        return jdbc.sql(FIND)
                .param("simulation", simulation)
                .param("turn", turn)
                .query(GivenInputs::read)
                .optional()
                .orElseGet(() -> GivenInput.nothing(turn));
    }

    /** What a simulation's turns after one were asked, and what those still to be played are given. */
    public List<GivenInput> recorded(UUID simulation, int after) {
        List<GivenInput> played = jdbc.sql(PLAYED)
                .param("simulation", simulation)
                .param("turn", after)
                .query(GivenInputs::played)
                .list();
        int last = played.isEmpty() ? after : played.getLast().turn();
        return Stream.concat(played.stream(), toCome(simulation, last).stream()).toList();
    }

    /** What a branch's own turns after one are given. */
    public List<GivenInput> toCome(UUID branch, int after) {
        return jdbc.sql(AFTER)
                .param("simulation", branch)
                .param("turn", after)
                .query(GivenInputs::read)
                .list();
    }

    /** For the transaction that writes the branch. */
    public void write(UUID branch, GivenInput given) {
        jdbc.sql(INSERT)
                .param("simulation", branch)
                .param("turn", given.turn())
                .param("inputs", Storable.json(given))
                .update();
    }

    private static GivenInput read(ResultSet row, int number) throws SQLException {
        return Columns.json(row, "inputs", GivenInput.class);
    }

    private static GivenInput played(ResultSet row, int number) throws SQLException {
        TurnInputs inputs = Columns.json(row, "inputs", TurnInputs.class);
        List<String> focus =
                inputs.focus().isEmpty() ? asked(row.getString("body")).focusAgents() : inputs.focus();
        return new GivenInput(
                row.getInt("turn"),
                new NextInputs(inputs.userInput(), focus, inputs.contextOverride()),
                inputs.injected().stream().map(GivenInputs::injection).toList());
    }

    private static NextInputs asked(@Nullable String body) {
        return Optional.ofNullable(body)
                .map(text -> Json.read(text, NextInputs.class))
                .orElse(NextInputs.NONE);
    }

    private static Injection injection(InjectedInput input) {
        return new Injection(input.text() == null ? input.event() : null, input.text(), input.visibility());
    }
}
