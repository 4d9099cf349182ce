package org.personalbudget.ops.http.request;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.register.Digest;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.security.RoleGate;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Makes a {@link Call} of a request, and refuses one that has no proper {@code Idempotency-Key}. */
final class CallResolver implements HandlerMethodArgumentResolver {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[!-~]{1,128}");

    private final Digest digest;

    CallResolver(Digest digest) {
        this.digest = digest;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Call.class;
    }

    @Override
    public Call resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) throw new IllegalStateException("calls come by HTTP");
        return new Call(RoleGate.caller(), keyOf(request), hashOf(request));
    }

    private static String keyOf(HttpServletRequest request) {
        String key = request.getHeader(HEADER);
        if (key == null || key.isBlank()) {
            throw refused(
                    "idempotency-key-missing",
                    "Every change needs the header Idempotency-Key: a text of your own,"
                            + " new for each change and the same when you repeat one.");
        }
        if (KEY.matcher(key).matches()) return key;
        throw refused("idempotency-key-invalid", "An Idempotency-Key is 1 to 128 visible ASCII characters.");
    }

    private static ProblemException refused(String code, String detail) {
        return new ProblemException(Problem.of(400, code, detail).about(HEADER));
    }

    private static String path(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /** A keyed digest: the body may hold words about people, and their digest outlives them. */
    private String hashOf(HttpServletRequest request) {
        try {
            MessageDigest whole = MessageDigest.getInstance("SHA-256");
            whole.update((request.getMethod() + " " + path(request) + "\n").getBytes(StandardCharsets.UTF_8));
            whole.update(WholeBody.of(request));
            return digest.of(HexFormat.of().formatHex(whole.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
