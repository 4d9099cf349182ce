package org.personalbudget.ops.http.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the server sends what failed outside every controller. */
@Hidden
@RestController
public final class ProblemErrorController implements ErrorController {

    /** Nothing where something has gone out: it must not get an end that is none. */
    @RequestMapping("/error")
    @Nullable
    ResponseEntity<Object> error(HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) return null;
        Object given = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = given instanceof Integer code ? code : 404;
        HttpStatus known = HttpStatus.resolve(status);
        return problemOf(status, known).response();
    }

    private static Problem problemOf(int status, @Nullable HttpStatus known) {
        if (status == 404) return Problem.of(404, "no-such-path", "There is nothing at this path.");
        if (known != null && known.is5xxServerError()) {
            return Problem.of(500, "internal-error", "Something went wrong on our side.");
        }
        return Problem.of(status, "bad-request", "The request cannot be understood.");
    }
}
