package io.synthforce.api.wire;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of comma-separated values (RFC 4180). Texts are a user's: quoted, and never read as a formula by a spreadsheet. */
public final class Csv {

    private static final String FORMULA = "=+-@\t\r\n";
    private static final String NUMBER = "-?[0-9]+(\\.[0-9]+)?";

    private Csv() {}

    /** A line with its end. */
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 && !text.matches(NUMBER);
        String safe = formula ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
