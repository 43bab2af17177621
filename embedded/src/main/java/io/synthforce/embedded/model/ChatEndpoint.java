package io.synthforce.embedded.model;

import io.synthforce.embedded.groq.ChatRequest;
import io.synthforce.embedded.groq.Completion;
import io.synthforce.embedded.groq.GroqError;
import io.synthforce.embedded.groq.RequestRules;
import java.io.IOException;
import java.time.Duration;

/** {@code POST /chat/completions}: journals, holds, delays and answers, by fault or by script. */
final class ChatEndpoint {

    private static final int CALLER_GONE = 499;

    private final Journal journal;
    private final Holds holds = new Holds();
    private final Faults faults = new Faults();
    private volatile Latency latency;

    ChatEndpoint(Journal journal, Duration latency) {
        this.journal = journal;
        this.latency = new Latency(latency, Duration.ZERO);
    }

    Journal journal() {
        return journal;
    }

    Holds holds() {
        return holds;
    }

    Faults faults() {
        return faults;
    }

    void latency(Latency latency) {
        this.latency = latency;
    }

    void handle(Exchange exchange) throws IOException, InterruptedException {
        var body = exchange.body();
        if (body == null) {
            exchange.send(Answer.of(GroqError.invalid(413, "Request Entity Too Large", "request_too_large")));
            return;
        }
        var request = ChatRequest.read(body);
        var entry = journal.received(exchange.header("X-Attempt-Id"), request);
        // Taken on arrival: a held request whose caller has gone must not use up a fault meant for the next one.
        var fault = faults.take(request);
        holds.pass(request);
        Thread.sleep(latency.of(request));
        var answer = fault == null ? answer(request) : Answer.of(fault, request);
        // Listed before it is sent, so that who has the answer also finds it in the journal.
        journal.answered(entry, answer.status());
        try {
            exchange.send(answer);
        } catch (IOException gone) {
            journal.answered(entry, CALLER_GONE);
            throw gone;
        }
    }

    private static Answer answer(ChatRequest request) {
        var broken = RequestRules.broken(request);
        if (broken != null) {
            return Answer.of(broken);
        }
        var content = Script.content(request);
        if (Completion.tokens(content) <= request.budget()) {
            return Answer.of(Completion.of(request, content, "stop"));
        }
        return request.formatType().equals("text")
                ? Answer.of(Completion.of(request, content.substring(0, request.budget()), "length"))
                : Answer.of(GroqError.outOfTokens());
    }
}
