package io.synthforce.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientsTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    ClientsTest() {
        request.setRemoteAddr("192.0.2.1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | 203.0.113.9                        | 192.0.2.1
            1 | 203.0.113.9                        | 203.0.113.9
            1 | 198.51.100.7, 203.0.113.9          | 203.0.113.9
            2 | 1.1.1.1, 198.51.100.7, 203.0.113.9 | 198.51.100.7
            2 | 203.0.113.9                        | 192.0.2.1
            1 | forged                             | 192.0.2.1
            1 | ''                                 | 192.0.2.1
            1 | 2001:db8:1:2:3:4:5:6               | 2001:db8:1:2:0:0:0:0""")
    void only_what_trusted_proxies_wrote_is_believed(int proxies, String forwarded, String client) {
        request.addHeader("X-Forwarded-For", forwarded);

        assertThat(new Clients(proxies).of(request)).isEqualTo(client);
    }

    @Test
    void several_headers_are_one_list() {
        request.addHeader("X-Forwarded-For", "1.1.1.1");
        request.addHeader("X-Forwarded-For", "203.0.113.9");

        assertThat(new Clients(1).of(request)).isEqualTo("203.0.113.9");
    }

    @Test
    void all_addresses_of_a_network_of_version_6_are_one_client() {
        request.setRemoteAddr("2001:db8:0:1:ffff::1");
        String one = new Clients(0).of(request);
        request.setRemoteAddr("2001:db8:0:1::2");

        assertThat(new Clients(0).of(request)).isEqualTo(one);
    }
}
