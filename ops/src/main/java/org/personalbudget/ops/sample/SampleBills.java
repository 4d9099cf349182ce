package org.personalbudget.ops.sample;

import static org.personalbudget.ledger.kernel.Role.INVOICE_OFFICER;
import static org.personalbudget.ledger.kernel.Role.RECONCILER;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.personalbudget.ledger.budget.InvoiceCommand.RecordActuals;
import org.personalbudget.ledger.budget.InvoiceCommand.RecordCreditNote;
import org.personalbudget.ledger.budget.InvoiceCommand.SubmitInvoice;
import org.personalbudget.ledger.budget.InvoiceCommand.ToldVisit;
import org.personalbudget.ledger.budget.InvoiceEvent.InvoiceAssessed;
import org.personalbudget.ledger.budget.RecoveryCommand.AllocateReceipt;
import org.personalbudget.ledger.budget.RecoveryCommand.RecordSupplierRefund;
import org.personalbudget.ledger.budget.RecoveryEvent.SupplierRefundDue;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.invoice.InvoiceLine;
import org.personalbudget.ledger.invoice.InvoiceTerms;
import org.personalbudget.ledger.invoice.VatCategory;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.receipt.ReceiptCommand.RecordReceipt;
import org.personalbudget.ledger.receipt.ReceiptTarget;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.InvoiceLineId;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.ReceiptId;
import org.personalbudget.ledger.terms.Units;
import org.personalbudget.ledger.terms.VisitId;

/**
 * What a provider tells and bills for one person: visits, an invoice for each period, now and then too many hours, and a
 * credit note for what is disputed.
 */
final class SampleBills {

    private static final int WEEKS = 4;
    private static final int MINUTES_OF_A_QUARTER = 15;

    private final SamplePerson person;
    private final SampleDesk desk;
    private final Random random;
    private final BudgetId budget;
    private final LineId line;
    private final List<InvoiceAssessed> disputed = new ArrayList<>();

    SampleBills(SamplePerson person, SampleDesk desk, Random random, BudgetId budget, LineId line) {
        this.person = person;
        this.desk = desk;
        this.random = random;
        this.budget = budget;
        this.line = line;
    }

    /** Some providers bill at once, some when the period has been closed already. */
    boolean comeLate() {
        return person.number() % 3 == 0;
    }

    /** Tells what was delivered in a period and bills it; answers what that leads to. */
    List<Event> bill(Period period) {
        credit(period);
        long quarters = Math.max(4, person.hours().hundredths() * WEEKS / 25 - random.nextInt(6));
        deliver(period, quarters);
        boolean tooMany = random.nextInt(9) == 0;
        Units billed = new Units((quarters + (tooMany ? 8 : 0)) * 25);
        List<Event> events = desk.ifAccepted(INVOICE_OFFICER, invoice(period, billed));
        for (Event event : events) {
            if (event instanceof InvoiceAssessed assessed && assessed.disputed().isPositive()) disputed.add(assessed);
        }
        return events;
    }

    private void deliver(Period period, long quarters) {
        List<ToldVisit> visits = new ArrayList<>();
        for (int week = 0; week < WEEKS; week++) {
            long its = quarters / WEEKS + (week < quarters % WEEKS ? 1 : 0);
            int minutes = Math.toIntExact(its * MINUTES_OF_A_QUARTER);
            for (int day = 0; minutes > 0; day++) {
                int some = Math.min(minutes, day == 6 ? minutes : 480);
                visits.add(new ToldVisit(
                        new VisitId("%s-%s-%d%d".formatted(person.ref(), period.id(), week, day)),
                        line,
                        period.first().plusWeeks(week).plusDays(day),
                        some));
                minutes -= some;
            }
        }
        desk.ifAccepted(
                INVOICE_OFFICER, new RecordActuals(budget, person.supplier().id(), visits));
    }

    private SubmitInvoice invoice(Period period, Units billed) {
        Money net = person.rate().times(billed.quantity());
        InvoiceLine care = new InvoiceLine(
                new InvoiceLineId("1"), line, billed, person.rate(), net, VatCategory.EXEMPT, 0, null, List.of());
        return new SubmitInvoice(
                budget,
                person.supplier().id(),
                new InvoiceNumber("%s-%s".formatted(period.id(), person.ref())),
                new InvoiceTerms(period.last(), period.dates(), List.of(care), net, Money.ZERO, net));
    }

    /** The provider agrees to what was disputed of earlier invoices. */
    private void credit(Period period) {
        for (InvoiceAssessed invoice : disputed) {
            desk.ifAccepted(
                    INVOICE_OFFICER,
                    new RecordCreditNote(
                            budget,
                            invoice.supplier(),
                            new InvoiceNumber("CN-%s-%s".formatted(period.id(), person.ref())),
                            invoice.invoice(),
                            period.last(),
                            invoice.disputed()));
        }
        disputed.clear();
    }

    /** A visit had been billed twice: the money comes with nothing but a number on it, and is found to be that. */
    void refund(PaymentId payment, LocalDate day) {
        Money amount = person.rate();
        List<Event> owed = desk.ifAccepted(INVOICE_OFFICER, new RecordSupplierRefund(budget, payment, amount));
        if (owed.isEmpty()) return;
        var receipt =
                new ReceiptId(UUID.nameUUIDFromBytes(("sample/receipt/" + payment).getBytes(StandardCharsets.UTF_8)));
        SampleDesk.Kept reference = desk.words("receipt/" + payment, null, "ref " + person.number());
        desk.send(RECONCILER, new RecordReceipt(receipt, amount, day, reference.note()), reference.entry());
        for (Event event : owed) {
            if (!(event instanceof SupplierRefundDue due)) continue;
            desk.ifAccepted(
                    RECONCILER,
                    new AllocateReceipt(
                            budget,
                            receipt,
                            ReceiptTarget.SUPPLIER_REFUND,
                            due.refund().value(),
                            amount));
        }
    }
}
