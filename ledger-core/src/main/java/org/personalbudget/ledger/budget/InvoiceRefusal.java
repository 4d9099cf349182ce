package org.personalbudget.ledger.budget;

import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.invoice.InvoiceStanding;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Refusal.Nature;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.InvoiceLineId;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.Units;
import org.personalbudget.ledger.terms.VisitId;

/** Why nothing is done about an invoice. What is wrong with an invoice itself is no refusal: it is a reason, and told. */
public sealed interface InvoiceRefusal extends BudgetRefusal {

    @Override
    default Nature nature() {
        return Nature.RULE;
    }

    /** The supplier has handed in this number before, however it was written. */
    record ExactDuplicate(InvoiceId invoice, InvoiceNumber number, InvoiceStanding standing) implements InvoiceRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    record UnknownInvoice(InvoiceId invoice) implements InvoiceRefusal {
        @Override
        public Nature nature() {
            return Nature.UNKNOWN;
        }
    }

    /** A supplier hands in what is its own. */
    record NotTheSupplier(SupplierId supplier) implements InvoiceRefusal {
        @Override
        public Nature nature() {
            return Nature.FORBIDDEN;
        }
    }

    record InvoiceWithoutLines() implements InvoiceRefusal {}

    /** A line bills more than nothing; what is taken back comes on a credit note. */
    record QuantityNotPositive(InvoiceLineId line, Units quantity) implements InvoiceRefusal {}

    /** It is neither held nor disputed, or not as the request needs it. */
    record InvoiceNotOpen(InvoiceId invoice, InvoiceStanding standing) implements InvoiceRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** Law 7: a second person decides. */
    record EnteredBySamePerson(ActorId actor, InvoiceId invoice) implements InvoiceRefusal {
        @Override
        public Nature nature() {
            return Nature.FORBIDDEN;
        }
    }

    record ExceedsDisputed(InvoiceId invoice, Money amount, Money disputed) implements InvoiceRefusal {}

    /** Only what was not handed to the bank can be kept back. */
    record ExceedsUnpaid(InvoiceId invoice, Money amount, Money unpaid) implements InvoiceRefusal {}

    /** No more is taken back than the invoice asked for and was not taken back before. */
    record ExceedsInvoice(InvoiceId invoice, Money amount, Money left) implements InvoiceRefusal {}

    /** The same visit was told otherwise before. */
    record VisitToldOtherwise(VisitId visit, int minutes, int toldMinutes) implements InvoiceRefusal {
        @Override
        public Nature nature() {
            return Nature.CONFLICT;
        }
    }

    /** The plan of that day has no such line, or orders it from somebody else. */
    record VisitNotOrdered(VisitId visit, @Nullable LineId line, SupplierId supplier) implements InvoiceRefusal {}

    /** A visit lasts at least a minute, and at most a day. */
    record VisitOfNoLength(VisitId visit, int minutes) implements InvoiceRefusal {}
}
