package org.personalbudget.ops.http.view;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.TreeSet;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.projections.AsOf;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses query parameters that mean nothing here: a misspelt date must not answer with the figures of another day. */
public final class KnownParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || !method.getBeanType().getPackageName().startsWith("org.personalbudget.")) return true;
        Set<String> known = parametersOf(method);
        for (String given : request.getParameterMap().keySet()) {
            if (!known.contains(given)) throw unknown(given, known);
            if (request.getParameterValues(given).length > 1) {
                throw new ProblemException(
                        Problem.of(400, "parameter-twice", "The parameter " + given + " is there twice.")
                                .about(given));
            }
        }
        return true;
    }

    private static Set<String> parametersOf(HandlerMethod method) {
        Set<String> known = new TreeSet<>();
        if (method.getBeanType().isAnnotationPresent(FromProjections.class)) known.add("after");
        for (MethodParameter parameter : method.getMethodParameters()) {
            if (parameter.getParameterType() == AsOf.class) known.addAll(Set.of("effective", "known"));
            if (parameter.getParameterType() == Page.class) known.addAll(Set.of("limit", "cursor"));
            RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
            if (named != null) known.add(named.value());
        }
        return known;
    }

    private static ProblemException unknown(String given, Set<String> known) {
        String names = known.isEmpty() ? "none" : String.join(", ", known);
        return new ProblemException(
                Problem.of(400, "unknown-parameter", "There is no parameter of that name here. Known: " + names + ".")
                        .about(given));
    }
}
