package io.synthforce.api.brief;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthforce.api.Caller;
import io.synthforce.api.Caller.Answer;
import io.synthforce.api.WholeProgram;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

@WholeProgram
class BriefTest {

    @LocalServerPort
    private int port;

    private Caller caller;

    @BeforeEach
    void call() {
        caller = new Caller(port);
    }

    @Test
    void it_has_the_numbers_of_the_comparison_and_says_that_a_script_spoke() {
        Answer whatIf = ask(2, headers -> {}).expect(200);
        JsonNode brief = brief(whatIf.text("id")).body();

        JsonNode compared = whatIf.body().path("options").path(0);
        JsonNode option = brief.path("options").path(0);
        assertThat(option.path("mean")).isEqualTo(compared.path("mean"));
        assertThat(option.path("difference")).isEqualTo(compared.path("difference"));
        assertThat(option.path("verdict")).isEqualTo(compared.path("verdict"));
        assertThat(option.path("n").asInt()).isEqualTo(2);
        assertThat(brief.path("finished").asBoolean()).isTrue();
        assertThat(brief.path("notice").asString()).isEqualTo("SCRIPTED: no model was asked");
        assertThat(brief.path("validity").path("limit").asString()).contains("From turn 1", "not a forecast");
        assertThat(brief.path("cost").path("requests").asInt()).isPositive();
        assertThat(brief.path("assumptions").path("models").path(0).asString()).isEqualTo("SCRIPTED");
        assertThat(brief.path("sources").findValuesAsString("id")).contains("D1", "U1");
    }

    @Test
    void what_is_quoted_can_be_read_where_it_was_said() {
        String id = ask(2, headers -> {}).expect(200).text("id");

        JsonNode quoted = brief(id)
                .body()
                .path("sources")
                .valueStream()
                .filter(source -> source.path("kind").asString().equals("utterance"))
                .findFirst()
                .orElseThrow();

        String turn = "/simulations/%s/turns/%d"
                .formatted(
                        quoted.path("session_id").asString(),
                        quoted.path("turn").asInt());
        String words = quoted.path("text").asString().replaceFirst(" …$", "");
        JsonNode played = caller.get(turn).expect(200).body();
        assertThat(Stream.of("response", "text").flatMap(member -> played.findValuesAsString(member).stream()))
                .as("%s in %s", words, turn)
                .anyMatch(text -> text.startsWith(words));
    }

    @Test
    void it_is_markdown_for_whoever_asks_for_that() {
        String id = ask(1, headers -> {}).expect(200).text("id");

        String asked = caller.page("/experiments/" + id + "/brief?format=md");
        Answer accepted = caller.send(
                HttpMethod.GET,
                "/experiments/" + id + "/brief",
                null,
                headers -> headers.set(HttpHeaders.ACCEPT, "text/markdown"));

        assertThat(asked).startsWith("# Brief: ").contains("**SCRIPTED: no model was asked**", "## Limit of validity");
        assertThat(accepted.headers().getContentType()).hasToString("text/markdown;charset=UTF-8");
    }

    @Test
    void before_it_is_over_it_says_that_it_is_not_finished() {
        String id = ask(20, headers -> headers.set("Prefer", "respond-async"))
                .expect(202)
                .text("id");

        JsonNode brief = brief(id).body();

        assertThat(brief.path("finished").asBoolean()).isFalse();
        assertThat(brief.path("standing").asString()).startsWith("NOT FINISHED: ");
        assertThat(brief.path("options")).isEmpty();
        caller.post("/experiments/" + id + "/cancel").expect(200);
    }

    @Test
    void nothing_is_told_of_what_nobody_asked() {
        caller.get("/experiments/" + UUID.randomUUID() + "/brief").expect(404);
        caller.get("/experiments/nothing/brief").expect(422);
        String id = ask(1, headers -> {}).expect(200).text("id");
        caller.get("/experiments/" + id + "/brief?format=pdf").expect(422);
    }

    private Answer brief(String experiment) {
        return caller.get("/experiments/" + experiment + "/brief").expect(200);
    }

    private Answer ask(int repeats, Consumer<HttpHeaders> headers) {
        String trunk = caller.start(5);
        caller.next(trunk).expect(200);
        Map<String, Object> grant =
                Map.of("type", "indicator", "target", "cash", "change", Map.of("by", 5000), "description", "A grant");
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("session_id", trunk);
        request.put("modifications", List.of(grant));
        request.put("repeats", repeats);
        request.put("num_turns_to_simulate", 1);
        return caller.post("/simulate/what-if", request, headers);
    }
}
