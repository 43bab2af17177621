package io.synthforce.api.workflow;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.common.SearchAttributeKey;
import java.util.List;
import java.util.TreeMap;
import org.springframework.util.StringUtils;

/** The namespace lacks search attributes and this program may not register them; someone who may has to. */
final class SearchAttributesRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "INDEXED_VALUE_TYPE_";

    private final String commands;

    SearchAttributesRefused(String namespace, List<SearchAttributeKey<?>> missing, TemporalAway refusal) {
        super(
                "The namespace %s of Temporal lacks search attributes (%s), and registering them was refused (%s)."
                        .formatted(namespace, names(missing), refusal.code()),
                refusal);
        this.commands = commands(namespace, missing);
    }

    /** What someone with permission has to run. */
    String commands() {
        return commands;
    }

    private static String names(List<SearchAttributeKey<?>> keys) {
        return keys.stream().map(SearchAttributeKey::getName).collect(joining(", "));
    }

    private static String commands(String namespace, List<SearchAttributeKey<?>> missing) {
        return missing.stream()
                .collect(groupingBy(
                        SearchAttributeKey::getValueType,
                        TreeMap::new,
                        mapping(key -> " --name " + key.getName(), joining())))
                .entrySet()
                .stream()
                .map(ofType -> "temporal operator search-attribute create --namespace %s --type %s%s"
                        .formatted(namespace, word(ofType.getKey()), ofType.getValue()))
                .collect(joining(" && "));
    }

    private static String word(IndexedValueType type) {
        return StringUtils.capitalize(type.name().substring(PREFIX.length()).toLowerCase(java.util.Locale.ROOT));
    }
}
