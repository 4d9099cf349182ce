package org.personalbudget.ops.http.problem;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.axon.Contention;
import org.personalbudget.ledger.eventstore.OutcomeUnknown;
import org.personalbudget.payments.FileUnreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Everything that can go wrong with a request, as a problem. What is our fault is told to the log and not to the caller. */
@RestControllerAdvice
public final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> atTheEdge(ProblemException stopped) {
        return stopped.problem().response(stopped.headers());
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(FileUnreadable file) {
        return Problem.of(422, "file-unreadable", file.detail())
                .with("fault", file.fault().code())
                .with("place", file.place())
                .response();
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        TransactionException.class
    })
    ResponseEntity<Object> outage(Exception outage) {
        log.warn("the database did not answer", outage);
        return again("ledger-unavailable", "The ledger cannot be reached just now.");
    }

    @ExceptionHandler
    ResponseEntity<Object> busy(Contention contention) {
        return again("ledger-busy", "Others kept changing what this depends on, and nothing was recorded.");
    }

    @ExceptionHandler
    ResponseEntity<Object> unknown(OutcomeUnknown outage) {
        log.warn("the outcome of a request is unknown", outage);
        return again("outcome-unknown", "The ledger cannot say just now whether this was recorded.");
    }

    private static ResponseEntity<Object> again(String code, String detail) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "2");
        return Problem.of(503, code, detail + " Try again with the same Idempotency-Key: nothing is done twice.")
                .response(headers);
    }

    @ExceptionHandler
    ResponseEntity<Object> bug(Exception unexpected) {
        // Goes on to the server, which breaks the connection off.
        if (unexpected instanceof BrokenOff answer) throw answer;
        UUID reference = UUID.randomUUID();
        log.error("request failed, reference {}", reference, unexpected);
        return Problem.of(
                        500,
                        "internal-error",
                        "Something went wrong on our side. It is on record as " + reference + ".")
                .with("reference", reference.toString())
                .response();
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception ex, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.is5xxServerError()) return bug(ex);
        return problemOf(ex, status).response(headers);
    }

    private static Problem problemOf(Exception ex, HttpStatusCode status) {
        return switch (ex) {
            case HttpMessageNotReadableException unreadable -> UnreadableBody.problemOf(unreadable);
            case HttpMediaTypeNotSupportedException it ->
                Problem.of(
                        415,
                        "unsupported-media-type",
                        "This takes a body of " + names(it) + ", not of " + orNone(it.getContentType()) + ".");
            case HttpMediaTypeNotAcceptableException _ ->
                Problem.of(406, "not-acceptable", "This answers in none of the formats that Accept names.");
            case HttpRequestMethodNotSupportedException it ->
                Problem.of(
                        405, "method-not-allowed", it.getMethod() + " is not possible here; " + allowed(it) + " is.");
            case NoResourceFoundException _, NoHandlerFoundException _ ->
                Problem.of(404, "no-such-path", "There is nothing at this path.");
            case MissingServletRequestParameterException it ->
                Problem.of(400, "missing-parameter", "The parameter " + it.getParameterName() + " is missing.")
                        .about(it.getParameterName());
            case TypeMismatchException it -> mismatch(it);
            default -> general(status);
        };
    }

    private static Problem mismatch(TypeMismatchException mismatch) {
        String name = mismatch.getPropertyName() == null ? "a parameter" : mismatch.getPropertyName();
        Class<?> type = mismatch.getRequiredType();
        if (type == UUID.class) {
            return Problem.of(400, "not-a-uuid", name + " must be a UUID.").about(name);
        }
        String wanted = type == int.class || type == Integer.class || type == Long.class || type == long.class
                ? "a whole number"
                : "of another form";
        return Problem.of(400, "not-a-number", name + " must be " + wanted + ".")
                .about(name);
    }

    private static Problem general(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        String code = known == null
                ? "bad-request"
                : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Problem.of(status.value(), code, "The request cannot be understood.");
    }

    private static String names(HttpMediaTypeNotSupportedException unsupported) {
        return unsupported.getSupportedMediaTypes().stream()
                .filter(type -> !type.isWildcardSubtype())
                .map(MediaType::toString)
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    private static String orNone(@Nullable MediaType type) {
        return type == null ? "no type" : type.toString();
    }

    private static String allowed(HttpRequestMethodNotSupportedException unsupported) {
        var methods = unsupported.getSupportedHttpMethods();
        return methods == null
                ? "nothing"
                : methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(" or "));
    }
}
