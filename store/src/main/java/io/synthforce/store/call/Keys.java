package io.synthforce.store.call;

import io.synthforce.store.sql.Columns;
import io.synthforce.workflows.turn.CallKey;
import io.synthforce.workflows.turn.Phase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** A call's natural key as columns and parameters. */
final class Keys {

    static final String COLUMNS = "simulation, turn, seat, phase, round";

    static final String MATCH =
            "simulation = :simulation and turn = :turn and seat = :seat and phase = :phase and round = :round";

    private Keys() {}

    static Map<String, Object> params(CallKey key) {
        return Map.of(
                "simulation", key.simulation(),
                "turn", key.turn(),
                "seat", key.seat(),
                "phase", Columns.word(key.phase()),
                "round", key.round());
    }

    static CallKey read(ResultSet row) throws SQLException {
        return new CallKey(
                Columns.uuid(row, "simulation"),
                row.getInt("turn"),
                row.getString("seat"),
                Columns.constant(row, "phase", Phase.class),
                row.getInt("round"));
    }
}
