package io.synthforce.api.problem;

import io.synthforce.api.settings.ApiRole;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives errors that never reach a controller the same shape: those of filters and of the server itself. */
@RestController
@ApiRole
@io.swagger.v3.oas.annotations.Hidden
final class ErrorPage implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<Object> error(HttpServletRequest request) {
        HttpStatusCode status = HttpStatus.resolve(statusOf(request)) == null
                ? HttpStatus.INTERNAL_SERVER_ERROR
                : HttpStatusCode.valueOf(statusOf(request));
        return status.is5xxServerError()
                ? Problem.of(status, "internal_error", "An unexpected error occurred")
                        .answer()
                : Problem.of(status, Statuses.code(status), Statuses.title(status))
                        .answer();
    }

    /** Asked for directly, the page is as unknown as any other. */
    private static int statusOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? status
                : HttpStatus.NOT_FOUND.value();
    }
}
