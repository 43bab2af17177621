package io.synthforce.workflows.brief;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.brief.CheckedSentence.Fate;
import io.synthforce.workflows.brief.Source.Kind;
import io.synthforce.workflows.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseTest {

    private static final List<Source> SOURCES = List.of(
            source(
                    "D1",
                    "grant: Cash after turn 5 was 129.17 k$ in 6 runs, without the change 100.67 in 6 (61–100 %)."),
            source("D2", "Holds from turn 4 of this simulation to turn 5; a share of runs is not a probability."),
            source("U1", "We lose our 40 best customers if we do this."));

    @ParameterizedTest
    @CsvSource({
        "'With the grant cash was 129.17 k$ in 6 runs.', D1, KEPT",
        "'With the grant cash was about 129 k$.', D1, KEPT",
        "'Sales feared for 40 customers.', U1, KEPT",
        "'There are two reasons.', U1, KEPT",
        "'This holds to turn 5; a share is not a probability.', D2, KEPT",
        "'The grant helps.', '', UNCITED",
        "'The grant helps.', D9, UNKNOWN_SOURCE",
        "'The grant helps.', 'D1 D9', UNKNOWN_SOURCE",
        "'With the grant cash was 140 k$.', D1, UNGROUNDED_NUMBER",
        "'Cash was higher in 3 of 6 runs.', D1, UNGROUNDED_NUMBER",
        "'This holds to turn 7.', D2, UNGROUNDED_NUMBER",
        "'Sales feared for 40 customers.', D1, UNGROUNDED_NUMBER",
        "'The probability of more cash is 61 %.', D1, CALLED_PROBABILITY",
        "'There is a chance that it fails in 6 runs.', D1, CALLED_PROBABILITY"
    })
    void aSentenceStandsOnWhatItCites(String text, String cites, Fate fate) {
        assertThat(new Citations(SOURCES).of(sentence(text, cites))).isEqualTo(fate);
    }

    @Test
    void onlyWhatCodeLetsPassIsReadAgainstItsSources() {
        List<Sentence> written = List.of(
                sentence("Cash rose.", "D1"),
                sentence("All are happy.", "D9"),
                sentence("Customers left.", "U1"),
                sentence("It cost 99 k$.", "D1"));

        List<Sentence> candidates = Prose.candidates(written, SOURCES);
        Prose prose = new Prose(Prose.checked(written, SOURCES, List.of(true, false)), "writer", "judge", false);

        assertThat(candidates).extracting(Sentence::text).containsExactly("Cash rose.", "Customers left.");
        assertThat(prose.kept()).extracting(Sentence::text).containsExactly("Cash rose.");
        assertThat(prose.told()).isEqualTo("1 of 4 sentences kept");
        assertThat(prose.dropped())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(Fate.UNKNOWN_SOURCE, 1, Fate.NOT_ENTAILED, 1, Fate.UNGROUNDED_NUMBER, 1));
        assertThat(Json.read(Json.write(prose), Prose.class)).isEqualTo(prose);
    }

    private static Sentence sentence(String text, String cites) {
        return new Sentence(Section.HOLDS, text, cites.isEmpty() ? List.of() : List.of(cites.split(" ")));
    }

    private static Source source(String id, String text) {
        return new Source(id, Kind.OPTION, text, null);
    }
}
