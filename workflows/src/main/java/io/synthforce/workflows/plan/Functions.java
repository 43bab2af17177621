package io.synthforce.workflows.plan;

import io.synthforce.workflows.estimation.CountedFunction;
import io.synthforce.workflows.estimation.FunctionType;
import io.synthforce.workflows.plan.SaidTasks.SaidFunction;
import io.synthforce.workflows.plan.SaidTasks.SaidTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The functions of a task that can be counted.
 *
 * @param faults what cannot, by name, and why
 */
record Functions(List<CountedFunction> counted, Map<String, String> faults) {

    private static final int MOST = 5;
    private static final int MOST_COUNTED = 1000;

    static Functions of(SaidTask said) {
        List<CountedFunction> counted = new ArrayList<>();
        Map<String, String> faults = new LinkedHashMap<>();
        for (SaidFunction function : said.functions() == null ? List.<SaidFunction>of() : said.functions()) {
            String name = Words.line(function.name(), Words.NAME);
            Optional<FunctionType> type = type(function);
            if (name.isEmpty()) {
                faults.put("(unnamed)", "the function has no name");
            } else if (type.isEmpty()) {
                faults.put(name, "a function is an EI, EO, EQ, ILF or EIF");
            } else if (!possible(function.dataElements(), 1) || !possible(function.files(), 0)) {
                faults.put(name, "data_elements is from 1 and files from 0, both at most " + MOST_COUNTED);
            } else if (counted.size() == MOST) {
                faults.put(name, "more than " + MOST + " functions of one task");
            } else {
                counted.add(
                        new CountedFunction(name, type.get(), (int) function.dataElements(), (int) function.files()));
            }
        }
        return new Functions(counted, faults);
    }

    private static Optional<FunctionType> type(SaidFunction function) {
        return Arrays.stream(FunctionType.values())
                .filter(type -> type.name().equals(function.type()))
                .findFirst();
    }

    private static boolean possible(double count, int least) {
        return count >= least && count <= MOST_COUNTED;
    }
}
