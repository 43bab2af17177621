package io.synthforce.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Kills the product in one place after the other; the start that recovers from one kill is what the next one hits. */
final class Killing implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int TURNS = 5;

    private final Stage stage;
    private final Consumer<Stage> along;
    private Product product;

    /** @param along what else is killed each time */
    Killing(Stage stage, Consumer<Stage> along) {
        this.stage = stage;
        this.along = along;
        this.product = stage.start();
    }

    /** How long it took: the start to its readiness, and from there to the end of the turn. */
    record Recovery(Place place, int turns, Duration toReadiness, Duration fromReadiness) {

        /** Ten seconds, and on a machine so busy that a start takes longer, no longer than that start. */
        boolean isInTime() {
            return fromReadiness.compareTo(toReadiness.compareTo(LIMIT) > 0 ? toReadiness : LIMIT) < 0;
        }

        @Override
        public String toString() {
            return "%s: ready after %d ms, %d turn(s) complete after %d ms"
                    .formatted(place, toReadiness.toMillis(), turns, fromReadiness.toMillis());
        }
    }

    /** Plays a turn, is killed in the second, starts again and plays a third; checks what must hold after each. */
    Recovery at(Place place) {
        startIfDead();
        var rows = stage.rows();
        var books = new Books(rows, stage.model());
        var api = product.api();
        var simulation = api.start(TURNS);
        assertThat(api.next(simulation, "first").join().turn()).isEqualTo(1);
        var second = new Asking(simulation, 2, "second");
        Books.Page atKill;
        try (var trap = new Trap(stage, rows, api)) {
            place.reach(trap, second);
            product.kill();
            along.accept(stage);
            atKill = books.page(simulation);
        }
        return recover(place, second, atKill);
    }

    /** The turn under way when the pause was stored ends, and none follows. */
    void whilePausing() {
        startIfDead();
        var rows = stage.rows();
        var api = product.api();
        var asking = new Asking(api.start(TURNS), 1, "first");
        try (var trap = new Trap(stage, rows, api)) {
            Place.POSITIONS_HALF_RECORDED.reach(trap, asking);
            stage.wire().cut();
            api.command(asking.simulation(), "pause", "pause");
            product.program()
                    .awaitUntil(
                            "stored the pause",
                            LIMIT,
                            () -> !rows.request(asking.simulation(), "pause").isEmpty());
            product.kill();
        }
        restart(Place.POSITIONS_HALF_RECORDED, List.of(asking, new Asking(asking.simulation(), 0, "pause")));
        assertThat(asking.send(product.api()).join().turn()).isEqualTo(1);
        var paused =
                product.api().command(asking.simulation(), "pause", "pause").join();
        assertThat(paused.body().path("status").asString()).isEqualTo("paused");
        assertThat(product.api().next(asking.simulation(), "second").join().status())
                .isEqualTo(409);
        new Story(rows, asking.simulation()).isWholeUpTo(1);
    }

    void whileStarting() {
        startIfDead();
        var rows = stage.rows();
        try (var snapshots = rows.lock("snapshots")) {
            product.api().start(TURNS, "start before the kill");
            product.program().awaitUntil("began to write", LIMIT, () -> snapshots.waiting() == 1);
            product.kill();
        }
        product = stage.start();
        assertThat(rows.count("simulations where start_key = ?", "start before the kill"))
                .isZero();
        var begun = product.api().start(TURNS, "start before the kill").join();
        product.kill();
        product = stage.start();
        var repeated = product.api().start(TURNS, "start before the kill").join();
        assertThat(repeated.status()).isEqualTo(201);
        assertThat(repeated.body()).isEqualTo(begun.body());
        var simulation = UUID.fromString(repeated.body().path("session_id").asString());
        assertThat(product.api().next(simulation, "first").join().turn()).isEqualTo(1);
        new Story(rows, simulation).isWholeUpTo(1);
    }

    void whileDeleting() {
        startIfDead();
        var rows = stage.rows();
        var api = product.api();
        var asking = new Asking(api.start(TURNS), 1, "first");
        try (var trap = new Trap(stage, rows, api)) {
            Place.POSITIONS_HALF_RECORDED.reach(trap, asking);
            stage.wire().cut();
            api.delete(asking.simulation());
            product.program()
                    .awaitUntil(
                            "deleted the rows",
                            LIMIT,
                            () -> rows.count("simulations where id = ?", asking.simulation()) == 0);
            product.kill();
        }
        product = stage.start();
        assertThat(asking.send(product.api()).join().status()).isEqualTo(404);
        product.program()
                .awaitUntil(
                        "ended the workflow",
                        LIMIT.multipliedBy(3),
                        () -> stage.temporal()
                                .statusOf("simulation/" + asking.simulation())
                                .matches("COMPLETED|CANCELED"));
        assertThat(rows.count("calls where simulation = ?", asking.simulation()))
                .isZero();
    }

    private void startIfDead() {
        if (!product.program().isAlive()) {
            product = stage.start();
        }
    }

    /** Starts again and waits for the ends of these turns, without asking for them. */
    private Recovery restart(Place place, List<Asking> askings) {
        product = stage.launch();
        var toReadiness = product.awaitReady();
        var readyAt = System.nanoTime();
        var rows = stage.rows();
        product.program()
                .awaitUntil(
                        "played the turns",
                        LIMIT.multipliedBy(6),
                        () -> askings.stream().allMatch(asking -> asking.isClosed(rows)));
        var recovery = new Recovery(place, askings.size(), toReadiness, Duration.ofNanos(System.nanoTime() - readyAt));
        System.out.println(recovery);
        return recovery;
    }

    private Recovery recover(Place place, Asking second, Books.Page atKill) {
        var recovery = restart(place, List.of(second));
        var rows = stage.rows();
        var answer = second.send(product.api()).join();
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(answer.turn()).isEqualTo(2);
        assertThat(product.api().turn(second.simulation(), 2).body()).isEqualTo(answer.body());
        goOn(second.simulation());
        new Story(rows, second.simulation()).isWholeUpTo(3);
        new Books(rows, stage.model()).balanceAfterKill(second.simulation(), atKill);
        return recovery;
    }

    /** Is killed while the first turns of so many simulations are under way, each with its positions in flight. */
    Recovery amid(int simulations) {
        startIfDead();
        var rows = stage.rows();
        var books = new Books(rows, stage.model());
        var api = product.api();
        var askings = IntStream.range(0, simulations)
                .mapToObj(_ -> new Asking(api.start(TURNS), 1, "first"))
                .toList();
        List<Books.Page> atKill;
        try (var trap = new Trap(stage, rows, api)) {
            stage.model().hold("position");
            askings.forEach(trap::send);
            product.program()
                    .awaitUntil(
                            "asked for all positions",
                            LIMIT.multipliedBy(3),
                            () -> stage.model().waiting("position") == (long) simulations * Place.SEATS);
            product.kill();
            atKill = askings.stream()
                    .map(asking -> books.page(asking.simulation()))
                    .toList();
        }
        var recovery = restart(Place.ALL_POSITIONS_IN_FLIGHT, askings);
        for (var i = 0; i < simulations; i++) {
            var simulation = askings.get(i).simulation();
            new Story(rows, simulation).isWholeUpTo(1);
            books.balanceAfterKill(simulation, atKill.get(i));
        }
        return recovery;
    }

    private void goOn(UUID simulation) {
        var third = product.api().next(simulation, "third").join();
        assertThat(third.status()).as(third.raw().body()).isEqualTo(200);
        assertThat(third.turn()).isEqualTo(3);
    }

    @Override
    public void close() {
        stage.close();
    }
}
