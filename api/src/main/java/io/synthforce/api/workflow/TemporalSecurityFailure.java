package io.synthforce.api.workflow;

/** The files for TLS with Temporal are there, but hold something else. */
final class TemporalSecurityFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TemporalSecurityFailure(Exception cause) {
        super(
                "The files for TLS with Temporal cannot be used (" + cause.getMessage()
                        + "): TEMPORAL_TLS_SERVER_CA_CERT_PATH and TEMPORAL_TLS_CLIENT_CERT_PATH name PEM files of certificates,"
                        + " TEMPORAL_TLS_CLIENT_KEY_PATH one of an unencrypted PKCS #8 key.",
                cause);
    }
}
