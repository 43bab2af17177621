package io.synthforce.api.problem;

import io.synthforce.api.filter.Unfiltered;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.workflows.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Gives the same shape to what the server refuses by itself, such as a malformed path; it would send a page. */
@Component
@ApiRole
final class ServerProblems implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final ObjectProvider<Unfiltered> unfiltered;

    /** @param unfiltered asked when there is something to answer: filters are made after the server */
    ServerProblems(ObjectProvider<Unfiltered> unfiltered) {
        this.unfiltered = unfiltered;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.getPipeline().addValve(new Report(unfiltered));
                host.setErrorReportValveClass(Report.class.getName());
            }
        });
    }

    /** The server looks for it by name, and makes one of its own only where there is none. */
    private static final class Report extends ErrorReportValve {

        private final ObjectProvider<Unfiltered> unfiltered;

        Report(ObjectProvider<Unfiltered> unfiltered) {
            this.unfiltered = unfiltered;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable throwable) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            HttpStatusCode code = HttpStatusCode.valueOf(status);
            Problem problem = Problem.of(code, Statuses.code(code), Statuses.title(code));
            if (Unfiltered.is(response)) {
                unfiltered.forEach(filter -> filter.answered(request, response));
            }
            try {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.getOutputStream().write(Json.write(problem).getBytes(StandardCharsets.UTF_8));
                response.finishResponse();
            } catch (IOException disconnected) {
                containerLog.debug("The client did not wait for its problem", disconnected);
            }
        }
    }
}
