package io.synthforce.activities.call;

/** What is left of the budget does not cover a question beside a turn. Nobody waits for more money for that. */
final class NotCovered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param root whose budget it is */
    NotCovered(String root) {
        super("What is left of the budget does not cover it. PUT /simulations/%s/budget with more, and ask again under"
                        .formatted(root)
                + " another Idempotency-Key.");
    }

    String told() {
        return String.valueOf(getMessage());
    }
}
