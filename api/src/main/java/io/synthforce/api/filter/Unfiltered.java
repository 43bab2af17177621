package io.synthforce.api.filter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Does for answers that the server gives before any filter is asked what a filter does for all others. */
public interface Unfiltered {

    /** The status is known, the body is not yet written. */
    void answered(HttpServletRequest request, HttpServletResponse response);

    /** Whether the filters have not seen it. */
    static boolean is(HttpServletResponse response) {
        return !response.containsHeader(RequestId.HEADER);
    }
}
