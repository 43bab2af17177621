package io.synthforce.activities.groq;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.synthforce.activities.groq.Reply.Parsed;
import io.synthforce.activities.groq.Reply.Step;
import io.synthforce.activities.groq.Reply.Unusable;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads a model's text as a document of the given schema: as it stands, else the first whole object in it, else with slips
 * of syntax mended. It completes nothing: an answer that was cut off is unusable, whatever could be guessed of it.
 */
public final class ReplyParser {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Pattern THINKING = Pattern.compile("<think>.*?</think>", Pattern.DOTALL);
    private static final int ERRORS_SHOWN = 10;
    private static final int ERROR_LENGTH = 300;

    private final Schema schema;

    public ReplyParser(JsonNode schema) {
        this.schema = SCHEMAS.getSchema(schema);
    }

    public Reply parse(GroqOutcome.Answered answer) {
        return parse(answer.content(), answer.finishReason());
    }

    public Reply parse(String content, String finishReason) {
        if (content.isBlank()) {
            return unusable("the answer is empty");
        }
        try {
            return validated(Json.tree(content.strip()), Step.STRICT);
        } catch (JacksonException notOneDocument) {
            if ("length".equals(finishReason)) {
                return unusable("the answer was cut off at the token limit; answer more briefly");
            }
            return taken(THINKING.matcher(content).replaceAll(""));
        }
    }

    private Reply taken(String text) {
        var extracted = extracted(text);
        if (extracted instanceof Parsed) {
            return extracted;
        }
        var mended = Repair.of(text);
        var repaired = mended == null ? extracted : validated(mended, Step.REPAIRED);
        return repaired instanceof Parsed ? repaired : extracted;
    }

    private Reply extracted(String text) {
        var parseError = "the answer holds no JSON object";
        for (var object = WholeObject.firstIn(text); object != null; object = object.next()) {
            if (!object.closed()) {
                return unusable("the answer ends before its JSON object is closed");
            }
            try {
                return validated(Json.tree(object.text()), Step.EXTRACTED);
            } catch (JacksonException malformed) {
                parseError = "the answer's JSON object is malformed: " + malformed.getOriginalMessage();
            }
        }
        return unusable(parseError);
    }

    private Reply validated(JsonNode value, Step step) {
        var storable = Storable.of(value);
        var errors = schema.validate(storable);
        return errors.isEmpty()
                ? new Parsed(storable, step)
                : new Unusable(errors.stream()
                        .limit(ERRORS_SHOWN)
                        .map(error -> shortened(error.getInstanceLocation() + ": " + error.getMessage()))
                        .toList());
    }

    private static Unusable unusable(String error) {
        return new Unusable(List.of(shortened(error)));
    }

    private static String shortened(String text) {
        return text.length() <= ERROR_LENGTH ? text : text.substring(0, ERROR_LENGTH) + "…";
    }
}
