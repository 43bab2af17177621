package io.synthforce.store.bundle;

import io.synthforce.workflows.json.Json;
import java.io.InputStream;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a bundle part by part, so that it need not fit into memory, and tells where it is no bundle. */
final class BundleReader {

    private static final JsonMapper STRICT = Json.mapper()
            .rebuild()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final JsonParser parser;
    private final Parts parts;

    /** Who is handed the parts, in their order. */
    interface Parts {

        void header(Bundle.Header header);

        void head(String at, Bundle.Head head);

        void turn(String at, Bundle.Turn turn);

        void edit(String at, Bundle.Edit edit);

        void kept(String at, Bundle.Kept kept);

        void interview(String at, Bundle.Interview interview);

        /** All of a simulation was read. */
        void end(String at);
    }

    private BundleReader(JsonParser parser, Parts parts) {
        this.parser = parser;
        this.parts = parts;
    }

    /** @throws InvalidBundle if it is none */
    static void read(InputStream in, Parts parts) {
        try (JsonParser parser = STRICT.createParser(in)) {
            new BundleReader(parser, parts).read();
        } catch (JacksonException broken) {
            throw new InvalidBundle("", "Bundle should be one JSON object; it ends or breaks off before its end");
        }
    }

    private void read() {
        expect("", parser.nextToken(), JsonToken.START_OBJECT);
        parts.header(member("", "header", Bundle.Header.class));
        name("", "simulations");
        expect("simulations", parser.nextToken(), JsonToken.START_ARRAY);
        for (int i = 0; parser.nextToken() == JsonToken.START_OBJECT; i++) {
            simulation("simulations." + i);
        }
        expect("simulations", parser.currentToken(), JsonToken.END_ARRAY);
        expect("", parser.nextToken(), JsonToken.END_OBJECT);
    }

    private void simulation(String at) {
        parts.head(at + ".head", member(at, "head", Bundle.Head.class));
        items(at, "turns", Bundle.Turn.class, parts::turn);
        items(at, "edits", Bundle.Edit.class, parts::edit);
        items(at, "memories", Bundle.Kept.class, parts::kept);
        // Bundles that are older have none.
        if ("interviews".equals(parser.nextName())) {
            list(at, "interviews", Bundle.Interview.class, parts::interview);
            parser.nextToken();
        }
        expect(at, parser.currentToken(), JsonToken.END_OBJECT);
        parts.end(at);
    }

    private <T> void items(String at, String name, Class<T> type, BiConsumer<String, T> whom) {
        name(at, name);
        list(at, name, type, whom);
    }

    private <T> void list(String at, String name, Class<T> type, BiConsumer<String, T> whom) {
        expect(at + "." + name, parser.nextToken(), JsonToken.START_ARRAY);
        for (int i = 0; parser.nextToken() == JsonToken.START_OBJECT; i++) {
            String item = "%s.%s.%d".formatted(at, name, i);
            whom.accept(item, value(item, type));
        }
        expect(at + "." + name, parser.currentToken(), JsonToken.END_ARRAY);
    }

    private <T> T member(String at, String name, Class<T> type) {
        name(at, name);
        expect(path(at, name), parser.nextToken(), JsonToken.START_OBJECT);
        return value(path(at, name), type);
    }

    private <T> T value(String at, Class<T> type) {
        try {
            return parser.readValueAs(type);
        } catch (JacksonException unreadable) {
            throw InvalidBundle.unreadable(at, unreadable);
        }
    }

    private void name(String at, String name) {
        if (!name.equals(parser.nextName())) {
            throw new InvalidBundle(path(at, name), "Field required, in this place");
        }
    }

    private static void expect(String at, JsonToken found, JsonToken expected) {
        if (found != expected) {
            throw new InvalidBundle(at, "Another form of JSON should be here: " + expected);
        }
    }

    private static String path(String at, String name) {
        return at.isEmpty() ? name : at + "." + name;
    }
}
