package io.synthforce.api.filter;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * Says in {@code X-Response-Time} how long the answer took until it began. Headers cannot follow a body, so the clock is
 * read when somebody is about to write; of a streaming answer that is its first byte.
 */
final class TimedResponse extends HttpServletResponseWrapper {

    static final String HEADER = "X-Response-Time";

    private final long begin;
    private boolean told;

    TimedResponse(HttpServletResponse response, long begin) {
        super(response);
        this.begin = begin;
    }

    static String since(long begin) {
        return String.format(Locale.ROOT, "%.2fms", (System.nanoTime() - begin) / 1e6);
    }

    /** Once; later calls, and calls when the headers are gone, do nothing. */
    void tell() {
        if (!told && !isCommitted()) {
            told = true;
            setHeader(HEADER, since(begin));
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        tell();
        return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        tell();
        return super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
        tell();
        super.flushBuffer();
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        tell();
        super.sendError(status, message);
    }

    @Override
    public void sendError(int status) throws IOException {
        tell();
        super.sendError(status);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        tell();
        super.sendRedirect(location);
    }

    @Override
    public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
        tell();
        super.sendRedirect(location, status, clearBuffer);
    }
}
