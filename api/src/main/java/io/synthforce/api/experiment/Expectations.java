package io.synthforce.api.experiment;

import io.synthforce.api.experiment.WhatIfRequest.Expected;
import io.synthforce.api.experiment.WhatIfRequest.Option;
import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.workflows.experiment.Expectation;
import io.synthforce.workflows.experiment.Expectation.Course;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what a caller expects of the options it asks for. */
final class Expectations {

    private final WhatIfRequest request;
    private final List<String> options;

    Expectations(WhatIfRequest request) {
        this.request = request;
        this.options = request.all().stream().map(Option::name).toList();
    }

    /** In the order of the options. */
    List<Expectation> all() {
        Map<Integer, Expectation> named = new TreeMap<>();
        List<Expected> others = new ArrayList<>();
        for (int i = 0; i < request.expected().size(); i++) {
            String field = "body.expectation." + i;
            Expected expected = request.expected().get(i);
            check(expected, field);
            if (expected.option() != null) {
                int option = options.indexOf(expected.option()) + 1;
                if (option == 0) {
                    throw new InvalidRequest(
                            field + ".option", "enum", "Input should be one of " + String.join(", ", options));
                }
                if (named.putIfAbsent(option, expectation(option, expected)) != null) {
                    throw twice(field);
                }
            } else if (others.isEmpty()) {
                others.add(expected);
            } else {
                throw twice(field);
            }
        }
        for (int option = 1; option <= options.size(); option++) {
            for (Expected other : others) {
                named.putIfAbsent(option, expectation(option, other));
            }
        }
        return List.copyOf(named.values());
    }

    private static void check(Expected expected, String field) {
        BigDecimal low = expected.low();
        BigDecimal high = expected.high();
        boolean oneLimit = (low == null) != (high == null);
        int said = (expected.direction() == null ? 0 : 1) + (expected.value() == null ? 0 : 1) + (low == null ? 0 : 1);
        if (said != 1 || oneLimit) {
            throw new InvalidRequest(
                    field, "value_error", "Input should have a direction, a value, or both low and high");
        }
        if (low != null && high != null && low.compareTo(high) > 0) {
            throw new InvalidRequest(field + ".high", "greater_than_equal", "Input should be at least low, " + low);
        }
    }

    private static InvalidRequest twice(String field) {
        return new InvalidRequest(
                field + ".option", "value_error", "Another entry expects something of the same already");
    }

    private static Expectation expectation(int option, Expected expected) {
        return new Expectation(
                option,
                course(expected.direction()),
                expected.value() == null ? expected.low() : expected.value(),
                expected.value() == null ? expected.high() : expected.value(),
                expected.text());
    }

    private static @Nullable Course course(@Nullable String direction) {
        return direction == null ? null : Course.valueOf(direction.toUpperCase(Locale.ROOT));
    }
}
