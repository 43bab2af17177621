package io.synthforce.activities.groq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synthforce.workflows.budget.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PricesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void aCallCostsItsFreshItsCachedAndItsWrittenTokens() {
        var quote = Prices.shipped(TODAY).of("openai/gpt-oss-120b").orElseThrow();

        assertThat(quote.version()).isEqualTo("table 2026-08-17");
        assertThat(quote.price().of(1_000, 400, 200)).isEqualByComparingTo(new BigDecimal("0.00024"));
    }

    @Test
    void theLatestPriceThatIsValidTodayCounts() {
        var prices = Prices.read(List.of("m,2026-01-01,1,1,1", "m,2026-11-01,2,2,2", "m,2026-12-01,3,3,3"), TODAY);

        assertThat(prices.of("m").orElseThrow().version()).isEqualTo("table 2026-11-01");
    }

    @Test
    void whatTheEndpointListsGoesBeforeTheTable() {
        var prices = Prices.read(List.of("m,2026-01-01,1,1,1"), TODAY);

        prices.learn("m", Price.NOTHING, TODAY);

        assertThat(prices.of("m").orElseThrow().version()).isEqualTo("listed 2026-11-23");
    }

    @Test
    void aModelWithoutAPriceHasNoneAndTheScriptedOneCostsNothing() {
        assertThat(Prices.shipped(TODAY).of("who-knows")).isEmpty();
        assertThat(Prices.scripted().of("who-knows").orElseThrow().price()).isEqualTo(Price.NOTHING);
    }

    @Test
    void aLineThatIsNoPriceIsNamed() {
        assertThatThrownBy(() -> Prices.read(List.of("m,soon,1,1,1"), TODAY)).hasMessageContaining("m,soon,1,1,1");
        assertThatThrownBy(() -> Prices.read(List.of("m;2026-01-01;1"), TODAY))
                .hasMessageContaining("model,valid_from,prompt,cached,completion");
    }
}
