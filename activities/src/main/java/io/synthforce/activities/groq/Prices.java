package io.synthforce.activities.groq;

import io.synthforce.workflows.budget.Price;
import io.synthforce.workflows.budget.Terms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What models cost: from a table with dates, renewed by what the endpoint's own list says. A model that is in neither has
 * no price, and what it costs is not guessed. Which version a cost was reckoned by is kept with it.
 */
public final class Prices {

    private static final String TABLE = "/prices.csv";
    private static final int COLUMNS = 5;

    private final Map<String, Quote> quotes;
    private final boolean free;

    private Prices(Map<String, Quote> quotes, boolean free) {
        this.quotes = new ConcurrentHashMap<>(quotes);
        this.free = free;
    }

    /**
     * A price and where it is from.
     *
     * @param version {@code table 2026-08-17}, {@code listed 2026-11-23}, or {@code scripted}
     */
    public record Quote(Price price, String version) {}

    /** Of the scripted model, which costs nothing. */
    public static Prices scripted() {
        return new Prices(Map.of(), true);
    }

    /** The table that ships, valid as of {@code today}. */
    public static Prices shipped(LocalDate today) {
        try (var table = Prices.class.getResourceAsStream(TABLE)) {
            if (table == null) {
                throw new IllegalStateException(TABLE + " is missing");
            }
            return read(
                    new String(table.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList(),
                    today);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table of one's own: {@code model,valid_from,prompt,cached,completion} in USD per million tokens. */
    static Prices of(Path table, LocalDate today) {
        try {
            return read(Files.readAllLines(table), today);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("PRICES_FILE names no readable file: " + table);
        }
    }

    static Prices read(List<String> lines, LocalDate today) {
        var latest = new HashMap<String, LocalDate>();
        var quotes = new HashMap<String, Quote>();
        for (var line : lines) {
            if (line.isBlank() || line.startsWith("#") || line.startsWith("model,")) {
                continue;
            }
            var row = Row.of(line);
            var known = latest.get(row.model());
            if (!row.from().isAfter(today) && (known == null || row.from().isAfter(known))) {
                latest.put(row.model(), row.from());
                quotes.put(row.model(), new Quote(row.price(), "table " + row.from()));
            }
        }
        return new Prices(quotes, false);
    }

    public Optional<Quote> of(String model) {
        return free ? Optional.of(new Quote(Price.NOTHING, "scripted")) : Optional.ofNullable(quotes.get(model));
    }

    /** Of every model with a known price, by name; of a script under the name that stands for all. */
    public Map<String, Quote> known() {
        return free ? Map.of(Terms.ANY, new Quote(Price.NOTHING, "scripted")) : new TreeMap<>(quotes);
    }

    /** Whether nothing costs anything, because a script answers. */
    public boolean free() {
        return free;
    }

    void learn(String model, Price price, LocalDate today) {
        quotes.put(model, new Quote(price, "listed " + today));
    }

    private record Row(String model, LocalDate from, Price price) {

        static Row of(String line) {
            var cells = line.split(",", -1);
            try {
                if (cells.length == COLUMNS) {
                    return new Row(
                            cells[0].strip(),
                            LocalDate.parse(cells[1].strip()),
                            Price.perMillion(decimal(cells[2]), decimal(cells[3]), decimal(cells[4])));
                }
            } catch (RuntimeException unreadable) {
                // Said below, with the line.
            }
            throw new IllegalArgumentException(
                    "a line of prices is model,valid_from,prompt,cached,completion in USD per million tokens, not: "
                            + line);
        }

        private static BigDecimal decimal(String cell) {
            return new BigDecimal(cell.strip());
        }
    }
}
