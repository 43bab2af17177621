package io.synthforce.crash;

import io.synthforce.crash.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What holds the product in one place: locks on tables, replies held back, wires cut. */
final class Trap implements AutoCloseable {

    private final Stage stage;
    private final Rows rows;
    private final Api api;
    private final List<Lock> locks = new ArrayList<>();

    Trap(Stage stage, Rows rows, Api api) {
        this.stage = stage;
        this.rows = rows;
        this.api = api;
    }

    Stage stage() {
        return stage;
    }

    ScriptedModel model() {
        return stage.model();
    }

    Rows rows() {
        return rows;
    }

    Lock lock(String table) {
        var lock = rows.lock(table);
        locks.add(lock);
        return lock;
    }

    /** The answer is lost with the process that would have given it. */
    CompletableFuture<Answer> send(Asking asking) {
        return asking.send(api);
    }

    /** How many calls of the turn are recorded. */
    long recorded(Asking asking) {
        return rows.count("calls where simulation = ? and turn = ?", asking.simulation(), asking.turn());
    }

    @Override
    public void close() {
        locks.forEach(Lock::close);
        stage.model().release();
        stage.mend();
    }
}
