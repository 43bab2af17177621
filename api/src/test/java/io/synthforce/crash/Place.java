package io.synthforce.crash;

import static org.awaitility.Awaitility.await;

import io.synthforce.crash.Api.Answer;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Where in a turn the product can be caught and killed. */
enum Place {
    STORED_BUT_NO_BELL_RUNG {
        @Override
        CompletableFuture<Answer> reach(Trap trap, Asking asking) {
            trap.stage().wire().cut();
            var answer = trap.send(asking);
            until(() -> asking.isStored(trap.rows()));
            return answer;
        }
    },
    WAITING_TO_BE_TAKEN {
        @Override
        CompletableFuture<Answer> reach(Trap trap, Asking asking) {
            var turns = trap.lock("turns");
            var answer = trap.send(asking);
            until(() -> turns.waiting() > 0);
            return answer;
        }
    },
    ALL_POSITIONS_IN_FLIGHT {
        @Override
        CompletableFuture<Answer> reach(Trap trap, Asking asking) {
            trap.model().hold("position");
            var answer = trap.send(asking);
            until(() -> trap.model().waiting("position") == SEATS);
            return answer;
        }
    },
    POSITIONS_HALF_RECORDED {
        @Override
        CompletableFuture<Answer> reach(Trap trap, Asking asking) {
            trap.model().hold("position", "ceo");
            trap.model().hold("position", "designer");
            trap.model().hold("position", "support");
            var answer = trap.send(asking);
            until(() -> trap.recorded(asking) == SEATS - 3 && trap.model().waiting("position") == 3);
            return answer;
        }
    },
    ANSWERED_BUT_NOT_RECORDED {
        @Override
        CompletableFuture<Answer> reach(Trap trap, Asking asking) {
            var calls = trap.lock("calls");
            var answer = trap.send(asking);
            until(() -> calls.waiting() == SEATS);
            return answer;
        }
    },
    DISAGREEMENTS_IN_FLIGHT {
        @Override
        CompletableFuture<Answer> reach(Trap trap, Asking asking) {
            return hold(trap, asking, "disagreements", 1);
        }
    },
    REPLIES_IN_FLIGHT {
        @Override
        CompletableFuture<Answer> reach(Trap trap, Asking asking) {
            return hold(trap, asking, "reply", 2);
        }
    },
    MINUTES_AND_ANALYSIS_IN_FLIGHT {
        @Override
        CompletableFuture<Answer> reach(Trap trap, Asking asking) {
            trap.model().hold("analysis");
            var answer = hold(trap, asking, "minutes", 1);
            until(() -> trap.model().waiting("analysis") == 1);
            return answer;
        }
    },
    INSIDE_THE_PROJECTION {
        @Override
        CompletableFuture<Answer> reach(Trap trap, Asking asking) {
            var journal = trap.lock("journal");
            var answer = trap.send(asking);
            until(() -> journal.waiting() > 0);
            return answer;
        }
    },
    PROJECTED_BUT_NOBODY_TOLD {
        @Override
        CompletableFuture<Answer> reach(Trap trap, Asking asking) {
            var journal = trap.lock("journal");
            var answer = trap.send(asking);
            until(() -> journal.waiting() > 0);
            trap.stage().wire().cut();
            answer.cancel(true);
            journal.close();
            until(() -> asking.isClosed(trap.rows()));
            return answer;
        }
    };

    /** Speakers of a turn by default. */
    static final int SEATS = 7;

    /** Sends the request and returns when the product is in this place, where it stays until the trap is opened. */
    abstract CompletableFuture<Answer> reach(Trap trap, Asking asking);

    private static CompletableFuture<Answer> hold(Trap trap, Asking asking, String schema, int atLeast) {
        trap.model().hold(schema);
        var answer = trap.send(asking);
        until(() -> trap.model().waiting(schema) >= atLeast);
        return answer;
    }

    private static void until(Callable<Boolean> there) {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(20))
                .until(there);
    }
}
