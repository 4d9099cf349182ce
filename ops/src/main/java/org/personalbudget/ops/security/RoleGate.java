package org.personalbudget.ops.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.springframework.core.MethodParameter;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Turns whoever has not the role away, endpoint by endpoint, before the request is read. An endpoint of ours that says
 * nothing about roles is closed to everyone. The ledger itself asks for the role again when it decides.
 */
public final class RoleGate implements HandlerInterceptor, HandlerMethodArgumentResolver {

    /** They read everything. */
    private static final Set<Role> READERS = EnumSet.of(Role.AUDITOR, Role.FINANCE_CONTROLLER);

    private static final Set<Role> COUNCIL = EnumSet.of(
            Role.PRACTITIONER,
            Role.APPROVER,
            Role.PANEL,
            Role.CONTRIBUTIONS_OFFICER,
            Role.PAYMENTS_OFFICER,
            Role.PAYMENTS_APPROVER,
            Role.INVOICE_OFFICER,
            Role.RECONCILER,
            Role.FINANCE_CONTROLLER);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || !isOurs(method)) return true;
        Caller caller = caller();
        Set<Role> may = rolesFor(method);
        if (caller.hasAny(may)) return true;
        throw new ProblemException(
                Problem.of(403, "role-may-not", "This is for " + may + "; you are signed in as " + caller.roles() + ".")
                        .with("permitted", may.stream().sorted().map(Role::name).toList()));
    }

    /** Who may use this endpoint. */
    static Set<Role> rolesFor(HandlerMethod method) {
        Asks asks = method.getMethodAnnotation(Asks.class);
        if (asks != null) return new java.util.TreeSet<>(Permits.OF.get(asks.value()));
        Open open = method.getMethodAnnotation(Open.class);
        if (open == null) return Set.of();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (open.toCouncil()) roles.addAll(COUNCIL);
        roles.addAll(Arrays.asList(open.to()));
        if (reads(method)) roles.addAll(READERS);
        return roles;
    }

    private static boolean reads(HandlerMethod method) {
        return method.hasMethodAnnotation(org.springframework.web.bind.annotation.GetMapping.class);
    }

    static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("org.personalbudget.ops.http.")
                && !method.getBeanType().getPackageName().endsWith(".problem");
    }

    static AuthorizationDecision hasARole(@Nullable Authentication who) {
        return new AuthorizationDecision(who != null
                && who.getPrincipal() instanceof SignedIn signedIn
                && !signedIn.caller().roles().isEmpty());
    }

    /** Whoever makes this request. */
    public static Caller caller() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.getPrincipal() instanceof SignedIn signedIn) return signedIn.caller();
        throw new ProblemException(Problem.of(401, "not-signed-in", "Sign in first: nobody was recognised."));
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return caller();
    }
}
