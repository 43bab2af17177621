package io.synthforce.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/** Someone who writes requests by hand, so that every byte of them is his. */
public record RawCaller(int port) {

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, String body) {

        public String header(String name) {
            return headers.getFirst(name);
        }

        static Answer of(String text) {
            int end = text.indexOf("\r\n\r\n");
            List<String> head = Arrays.asList(text.substring(0, end).split("\r\n"));
            HttpHeaders headers = new HttpHeaders();
            head.stream().skip(1).map(line -> line.split(": ", 2)).forEach(pair -> headers.add(pair[0], pair[1]));
            return new Answer(Integer.parseInt(head.getFirst().split(" ")[1]), headers, text.substring(end + 4));
        }
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, headers);
    }

    /** @param headers as {@code Name: value}; {@code Host} is localhost unless given */
    public Answer send(String method, String path, String... headers) {
        boolean named = Arrays.stream(headers).anyMatch(header -> header.startsWith("Host:"));
        String head = Stream.of(
                        Stream.of("%s %s HTTP/1.1".formatted(method, path), "Connection: close"),
                        named ? Stream.<String>empty() : Stream.of("Host: localhost"),
                        Arrays.stream(headers))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\r\n", "", "\r\n\r\n"));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            return Answer.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
