package io.synthforce.activities.groq;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.activities.groq.Reply.Parsed;
import io.synthforce.activities.groq.Reply.Step;
import io.synthforce.activities.groq.Reply.Unusable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ReplyParserTest {

    private static final String OPINION = "{\"text\": \"Wait {a bit}.\", \"stance\": -1}";

    private final ReplyParser parser = new ReplyParser(Requests.OPINION);

    @Test
    void aPlainDocumentIsReadStrictly() {
        assertThat(read(OPINION)).isEqualTo(Step.STRICT);
        assertThat(read("\n " + OPINION + " \n\n")).isEqualTo(Step.STRICT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```json\n%s\n```",
                "Sure! Here {as asked} it is:\n%s\nAnything else?",
                "<think>{\"text\": \"no\", \"stance\": 0}</think>%s",
                "<|channel|>analysis<|message|>hm<|channel|>final<|message|>%s",
                "%s {\"text\": \"second\", \"stance\": 0}",
                "First draft: {\"text\": \"x\",,} and then %s"
            })
    void theFirstWholeObjectIsTakenOutOfWhatSurroundsIt(String wrapped) {
        assertThat(read(wrapped.formatted(OPINION))).isEqualTo(Step.EXTRACTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "I cannot help with that.",
                "{\"text\": \"Wait\", \"stance\": -1",
                "```json\n{\"text\": \"Wait",
                "{\"text\": \"x\", \"inner\": {\"text\": \"y\", \"stance\": 0}, }",
                "{\"text\": \"a\", \"text\": \"b\", \"stance\": 0}",
                "null"
            })
    void whatIsNotOneWholeObjectIsUnusable(String content) {
        assertThat(parser.parse(content, "stop"))
                .isInstanceOfSatisfying(
                        Unusable.class,
                        u -> assertThat(u.errors())
                                .isNotEmpty()
                                .allSatisfy(error -> assertThat(error).isNotBlank()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'text': 'Wait {a bit}.', 'stance': -1}",
                "{text: \"Wait {a bit}.\", stance: -1}",
                "{\"text\": \"Wait {a bit}.\", \"stance\": -1,}",
                "{ // as asked\n\"text\": \"Wait {a bit}.\", /* sure */ \"stance\": -1}",
                "{ # as asked\n\"text\": \"Wait {a bit}.\", \"stance\": -1}",
                "Here: {'text': 'Wait {a bit}.', 'stance': -1} and {'text': 'no', 'stance': 0}"
            })
    void slipsOfSyntaxAreMended(String slip) {
        assertThat(read(slip)).isEqualTo(Step.REPAIRED);
    }

    @Test
    void quotesLineBreaksAndPythonsWordsAreMendedWithoutTouchingTheText() {
        var schema =
                JsonMapper.shared().readTree("{\"type\": \"object\", \"required\": [\"text\", \"sure\", \"who\"]}");
        var slip = "{\"text\": \"They say \"go\" now, not True\nor: None, ok\", \"sure\": True, \"who\": None}";

        var reply = (Parsed) new ReplyParser(schema).parse(slip, "stop");

        assertThat(reply.step()).isEqualTo(Step.REPAIRED);
        assertThat(reply.value().get("text").stringValue()).isEqualTo("They say \"go\" now, not True\nor: None, ok");
        assertThat(reply.value().get("sure").asBoolean()).isTrue();
        assertThat(reply.value().get("who").isNull()).isTrue();
    }

    @Test
    void aPartOfABrokenAnswerIsNotTheAnswer() {
        assertThat(parser.parse("{\"all\": {\"text\": \"y\", \"stance\": 0}", "stop"))
                .isInstanceOf(Unusable.class);
        assertThat(parser.parse("{'all': {'text': 'y', 'stance': 0}, 'next': [", "stop"))
                .isInstanceOf(Unusable.class);
    }

    @Test
    void errorsNameThePlaceAndTheFault() {
        var reply = (Unusable) parser.parse("{\"stance\": 7, \"mood\": \"good\"}", "stop");

        assertThat(reply.errors())
                .anySatisfy(error -> assertThat(error).contains("/stance"))
                .anySatisfy(error -> assertThat(error).contains("text"))
                .anySatisfy(error -> assertThat(error).contains("mood"));
    }

    @Test
    void aTruncatedAnswerIsNeverCompletedByGuess() {
        assertThat(parser.parse(OPINION.substring(0, 20), "length")).isInstanceOf(Unusable.class);
        assertThat(parser.parse("Draft: " + OPINION + " Now the final {\"te", "length"))
                .isInstanceOf(Unusable.class);
    }

    @Test
    void aDocumentThatWasWholeBeforeTheLimitCounts() {
        assertThat(parser.parse(OPINION + " \n\n\n\n", "length")).isInstanceOf(Parsed.class);
    }

    @Test
    void textThatNoDatabaseKeepsIsReplaced() {
        var reply = (Parsed) parser.parse("{\"text\": \"a\\u0000b\\ud800c😀\", \"stance\": 0}", "stop");

        assertThat(reply.value().get("text").stringValue()).isEqualTo("a\uFFFDb\uFFFDc😀");
    }

    @Test
    void anEndlessRowOfBracesIsRefusedQuickly() {
        assertThat(parser.parse("{\"".repeat(500_000), "stop")).isInstanceOf(Unusable.class);
        assertThat(parser.parse("{".repeat(1_000_000), "stop")).isInstanceOf(Unusable.class);
        assertThat(parser.parse("{ ".repeat(500_000), "stop")).isInstanceOf(Unusable.class);
        assertThat(parser.parse("{}".repeat(500_000), "stop")).isInstanceOf(Unusable.class);
    }

    private Step read(String content) {
        var reply = parser.parse(content, "stop");
        assertThat(reply).isInstanceOf(Parsed.class);
        assertThat(((Parsed) reply).value().get("text").stringValue()).isEqualTo("Wait {a bit}.");
        return ((Parsed) reply).step();
    }
}
