package io.synthforce.store.request;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What requests came to. Written in the transaction that decides it; the doorbell is rung after its commit. */
public class Outcomes {

    private static final String CLOSE = """
            update requests
            set state = :state, http_status = :status, error = :error, detail = :detail, closed_at = now()
            where id = :id""";

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

    private static String stateOf(Outcome outcome) {
        return outcome.httpStatus() == OK ? "done" : "refused";
    }
}
