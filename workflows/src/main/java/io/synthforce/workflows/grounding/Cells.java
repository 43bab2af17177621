package io.synthforce.workflows.grounding;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The cells of a table as values: numbers where they are plain numbers, else texts. A comma parts cells, not thousands. */
final class Cells {

    private static final Pattern PARTING = Pattern.compile("(?:\\r?\\n|[,;\\t])(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(?:\\.\\d{1,18})?");

    private Cells() {}

    static List<Object> of(String csv) {
        return Arrays.stream(PARTING.split(csv))
                .map(cell -> cell.strip().replace("\"", ""))
                .map(cell -> NUMBER.matcher(cell).matches() ? (Object) new BigDecimal(cell) : cell)
                .toList();
    }
}
