package org.personalbudget.ops.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.personalbudget.ledger.kernel.Command;

/** This endpoint asks the ledger for that; whoever may not ask is turned away before the body is read. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Asks {

    Class<? extends Command> value();
}
