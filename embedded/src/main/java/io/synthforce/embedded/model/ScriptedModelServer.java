package io.synthforce.embedded.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.synthforce.embedded.groq.GroqError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The scripted model as a server on loopback. Equal requests get equal content; every answer carries the header
 * {@code X-Synthforce-Scripted} and the field {@code x_synthforce.notice}.
 */
public final class ScriptedModelServer implements AutoCloseable {

    private static final String API = "/openai/v1";
    private static final int BACKLOG = 1024;

    static {
        // Small answers on kept connections would otherwise wait for the other side's delayed acknowledgement.
        settle("nodelay", "true");
        // A server that closes kept connections while they are being used again loses calls: by default beyond 200.
        settle("maxIdleConnections", "20000");
        settle("idleInterval", "120");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ChatEndpoint chat;
    private final ModelsEndpoint models = new ModelsEndpoint();
    private final boolean controlled;

    private ScriptedModelServer(HttpServer server, ChatEndpoint chat, boolean controlled) {
        this.server = server;
        this.chat = chat;
        this.controlled = controlled;
    }

    /** Starts as the product embeds it. */
    public static ScriptedModelServer start(int port) throws IOException {
        return start(ScriptedModelOptions.embedded(port));
    }

    public static ScriptedModelServer start(ScriptedModelOptions options) throws IOException {
        var address = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), options.port());
        var http = HttpServer.create(address, BACKLOG);
        var chat = new ChatEndpoint(Journal.open(options.journal()), options.latency());
        var started = new ScriptedModelServer(http, chat, options.control());
        http.createContext("/", started::serve);
        http.setExecutor(started.threads);
        http.start();
        return started;
    }

    /** Where a client of Groq is pointed to. */
    public String baseUrl() {
        return controlUrl() + API;
    }

    /** Where the journal, holds, faults and latency are, if they are enabled. */
    public String controlUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The newest requests, oldest of them first. */
    public List<JournalEntry> journal() {
        return chat.journal().entries();
    }

    /** Leaves the next matching requests unanswered until {@link #releaseHolds()}. */
    public void hold(Match match, int times) {
        chat.holds().add(match, times);
    }

    public void releaseHolds() {
        chat.holds().release();
    }

    public void fail(Fault fault) {
        chat.faults().add(fault);
    }

    public void clearFaults() {
        chat.faults().clear();
    }

    /** How long every answer takes from now on: a base, and a share of the spread that depends on the request. */
    public void latency(Duration base, Duration spread) {
        chat.latency(new Latency(base, spread));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        try {
            chat.journal().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(HttpExchange http) throws IOException {
        try (http) {
            http.getResponseHeaders().set(Label.MARKER, Label.NOTICE);
            route(new Exchange(http));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void route(Exchange exchange) throws IOException, InterruptedException {
        var path = exchange.path();
        if (exchange.method().equals("POST") && path.equals(API + "/chat/completions")) {
            chat.handle(exchange);
        } else if (exchange.method().equals("GET") && path.matches(API + "/models(/.+)?")) {
            models.handle(exchange, path.substring((API + "/models").length()).replaceFirst("^/", ""));
        } else if (!controlled || !new ControlEndpoint(chat).handle(exchange)) {
            exchange.send(Answer.of(GroqError.unknownUrl(exchange.method(), path)));
        }
    }

    private static void settle(String setting, String value) {
        var property = "sun.net.httpserver." + setting;
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /**
     * Runs it as a process of its own, with control: {@code --port N --journal FILE --latency-ms N}. Prints the base URL
     * on one line and serves until it is told to end.
     */
    public static void main(String... arguments) throws IOException {
        try {
            var server = start(ScriptedModelOptions.parse(arguments));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            System.out.println(server.baseUrl());
        } catch (IllegalArgumentException unusable) {
            System.err.println(unusable.getMessage());
            System.exit(2);
        }
    }
}
