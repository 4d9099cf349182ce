package org.personalbudget.ops.http.bankdetails;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.bankdetails.BankDetailsEvent;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.register.Register;
import org.personalbudget.ledger.terms.BankPayee;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ops.http.bankdetails.BankDetailsAnswers.Step;
import org.personalbudget.ops.http.bankdetails.BankDetailsAnswers.Versions;
import org.personalbudget.ops.http.bankdetails.BankDetailsRequests.Approve;
import org.personalbudget.ops.http.bankdetails.BankDetailsRequests.Block;
import org.personalbudget.ops.http.bankdetails.BankDetailsRequests.Propose;
import org.personalbudget.ops.http.budgets.BudgetPersons;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.projections.payruns.BankDetailsQuery;
import org.personalbudget.projections.payruns.BankDetailsView;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What is done with bank details, whoever is paid. */
public final class BankDetailsDesk {

    private final Desk desk;
    private final BudgetPersons people;
    private final ModulusChecks checks;
    private final BankDetailsQuery query;
    private final Register register;

    public BankDetailsDesk(
            Desk desk, BudgetPersons people, ModulusChecks checks, BankDetailsQuery query, Register register) {
        this.desk = desk;
        this.people = people;
        this.checks = checks;
        this.query = query;
        this.register = register;
    }

    ResponseEntity<Step> propose(BankPayee payee, @Nullable BudgetId budget, Propose body, Call call) {
        return ask(call, budget, HttpStatus.CREATED, fields -> body.command(payee, budget, checks, fields));
    }

    ResponseEntity<Step> approve(
            BankPayee payee, @Nullable BudgetId budget, int version, @Nullable Approve body, Call call) {
        return ask(
                call, budget, HttpStatus.OK, fields -> Approve.orNothing(body).command(payee, version, fields));
    }

    ResponseEntity<Step> block(BankPayee payee, @Nullable BudgetId budget, int version, Block body, Call call) {
        return ask(call, budget, HttpStatus.OK, fields -> body.command(payee, version, fields));
    }

    /** A person's erasure erases the details of their accounts. */
    private ResponseEntity<Step> ask(
            Call call, @Nullable BudgetId budget, HttpStatus status, Function<Fields, Command> read) {
        return desk.ask(
                call,
                budget == null ? null : people.of(budget.value()),
                status,
                read,
                facts -> Step.of(facts.the(BankDetailsEvent.class)));
    }

    Versions versions(BankPayee payee) {
        List<BankDetailsView> views = query.versions(payee);
        List<UUID> words = views.stream()
                .flatMap(view -> Stream.of(view.evidence(), view.blockReason()))
                .filter(each -> each != null)
                .toList();
        return Versions.of(
                payee,
                views,
                register.bankDetails(
                        views.stream().map(BankDetailsView::details).toList()),
                register.words(words));
    }
}
