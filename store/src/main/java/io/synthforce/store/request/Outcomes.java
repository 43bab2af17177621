package io.synthforce.store.request;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What requests came to. Written in the transaction that decides it; the doorbell is rung after its commit. */
public class Outcomes {

    private static final String CLOSE = """
            update requests
            set state = :state, http_status = :status, error = :error, detail = :detail, closed_at = now()
            where id = :id""";

    private static final String PLAYED = """
            update requests set state = 'done', http_status = 200, closed_at = now()
            where id = :id and (until_turn is null or until_turn <= :turn)""";

    private static final String STOPPED = """
            update requests set state = 'done', http_status = 200, until_turn = :played, closed_at = now()
            where id = :id and until_turn is not null""";

    private static final int OK = 200;

    private final JdbcClient jdbc;

    public Outcomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Done when the outcome is 200, else refused. */
    public void write(long request, Outcome outcome) {
        jdbc.sql(CLOSE)
                .param("id", request)
                .param("state", stateOf(outcome))
                .param("status", outcome.httpStatus())
                .param("error", outcome.error())
                .param("detail", outcome.detail())
                .update();
    }

    /** Of a request whose turn was played: done, unless it is a play with turns to come. */
    public void played(long request, int turn) {
        jdbc.sql(PLAYED).param("id", request).param("turn", turn).update();
    }

    /** Of a request whose turn was stopped while it waited. A play keeps the turns it has played, so it is done. */
    public void stopped(long request, int turn, Outcome outcome) {
        int plays =
                jdbc.sql(STOPPED).param("id", request).param("played", turn - 1).update();
        if (plays == 0) {
            write(request, outcome);
        }
    }

    private static String stateOf(Outcome outcome) {
        return outcome.httpStatus() == OK ? "done" : "refused";
    }
}
