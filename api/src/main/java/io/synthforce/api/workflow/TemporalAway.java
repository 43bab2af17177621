package io.synthforce.api.workflow;

import io.grpc.Status;

/** Temporal did not answer in time, or refused to; what was asked of it may be asked again later. */
public final class TemporalAway extends Exception {

    private static final long serialVersionUID = 1L;

    private final Status.Code code;

    TemporalAway(Status.Code code, Throwable cause) {
        super("Temporal does not answer (" + code + ")", cause);
        this.code = code;
    }

    Status.Code code() {
        return code;
    }
}
