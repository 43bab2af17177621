package io.synthforce.api.filter;

import io.synthforce.api.settings.ApiRole;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;

/** Lets the pages of the origins in {@code CORS_ORIGINS} call, and those only. */
@Configuration(proxyBeanMethods = false)
@ApiRole
class CrossOrigin {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");

    private static final List<String> ASKED = List.of(
            "Accept",
            "Accept-Language",
            "Content-Language",
            "Content-Type",
            "Authorization",
            RequestId.HEADER,
            "X-Correlation-ID",
            "Idempotency-Key",
            "Prefer",
            "Last-Event-ID");

    private static final List<String> SHOWN = List.of(
            RequestId.HEADER,
            "X-RateLimit-Limit",
            "X-RateLimit-Remaining",
            "X-RateLimit-Reset",
            "Retry-After",
            "Idempotency-Key",
            "Location",
            "Preference-Applied");

    private static final Duration KEPT = Duration.ofSeconds(600);

    @Bean
    CorsConfiguration crossOriginRules(@Value("${synthforce.cors-origins}") List<String> origins) {
        CorsConfiguration rules = new CorsConfiguration();
        rules.setAllowedOrigins(origins.stream().map(String::strip).toList());
        rules.setAllowedMethods(METHODS);
        rules.setAllowedHeaders(ASKED);
        rules.setExposedHeaders(SHOWN);
        rules.setAllowCredentials(true);
        rules.setMaxAge(KEPT);
        return rules;
    }

    @Bean
    FilterRegistrationBean<CorsFilter> crossOriginFilter(CorsConfiguration rules) {
        CorsFilter filter = new CorsFilter(_ -> rules);
        filter.setCorsProcessor(new CrossOriginAnswers());
        FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(FilterOrder.CORS);
        return registration;
    }

    /** No page asks before it sends what the server refuses by itself, so there is nothing but to let it read why. */
    @Bean
    Unfiltered crossOriginReading(CorsConfiguration rules) {
        return (request, response) -> {
            String origin = request.getHeader(HttpHeaders.ORIGIN);
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
            if (rules.checkOrigin(origin) != null) {
                response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
                response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
                response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, String.join(", ", SHOWN));
            }
        };
    }
}
