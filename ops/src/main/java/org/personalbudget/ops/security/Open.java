package org.personalbudget.ops.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.personalbudget.ledger.kernel.Role;

/**
 * Who may use an endpoint that asks the ledger for nothing: a view, or the register. Auditors and finance controllers
 * may use every view without being named.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Open {

    /** Every role of the council that works with budgets. */
    boolean toCouncil() default false;

    Role[] to() default {};
}
