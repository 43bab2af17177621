package io.synthforce.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The form of an answer, as the table of answers describes it. */
final class Form {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");

    private static final Map<String, Predicate<JsonNode>> KINDS = Map.ofEntries(
            Map.entry("any", node -> !node.isMissingNode()),
            Map.entry("null", JsonNode::isNull),
            Map.entry("string", JsonNode::isString),
            Map.entry("text", node -> node.isString() && !node.asString().isBlank()),
            Map.entry("uuid", node -> matches(node, UUID)),
            Map.entry("time", node -> matches(node, TIME)),
            Map.entry("integer", JsonNode::isIntegralNumber),
            Map.entry("number", JsonNode::isNumber),
            Map.entry("share", node -> node.isNumber() && node.asDouble() >= 0 && node.asDouble() <= 1),
            Map.entry("boolean", JsonNode::isBoolean),
            Map.entry("object", JsonNode::isObject),
            Map.entry("array", JsonNode::isArray));

    private Form() {}

    static void check(JsonNode actual, JsonNode form, String path) {
        if (form.has("each")) {
            checkElements(actual, form.path("each"), path);
        } else if (form.isObject()) {
            form.properties()
                    .forEach(member ->
                            check(actual.path(member.getKey()), member.getValue(), path + "." + member.getKey()));
        } else if (form.isArray()) {
            checkElements(actual, form, path);
            assertThat(actual.isEmpty()).as("%s is empty", path).isEqualTo(form.isEmpty());
        } else {
            checkValue(actual, form.asString(), path);
        }
    }

    private static void checkElements(JsonNode actual, JsonNode form, String path) {
        assertThat(actual.isArray()).as("%s is a list: %s", path, actual).isTrue();
        if (form.size() != 1) {
            assertThat(actual).as(path).hasSameSizeAs(form);
        }
        for (int i = 0; i < actual.size(); i++) {
            check(actual.path(i), form.path(Math.min(i, form.size() - 1)), path + "[" + i + "]");
        }
    }

    private static void checkValue(JsonNode actual, String form, String path) {
        if (form.startsWith("=")) {
            assertThat(actual.isString() ? actual.asString() : actual.toString())
                    .as(path)
                    .isEqualTo(form.substring(1));
        } else if (form.endsWith("?")) {
            if (!actual.isNull()) {
                checkValue(actual, form.substring(0, form.length() - 1), path);
            }
        } else {
            Predicate<JsonNode> kind = KINDS.get(form);
            assertThat(kind).as("a form called %s", form).isNotNull();
            assertThat(kind.test(actual)).as("%s is %s: %s", path, form, actual).isTrue();
        }
    }

    private static boolean matches(JsonNode node, Pattern pattern) {
        return node.isString() && pattern.matcher(node.asString()).matches();
    }
}
