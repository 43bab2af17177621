package io.synthforce.embedded.model;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** Someone who speaks to the server as the product does. */
record Caller(ScriptedModelServer server, HttpClient http) {

    static Caller of(ScriptedModelServer server) {
        return new Caller(server, HttpClient.newHttpClient());
    }

    HttpResponse<String> ask(byte[] body) throws IOException, InterruptedException {
        return http.send(completion(body, null), BodyHandlers.ofString());
    }

    HttpResponse<String> ask(byte[] body, String attempt) throws IOException, InterruptedException {
        return http.send(completion(body, attempt), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> askLater(byte[] body) {
        return http.sendAsync(completion(body, null), BodyHandlers.ofString());
    }

    HttpResponse<String> control(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.controlUrl() + path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    JsonNode journal() throws IOException, InterruptedException {
        return Schemas.tree(control("GET", "/journal", "").body());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(server.baseUrl() + path)).build(), BodyHandlers.ofString());
    }

    static String content(HttpResponse<String> answer) {
        return Schemas.tree(answer.body()).at("/choices/0/message/content").stringValue();
    }

    private HttpRequest completion(byte[] body, String attempt) {
        var request = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/chat/completions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        if (attempt != null) {
            request.header("X-Attempt-Id", attempt);
        }
        return request.build();
    }
}
