package org.personalbudget.ops.http.view;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.projections.reader.LiveReader;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a view be read once it has got far enough: to {@code ?after=<position>}, and in any case to what was recorded
 * when it was asked for, since only then is its answer the answer for ever.
 */
public final class Freshness implements HandlerInterceptor {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    private final LiveReader reader;

    public Freshness(LiveReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        if (!(handler instanceof HandlerMethod method)) return true;
        if (!method.getBeanType().isAnnotationPresent(FromProjections.class)) return true;
        String after = request.getParameter("after");
        boolean there = after == null
                ? reader.awaitHead(PATIENCE)
                : reader.awaitPosition(position(after), PATIENCE) && reader.awaitHead(PATIENCE);
        if (there) return true;
        throw new ProblemException(
                Problem.of(
                                503,
                                "projection-behind",
                                "What this reads has got to position " + reader.position()
                                        + " and not yet far enough. Ask again in a moment.")
                        .with("position", reader.position()),
                HttpHeaders.RETRY_AFTER,
                "1");
    }

    private static long position(String given) {
        if (POSITION.matcher(given).matches()) return Long.parseLong(given);
        throw new ProblemException(Problem.of(400, "not-a-position", "after must be a Ledger-Position, a whole number.")
                .about("after"));
    }
}
