package io.synthforce.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.synthforce.api.problem.InvalidFields;
import io.synthforce.workflows.scenario.Attachment;
import org.junit.jupiter.api.Test;

class AttachmentsTest {

    private static final String DOCUMENT = """
        version: 1
        name: Sundays
        text: We consider opening on Sundays.
        clock: {start: 2027-01-31, step: month}
        horizon: 2027-06-30
        cast: [{role: ceo}, {role: sales}]
        issues: [{id: sundays, question: Do we open on Sundays?, options: [open, stay closed]}]
        attachments:
          - {id: board_memo, title: From the board, type: memo, text: Grow.}
          - id: visits
            type: csv
            text: |
              day,visits
              "Saturday, all day",210
              Sunday,340
        """;

    @Test
    void memos_and_tables_are_attached() {
        assertThat(Documents.read(DOCUMENT, "body").scenario().attachments())
                .extracting(Attachment::id, Attachment::title, Attachment::type)
                .containsExactly(
                        tuple("board_memo", "From the board", Attachment.Type.MEMO),
                        tuple("visits", "visits", Attachment.Type.CSV));
    }

    @Test
    void a_table_has_as_many_cells_in_each_row_as_names() {
        refuses(with("Sunday,340", "Sunday"), "/attachments/1/text", "Row 2 has 1 cells where there are 2 names");
        refuses(with("Sunday,340", "Sunday,\"340"), "/attachments/1/text", "It is no CSV");
        refuses(with("Sunday,340", "Sunday,1\n        ".repeat(200)), "/attachments/1/text", "1 to 200 rows");
    }

    @Test
    void sources_are_short_enough_to_be_read_in_every_turn() {
        refuses(with("Grow.", "Grow. ".repeat(1_500)), "/attachments/0/text", "8000");
        refuses(
                with("Grow.", "Grow. ".repeat(1_200)).replace("Sunday,340", "Sunday," + "3".repeat(5_000)),
                "/attachments",
                "at most 12000 characters");
    }

    @Test
    void an_id_is_used_once_and_a_type_is_known() {
        refuses(with("id: visits", "id: board_memo"), "/attachments/1/id", "There is another 'board_memo'");
        refuses(with("type: csv", "type: pdf"), "/attachments/1/type", "enumeration");
    }

    private static String with(String right, String wrong) {
        assertThat(DOCUMENT).contains(right);
        return DOCUMENT.replace(right, wrong);
    }

    private static void refuses(String text, String path, String message) {
        InvalidFields refused = catchThrowableOfType(InvalidFields.class, () -> Documents.read(text, "body"));

        assertThat(refused.fields()).anySatisfy(fault -> {
            assertThat(fault.path()).isEqualTo(path);
            assertThat(fault.message()).contains(message);
        });
    }
}
