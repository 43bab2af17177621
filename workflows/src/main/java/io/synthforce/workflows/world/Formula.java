package io.synthforce.workflows.world;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.parser.ParseException;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A number worked out of others: {@code customers * price / 1000}. Names are indicators and parameters; there are
 * {@code + - * /}, comparisons and {@code && ||}, which are 1 where they hold and 0 where not, {@code min max abs floor
 * ceiling} and {@code if(condition, then, else)}.
 * Nothing in it can be drawn, read from outside or run without end, so it has the same value in every process.
 */
public record Formula(@JsonValue String text) {

    public static final int LONGEST = 300;

    /** No exponents, texts or other ways to write something huge in a few characters. */
    private static final Pattern WRITTEN = Pattern.compile("[A-Za-z0-9_ .,()+*/<>=!&|-]*");

    private static final Pattern EXPONENT = Pattern.compile("(?<![A-Za-z_0-9])[0-9.]+[A-Za-z_]");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Formula {}

    /** What is wrong with how it is written, for people; empty when nothing is. */
    public Optional<String> fault() {
        if (text.length() > LONGEST) {
            return Optional.of("A formula has at most " + LONGEST + " characters");
        }
        if (!WRITTEN.matcher(text).matches() || EXPONENT.matcher(text).find()) {
            return Optional.of(
                    "A formula is made of names, plain numbers, + - * /, comparisons, && || and the functions"
                            + " min, max, abs, floor, ceiling and if");
        }
        try {
            new Expression(text, FormulaLanguage.CONFIGURATION).validate();
            return Optional.empty();
        } catch (ParseException e) {
            return Optional.of("This is no formula: " + e.getMessage());
        }
    }

    /** The indicators and parameters it is made of, in alphabetical order; none when it has a fault. */
    public List<String> names() {
        try {
            return fault().isPresent()
                    ? List.of()
                    : new Expression(text, FormulaLanguage.CONFIGURATION)
                            .getUsedVariables().stream().sorted().toList();
        } catch (ParseException e) {
            return List.of();
        }
    }

    /** Empty when it has none: a division by zero, or something too large for a ledger. */
    public Optional<BigDecimal> value(Function<String, BigDecimal> numbers) {
        try {
            Expression expression = new Expression(text, FormulaLanguage.CONFIGURATION);
            for (String name : expression.getUsedVariables()) {
                expression.with(name, numbers.apply(name));
            }
            EvaluationValue value = expression.evaluate();
            return value.isNumberValue()
                    ? Optional.of(value.getNumberValue()).filter(Quantity::fits)
                    : Optional.empty();
        } catch (EvaluationException | ParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
