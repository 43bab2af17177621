package io.synthforce.api.metrics;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.synthforce.api.Caller;
import io.synthforce.api.RawCaller;
import io.synthforce.api.WholeProgram;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeProgram
class MetricsTest {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}");

    @LocalServerPort
    private int port;

    private RawCaller caller;

    @BeforeEach
    void call() {
        caller = new RawCaller(port);
    }

    @Test
    void requests_are_counted_under_the_template_of_their_path() {
        UUID nobody = UUID.randomUUID();
        caller.get("/simulate/" + nobody);
        caller.get("/agents/ceo");
        caller.send("PUT", "/agents/list");

        awaitLine("http_requests_total{endpoint=\"/simulate/{session_id}\",method=\"GET\",status=\"404\"}");
        awaitLine("http_requests_total{endpoint=\"/agents/{role}\",method=\"GET\",status=\"200\"}");
        awaitLine("http_requests_total{endpoint=\"/agents/list\",method=\"PUT\",status=\"405\"}");
        awaitLine("http_request_duration_seconds_count{endpoint=\"/agents/{role}\",method=\"GET\"}");
        awaitLine("http_request_duration_seconds_bucket{endpoint=\"/agents/{role}\",method=\"GET\",le=\"0.005\"}");
    }

    @Test
    void refusals_and_preflights_are_counted_too() {
        caller.get("/memory/" + UUID.randomUUID(), "Host: evil.example");
        caller.send(
                "OPTIONS", "/simulate/next", "Origin: http://localhost:3000", "Access-Control-Request-Method: POST");

        awaitLine("http_requests_total{endpoint=\"/memory/{session_id}\",method=\"GET\",status=\"421\"}");
        awaitLine("http_requests_total{endpoint=\"/simulate/next\",method=\"OPTIONS\",status=\"200\"}");
    }

    @Test
    void what_the_server_refuses_by_itself_is_counted_too() {
        caller.get("/simulations/%");
        caller.get("/simulate/%00");

        awaitLine("http_requests_total{endpoint=\"unknown\",method=\"GET\",status=\"400\"}");
    }

    @Test
    void what_callers_make_up_makes_no_series_of_its_own() {
        caller.get("/made/up/one");
        caller.get("/made/up/two");
        caller.send("BREW", "/agents/list");

        awaitLine("http_requests_total{endpoint=\"unknown\",method=\"GET\",status=\"404\"}");
        awaitLine("http_requests_total{endpoint=\"/agents/list\",method=\"OTHER\",status=\"405\"}");
        assertThat(metrics()).doesNotContain("made", "BREW");
    }

    @Test
    void a_turn_shows_its_calls_and_tokens_and_no_ids() {
        Caller user = new Caller(port);
        user.next(user.start()).expect(200);

        awaitLine("synthforce_model_calls_total{model=\"openai/gpt-oss-120b\",outcome=\"scripted\"}");
        awaitLine("synthforce_model_tokens_total{kind=\"prompt\",model=\"openai/gpt-oss-120b\"}");
        awaitLine("synthforce_model_tokens_total{kind=\"completion\",model=\"openai/gpt-oss-120b\"}");
        awaitLine("synthforce_model_call_duration_seconds_count{model=\"openai/gpt-oss-120b\"}");
        awaitLine("synthforce_turns_played_total");
        awaitLine("synthforce_requests_open");
        awaitLine("jvm_memory_used_bytes");
        awaitLine("process_cpu_usage");
        assertThat(metrics().lines()).noneMatch(line -> ID.matcher(line).find());
    }

    @Test
    void temporals_timers_have_few_buckets() {
        Caller user = new Caller(port);
        user.next(user.start()).expect(200);

        awaitLine("temporal_workflow_task_execution_latency_seconds_bucket");
        Map<String, Long> buckets = metrics()
                .lines()
                .filter(line -> line.startsWith("temporal_") && line.contains("_bucket{"))
                .collect(groupingBy(line -> line.replaceFirst("le=.*", ""), counting()));
        assertThat(buckets.values()).allSatisfy(count -> assertThat(count).isEqualTo(9));
    }

    @Test
    void it_is_the_text_that_prometheus_reads() {
        assertThat(caller.get("/metrics").header("Content-Type")).isEqualTo("text/plain;version=0.0.4;charset=utf-8");
        assertThat(caller.get(
                                "/metrics",
                                "Accept: application/openmetrics-text;version=1.0.0,text/plain;q=0.5,*/*;q=0.1")
                        .status())
                .isEqualTo(200);
    }

    private void awaitLine(String begin) {
        await().untilAsserted(() -> assertThat(metrics().lines()).anyMatch(line -> line.startsWith(begin)));
    }

    private String metrics() {
        return caller.get("/metrics").body();
    }
}
