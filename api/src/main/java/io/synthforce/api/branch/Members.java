package io.synthforce.api.branch;

import io.synthforce.api.problem.InvalidRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a free-form object member by member, and names what is wrong with it and what could have been there. */
public final class Members {

    private static final BigDecimal LARGEST = new BigDecimal("1e12");

    private final String field;
    private final Map<String, Object> object;
    private final Set<String> known = new LinkedHashSet<>();

    /** @param field where the object lies, dotted */
    public Members(String field, Map<String, Object> object) {
        this.field = field;
        this.object = object;
    }

    public Optional<String> text(String name, int longest) {
        return member(name).map(value -> {
            if (!(value instanceof String text) || text.isBlank()) {
                throw fault(name, "string_type", "Input should be a text");
            }
            if (text.codePointCount(0, text.length()) > longest) {
                throw fault(name, "string_too_long", "String should have at most " + longest + " characters");
            }
            return text.strip();
        });
    }

    Optional<BigDecimal> number(String name) {
        return member(name).map(value -> {
            if (!(value instanceof Number number)) {
                throw fault(name, "float_type", "Input should be a number");
            }
            BigDecimal decimal = new BigDecimal(number.toString());
            if (decimal.abs().compareTo(LARGEST) > 0) {
                throw fault(name, "less_than_equal", "Input should be between -1e12 and 1e12");
            }
            return decimal;
        });
    }

    Optional<Integer> integer(String name, int low, int high) {
        return number(name).map(number -> {
            if (number.stripTrailingZeros().scale() > 0
                    || number.compareTo(BigDecimal.valueOf(low)) < 0
                    || number.compareTo(BigDecimal.valueOf(high)) > 0) {
                throw fault(name, "int_range", "Input should be a whole number from %d to %d".formatted(low, high));
            }
            return number.intValueExact();
        });
    }

    Optional<Boolean> flag(String name) {
        return member(name).map(value -> {
            if (!(value instanceof Boolean flag)) {
                throw fault(name, "bool_type", "Input should be true or false");
            }
            return flag;
        });
    }

    Optional<List<String>> texts(String name, int most) {
        return member(name).map(value -> {
            if (!(value instanceof List<?> items)
                    || items.size() > most
                    || !items.stream().allMatch(item -> item instanceof String text && !text.isBlank())) {
                throw fault(name, "list_type", "Input should be a list of at most " + most + " texts");
            }
            return items.stream().map(item -> ((String) item).strip()).toList();
        });
    }

    /** The objects of a list; absent is none. */
    List<Members> objects(String name, int most) {
        Object value = member(name).orElse(List.of());
        if (!(value instanceof List<?> items) || items.size() > most) {
            throw fault(name, "list_type", "Input should be a list of at most " + most + " objects");
        }
        List<Members> objects = new ArrayList<>();
        for (Object item : items) {
            objects.add(object(name + "." + objects.size(), item));
        }
        return objects;
    }

    /** An object in the place of a member. */
    @SuppressWarnings("unchecked") // JSON objects have texts for names.
    public Members object(String name, Object value) {
        if (!(value instanceof Map<?, ?> nested)) {
            throw fault(name, "dict_type", "Input should be an object");
        }
        return new Members(field + "." + name, (Map<String, Object>) nested);
    }

    /** A member as it is. */
    public Optional<Object> member(String name) {
        known.add(name);
        return Optional.ofNullable(object.get(name));
    }

    public boolean has(String name) {
        known.add(name);
        return object.containsKey(name);
    }

    /** Everything that was not asked for by name. */
    Map<String, Object> rest() {
        Map<String, Object> rest = new LinkedHashMap<>(object);
        rest.keySet().removeAll(known);
        return rest;
    }

    public Members requireNoMore() {
        rest().keySet().stream().findFirst().ifPresent(unknown -> {
            throw fault(unknown, "extra_forbidden", "Not possible here; possible: " + String.join(", ", known));
        });
        return this;
    }

    public InvalidRequest missing(String name) {
        return fault(name, "missing", "Field required");
    }

    public InvalidRequest fault(String name, String type, String message) {
        return new InvalidRequest(field + "." + name, type, message);
    }
}
