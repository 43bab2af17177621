package io.synthforce.embedded.model;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A line of the ledger: {@code - cash: 480.0000 k$ (was 500)}. */
record Indicator(
        String name,
        BigDecimal amount,
        String unit,
        @Nullable BigDecimal was) {

    private static final Pattern VALUE = Pattern.compile(
            "(-?\\d{1,18}(?:\\.\\d{1,10})?) ?(.*?)(?: ?\\(was (-?\\d{1,18}(?:\\.\\d{1,10})?)[^)]*\\))?");

    static Stream<Indicator> of(Item item) {
        var value = VALUE.matcher(item.text());
        return value.matches()
                ? Stream.of(new Indicator(
                        Item.spoken(item.id()),
                        new BigDecimal(value.group(1)),
                        Excerpt.shortened(value.group(2)),
                        value.group(3) == null ? null : new BigDecimal(value.group(3))))
                : Stream.empty();
    }

    String value() {
        return unit.equalsIgnoreCase(name) ? plain(amount) : (plain(amount) + " " + unit).strip();
    }

    int direction() {
        return was == null ? 0 : amount.compareTo(was);
    }

    @Nullable
    String moved() {
        if (was == null) {
            return null;
        }
        return switch (direction()) {
            case 0 -> "unchanged since the last turn";
            case 1 -> "up from " + plain(was);
            default -> "down from " + plain(was);
        };
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
