package io.synthforce.api.brief;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.workflows.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BriefReportTest {

    private static final Path GOLDEN = Path.of("src/test/resources/brief");

    @Test
    void a_brief_in_markdown_is_as_it_was_agreed() throws IOException {
        assertGolden("brief.md", new BriefReport(BriefAnswers.of(Cases.finished(), null)).text());
    }

    @Test
    void a_brief_that_was_put_into_words_cites_behind_every_sentence() throws IOException {
        assertGolden("written.md", new BriefReport(BriefAnswers.of(Cases.finished(), Cases.written())).text());
    }

    @Test
    void a_brief_in_json_is_as_it_was_agreed() throws IOException {
        assertGolden(
                "brief.json",
                Json.mapper()
                                .valueToTree(BriefAnswers.of(Cases.finished(), null))
                                .toPrettyString() + "\n");
    }

    @Test
    void what_is_not_finished_says_so_and_compares_nothing() {
        BriefAnswer brief = BriefAnswers.of(Cases.running(), null);

        assertThat(brief.finished()).isFalse();
        assertThat(brief.options()).isEmpty();
        assertThat(brief.runs()).isEmpty();
        assertThat(brief.sources()).isEmpty();
        assertThat(new BriefReport(brief).text())
                .contains("**NOT FINISHED: 1 of 2 runs ended, 0 failed.")
                .doesNotContain("## Options side by side");
    }

    /** Set {@code -Dgolden.write} to write it anew. */
    private static void assertGolden(String name, String told) throws IOException {
        Path golden = GOLDEN.resolve(name);
        if (System.getProperty("golden.write") != null) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, told);
        }
        assertThat(told).isEqualTo(Files.readString(golden));
    }
}
