package io.synthforce.api.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ## Themes                          | Themes
                    ### Next focus ###                 | Next focus
                    We **must** act                    | We must act
                    We *must* act                      | We must act
                    ***Now***                          | Now
                    We _must_ act                      | We must act
                    __Now__ or never                   | Now or never
                    Call `start()` first               | Call start() first
                    See [the plan](https://x.y/z)      | See the plan""")
    void marks_are_taken_out(String markdown, String plain) {
        assertThat(Markdown.plain(markdown)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "engineering_lead and launch_campaign stay",
                "https://x.y/z and either/or stay",
                "2 * 3 * 4 = 24",
                "a_b_c",
                "- a list\n- stays one",
                "C# and #1 stay",
                "snake_case_ is left alone"
            })
    void what_only_looks_like_aMark_stays(String text) {
        assertThat(Markdown.plain(text)).isEqualTo(text);
    }

    @Test
    void code_stays_and_its_fences_go() {
        assertThat(Markdown.plain("Before\n```java\nint a_b = 1;\n```\nAfter"))
                .isEqualTo("Before\nint a_b = 1;\nAfter");
    }

    @Test
    void headings_of_aText_become_its_lines() {
        assertThat(Markdown.plain("## Themes\n\n\n\nPrices.\r\n\r\n## Tension\nNone."))
                .isEqualTo("Themes\n\nPrices.\n\nTension\nNone.");
    }
}
