package io.synthforce.api.request;

import io.synthforce.store.request.RequestRow;

/** How it stands with a request when its caller has waited long enough. */
public sealed interface Asked {

    /** It was carried out. */
    record Done(RequestRow request) implements Asked {}

    /** It is still to be carried out, or being carried out. */
    record Pending(RequestRow request) implements Asked {}
}
