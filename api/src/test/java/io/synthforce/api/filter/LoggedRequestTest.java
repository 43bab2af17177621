package io.synthforce.api.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LoggedRequestTest {

    private final List<String> logged = new ArrayList<>();

    @Test
    void what_is_logged_while_a_request_is_answered_carries_its_id() throws Exception {
        MockHttpServletResponse answer = answer("abc-1");

        assertThat(logged).containsExactly("abc-1");
        assertThat(answer.getHeader("X-Request-ID")).isEqualTo("abc-1");
    }

    @Test
    void an_id_that_was_made_up_is_logged_as_it_is_answered() throws Exception {
        MockHttpServletResponse answer = answer("forged\nline");

        assertThat(logged).containsExactly(answer.getHeader("X-Request-ID")).doesNotContain("forged\nline");
    }

    @Test
    void what_is_logged_afterwards_does_not() throws Exception {
        answer("abc-1");

        assertThat(MDC.get("request_id")).isNull();
    }

    private MockHttpServletResponse answer(String id) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/agents/list");
        request.addHeader("X-Request-ID", id);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new AnswerHeaders().doFilter(request, response, (asked, answered) -> logged.add(MDC.get("request_id")));
        return response;
    }
}
