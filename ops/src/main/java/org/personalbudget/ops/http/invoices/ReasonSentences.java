package org.personalbudget.ops.http.invoices;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.invoice.Effect;
import org.personalbudget.projections.invoices.InvoiceView.Finding;

/** What was found of an invoice, in words that its supplier can do something with. */
public final class ReasonSentences {

    private ReasonSentences() {}

    public static String of(Finding it) {
        return switch (it.code()) {
            case EXACT_DUPLICATE -> "This number was handed in before.";
            case PROBABLE_DUPLICATE ->
                "Invoice " + it.other() + " is for the same person with the same amount, or the same visits:"
                        + " somebody looks at it first.";
            case UNKNOWN_ORDER -> "There is no such order.";
            case ORDER_NOT_CLEAR -> line(it) + "names no plan line, and not exactly one is ordered from this supplier.";
            case NOT_IN_PLAN -> line(it) + "is for a plan line that was not in force on " + it.from() + ".";
            case NOT_THE_SUPPLIER -> line(it) + "was ordered from another supplier.";
            case NOT_ORDERED -> line(it) + "was ordered from nobody in particular.";
            case BEFORE_ORDER -> line(it) + "is for " + days(it) + " before anything was ordered.";
            case NO_LONGER_ORDERED -> line(it) + "is for " + days(it) + " on which this was not ordered any more.";
            case SUSPENDED -> line(it) + "is for " + days(it) + " on which the care was suspended.";
            case AFTER_END -> line(it) + "is for " + days(it) + " after the budget ended.";
            case AFTER_DEATH -> line(it) + "is for " + days(it) + " after the person died.";
            case NO_RATE_IN_FORCE -> line(it) + "is for days, from " + it.from() + ", without an agreed rate.";
            case EXCEEDS_RATE ->
                line(it) + "bills " + it.billedRate() + " a unit; " + it.rate() + " is in force: " + it.amount()
                        + " is too much.";
            case EXCEEDS_DELIVERED ->
                line(it) + "bills " + it.billed() + " units; " + it.delivered() + " were delivered" + earlier(it) + ": "
                        + it.amount() + " is not in order.";
            case NO_ACTUALS -> line(it) + "bills " + it.billed() + " units of which nothing is known to be delivered.";
            case EXCEEDS_AUTHORISED ->
                line(it) + "bills " + it.billed() + " units; " + it.authorised() + " are authorised for these days"
                        + earlier(it) + ": " + it.amount() + " is not in order.";
            case VAT_DOES_NOT_FIT -> line(it) + "bears VAT that does not fit what was delivered.";
            case TOTALS_DO_NOT_ADD_UP ->
                it.amount() + " is asked for where the lines come to " + it.limit() + ", with a tolerance of "
                        + it.tolerance() + ".";
            case LINE_DOES_NOT_MULTIPLY ->
                line(it) + "is " + it.amount() + " more than its units times its rate, " + it.limit() + ".";
            case BILLED_BELOW -> line(it) + "is " + it.amount() + " less than agreed; what is billed is paid.";
            case WITHIN_TOLERANCE -> line(it) + "is off by " + it.amount() + ", which is tolerated.";
            case EXCEEDS_TOLERANCE ->
                "All lines together are off by " + it.amount() + "; " + it.tolerance() + " is tolerated.";
            case EXCEEDS_HEADROOM ->
                line(it) + "is for more than its order has left"
                        + (it.amount() == null ? "." : ": " + it.amount() + " too much.");
            case ACCOUNT_CANNOT_AFFORD -> "The account that pays does not hold enough at present.";
            case PRIOR_PERIOD -> "It is for period " + it.servicePeriod() + ", which is past.";
        };
    }

    private static String line(Finding it) {
        return it.lineId() == null ? "The invoice " : "Line " + it.lineId() + " ";
    }

    private static String days(Finding it) {
        String many = it.days() == null || it.days() == 1 ? "a day" : it.days() + " days";
        return (it.effect() == Effect.REJECTS ? "" : "in part for ") + many + " from " + it.from();
    }

    private static String earlier(Finding it) {
        return nothing(it) ? "" : ", of which other invoices have " + it.earlier();
    }

    private static boolean nothing(Finding it) {
        java.math.@Nullable BigDecimal earlier = it.earlier();
        return earlier == null || earlier.signum() == 0;
    }
}
