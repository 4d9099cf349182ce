package org.personalbudget.ops.http.problem;

import org.springframework.http.HttpHeaders;

/** Stops a request at the edge of the ledger, or tells that the ledger refused it. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;
    private final transient HttpHeaders headers = new HttpHeaders();

    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public ProblemException(Problem problem, String header, String value) {
        this(problem);
        headers.set(header, value);
    }

    public HttpHeaders headers() {
        return headers;
    }

    public Problem problem() {
        return problem;
    }
}
