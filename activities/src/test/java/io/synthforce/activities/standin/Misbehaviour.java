package io.synthforce.activities.standin;

import io.synthforce.embedded.groq.ChatRequest;
import io.synthforce.embedded.groq.Spent;
import mockwebserver3.MockResponse;

/** Something that goes wrong, by name. */
public interface Misbehaviour {

    String name();

    Emission emit(Asked asked);

    /**
     * A request and what would have been a good answer to it.
     *
     * @param faster by how much waits are shorter than Groq's
     */
    record Asked(ChatRequest request, String good, double faster) {}

    /**
     * What is sent instead.
     *
     * @param spent what is billed for it
     */
    record Emission(int status, MockResponse.Builder response, Spent spent) {

        static Emission refused(int status, MockResponse.Builder response) {
            return new Emission(status, response.code(status), Spent.NOTHING);
        }
    }
}
