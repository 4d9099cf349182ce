package org.personalbudget.ops.http.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.axon.Undecided;
import org.personalbudget.ledger.budget.InvoiceCommand.SubmitInvoice;
import org.personalbudget.ledger.budget.InvoiceRefusal.InvoiceWithoutLines;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.invoice.DocumentKind;
import org.personalbudget.ledger.invoice.SubmittedInvoice;
import org.personalbudget.ledger.invoice.SubmittedLine;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.CommandRefused;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.Units;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.security.Caller;

class SubmittedInvoicesTest {

    private static final LocalDate DAY = LocalDate.parse("2025-06-29");
    private static final Call CALL =
            new Call(new Caller(new ActorId("officer"), Set.of(Role.INVOICE_OFFICER), "officer"), "key", "hash");

    @Test
    void oneThatBreaksTheRulesDownIsToldAndTheOthersAreKept() {
        LedgerGateway ledger = request -> number(request.command()).equals("B")
                ? CompletableFuture.failedFuture(new Undecided(request.command(), new ArithmeticException("overflow")))
                : CompletableFuture.completedFuture(refused(request.command()));

        var outcome = new SubmittedInvoices(ledger).submit(invoices("A", "B", "C"), CALL);

        assertThat(outcome.answers())
                .extracting(answer -> answer.reasons().getFirst().code())
                .containsExactly("INVOICE_WITHOUT_LINES", "NOT_JUDGED", "INVOICE_WITHOUT_LINES");
        assertThat(outcome.position()).isEqualTo(7);
    }

    @Test
    void anOutageIsNoAnswerToAnyOfThem() {
        LedgerGateway ledger = _ -> CompletableFuture.failedFuture(new IllegalStateException("the database is away"));

        assertThatThrownBy(() -> new SubmittedInvoices(ledger).submit(invoices("A"), CALL))
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }

    private static String number(Object command) {
        return ((SubmitInvoice) command).number().value();
    }

    private static Answer refused(org.personalbudget.ledger.kernel.Command command) {
        When when = new When(DAY, new PeriodId(2025, 3));
        return new Answer.Refused(
                7,
                new CommandRefused(CALL.id(), when, "SubmitInvoice", command.stream(), new InvoiceWithoutLines()),
                false);
    }

    private static List<SubmittedInvoice> invoices(String... numbers) {
        Money amount = Money.of("22.00");
        SubmittedLine line = new SubmittedLine("1", null, new Units(100), amount, amount, "E", 0, null, List.of());
        return Stream.of(numbers)
                .map(number -> new SubmittedInvoice(
                        "",
                        DocumentKind.INVOICE,
                        number,
                        null,
                        "S-1",
                        "7b0a4d1e-0000-4000-8000-000000000001",
                        DAY,
                        null,
                        "GBP",
                        new DateRange(DAY, DAY),
                        List.of(line),
                        amount,
                        Money.ZERO,
                        amount))
                .toList();
    }
}
