package org.personalbudget.ops.http.view;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.projections.AsOf;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@code ?effective=&known=} and {@code ?limit=&cursor=}: today, as known now, from the beginning. */
public final class ViewParameters implements HandlerMethodArgumentResolver {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Clock clock;

    public ViewParameters(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == AsOf.class || parameter.getParameterType() == Page.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return parameter.getParameterType() == AsOf.class ? asOf(request) : page(request);
    }

    /** Today, as known now. */
    public static AsOf today(Clock clock) {
        Instant now = clock.instant();
        return new AsOf(LocalDate.ofInstant(now, LONDON), now);
    }

    /** An instant that is past, or now, from a parameter that must be there. */
    public static Instant pastInstant(String name, @Nullable String given, Instant now) {
        if (given == null)
            throw refused(name, "parameter-missing", name + " must be given, an instant such as 2025-11-01T00:00:00Z.");
        return past(name, given, now);
    }

    private AsOf asOf(NativeWebRequest request) {
        Instant now = clock.instant();
        Fields fields = Fields.ofParameters();
        LocalDate effective = fields.optionalDate("effective", request.getParameter("effective"));
        fields.verify();
        Instant known = known(request.getParameter("known"), now);
        return new AsOf(effective == null ? LocalDate.ofInstant(now, LONDON) : effective, known);
    }

    private static Instant known(@Nullable String given, Instant now) {
        return given == null ? now : past("known", given, now);
    }

    private static Instant past(String name, String given, Instant now) {
        Instant known = instant(name, given);
        if (!known.isAfter(now)) return known;
        throw new ProblemException(Problem.of(
                        422,
                        "known-in-future",
                        "What will be known at " + known + " is not known yet; the ledger's clock says " + now + ".")
                .about(name)
                .with("now", now.toString()));
    }

    private static Instant instant(String name, String given) {
        try {
            return Instant.parse(given);
        } catch (DateTimeException e) {
            throw refused(name, "not-an-instant", name + " must be an instant such as 2025-11-01T00:00:00Z.");
        }
    }

    private static Page page(NativeWebRequest request) {
        String cursor = request.getParameter("cursor");
        String limit = request.getParameter("limit");
        return new Page(cursor == null ? 0 : cursor(cursor), limit == null ? Page.USUAL : limit(limit));
    }

    private static long cursor(String given) {
        if (NUMBER.matcher(given).matches()) return Long.parseLong(given);
        throw refused("cursor", "not-a-cursor", "cursor must be the nextCursor of the page before.");
    }

    private static int limit(String given) {
        if (NUMBER.matcher(given).matches()) {
            long limit = Long.parseLong(given);
            if (limit >= 1 && limit <= Page.MOST) return (int) limit;
        }
        throw refused("limit", "limit-out-of-range", "limit must be a number from 1 to " + Page.MOST + ".");
    }

    private static ProblemException refused(String parameter, String code, String detail) {
        return new ProblemException(Problem.of(400, code, detail).about(parameter));
    }
}
