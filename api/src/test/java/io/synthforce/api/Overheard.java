package io.synthforce.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.synthforce.embedded.model.ScriptedModelServer;
import io.synthforce.workflows.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The scripted model with somebody listening, who may change what it answers. */
final class Overheard implements AutoCloseable {

    private final ScriptedModelServer model;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> prompts = new CopyOnWriteArrayList<>();
    private final Change change;

    private Overheard(ScriptedModelServer model, HttpServer server, Change change) {
        this.model = model;
        this.server = server;
        this.change = change;
    }

    /** What becomes of a reply. */
    interface Change {
        /** @param asked the request as it was sent */
        void make(String asked, ObjectNode reply);
    }

    static Overheard start(Change change) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Overheard overheard = new Overheard(ScriptedModelServer.start(0), server, change);
        server.createContext("/", overheard::serve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return overheard;
    }

    String baseUrl() {
        return "http://127.0.0.1:%d%s"
                .formatted(
                        server.getAddress().getPort(),
                        URI.create(model.baseUrl()).getPath());
    }

    /** What models were asked, in order of arrival. */
    List<String> prompts() {
        return List.copyOf(prompts);
    }

    private void serve(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String asked = new String(body, StandardCharsets.UTF_8);
        URI target = URI.create(model.controlUrl()).resolve(exchange.getRequestURI());
        HttpRequest.BodyPublisher publisher =
                body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body);
        String answer = send(HttpRequest.newBuilder(target)
                .method(exchange.getRequestMethod(), publisher)
                .build());
        if (body.length > 0) {
            prompts.add(asked);
            answer = changed(asked, answer);
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static boolean isFirstPosition(String asked, String seat) {
        return asked.contains("(seat " + seat + ",") && asked.contains("own position") && asked.contains("Turn 1 of");
    }

    private String changed(String asked, String answer) {
        ObjectNode completion = (ObjectNode) Json.mapper().readTree(answer);
        ObjectNode message = (ObjectNode) completion.path("choices").path(0).path("message");
        ObjectNode reply =
                (ObjectNode) Json.mapper().readTree(message.path("content").asString());
        change.make(asked, reply);
        message.put("content", reply.toString());
        return completion.toString();
    }

    /** Said, learned and made a task of. */
    static void plant(String words, ObjectNode reply) {
        reply.put("text", words + " " + reply.path("text").asString());
        reply.putArray("facts")
                .addObject()
                .put("text", words)
                .put("importance", 1)
                .put("until_turn", 0);
        if (reply.path("tasks") instanceof ArrayNode tasks && tasks.path(0) instanceof ObjectNode task) {
            task.put("name", words);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        model.close();
    }
}
