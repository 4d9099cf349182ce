package org.personalbudget.ops.http.reclaims;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.ReclaimCommand.AskReconsideration;
import org.personalbudget.ledger.budget.ReclaimCommand.DecideReclaim;
import org.personalbudget.ledger.budget.ReclaimCommand.DecideReconsideration;
import org.personalbudget.ledger.budget.ReclaimCommand.GiveReclaimNotice;
import org.personalbudget.ledger.budget.ReclaimCommand.ReceiveReclaim;
import org.personalbudget.ledger.budget.ReclaimCommand.WithdrawReclaimNotice;
import org.personalbudget.ledger.budget.ReclaimEvent.ReclaimDecided;
import org.personalbudget.ledger.budget.ReclaimEvent.ReclaimNoticeGiven;
import org.personalbudget.ledger.budget.ReclaimEvent.ReclaimNoticeWithdrawn;
import org.personalbudget.ledger.budget.ReclaimEvent.ReclaimReceived;
import org.personalbudget.ledger.budget.ReclaimEvent.ReconsiderationAsked;
import org.personalbudget.ledger.budget.ReclaimEvent.ReconsiderationDecided;
import org.personalbudget.ledger.budget.ReclaimKind;
import org.personalbudget.ledger.budget.ReclaimRoute;
import org.personalbudget.ledger.budget.SurplusFigures;
import org.personalbudget.ledger.kernel.Command;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ops.http.budgets.BudgetPersons;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.http.request.Nothing;
import org.personalbudget.ops.http.request.SourceSplit;
import org.personalbudget.ops.security.Asks;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Asks for public money back: notice, a second look, the decision, and what comes. */
@Tag(name = "Reclaims")
@RestController
@RequestMapping("/api/v1/budgets/{budgetId}/reclaims")
public final class ReclaimCommands {

    private static final int LONGEST_REASON = 2_000;

    private final Desk desk;
    private final BudgetPersons persons;

    ReclaimCommands(Desk desk, BudgetPersons persons) {
        this.desk = desk;
        this.persons = persons;
    }

    @Operation(
            summary = "Give notice of a reclaim",
            description = "With its reasons, amount, time and payer. No money moves before it is decided. Without an"
                    + " amount, all that the policy lets be reclaimed; misuse is reclaimed by judging the spend.")
    @PostMapping
    @Asks(GiveReclaimNotice.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<NoticeAnswer> notice(@PathVariable UUID budgetId, @RequestBody NoticeRequest body, Call call) {
        return desk.ask(
                call,
                persons.of(budgetId),
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), fields),
                facts -> NoticeAnswer.of(facts.the(ReclaimNoticeGiven.class)));
    }

    @Operation(
            summary = "Ask for a reclaim to be reconsidered",
            description = "By the holder of the account, or a practitioner for them, within the time of the notice.")
    @PostMapping("/{reclaimId}/reconsideration")
    @Asks(AskReconsideration.class)
    ResponseEntity<ReconsiderationAnswer> ask(
            @PathVariable UUID budgetId, @PathVariable UUID reclaimId, @RequestBody GroundsRequest body, Call call) {
        return desk.ask(
                call,
                persons.of(budgetId),
                HttpStatus.OK,
                fields -> body.command(new BudgetId(budgetId), new ReclaimId(reclaimId), fields),
                facts -> new ReconsiderationAnswer(
                        facts.the(ReconsiderationAsked.class).reclaim(), null));
    }

    @Operation(
            summary = "Decide what was asked to be reconsidered",
            description = "The amount that is still to be paid back, 0.00 for none; never more than was demanded.")
    @PostMapping("/{reclaimId}/reconsideration/decision")
    @Asks(DecideReconsideration.class)
    ResponseEntity<ReconsiderationAnswer> reconsider(
            @PathVariable UUID budgetId,
            @PathVariable UUID reclaimId,
            @RequestBody ReconsideredRequest body,
            Call call) {
        return desk.ask(
                call,
                persons.of(budgetId),
                HttpStatus.OK,
                fields -> body.command(new BudgetId(budgetId), new ReclaimId(reclaimId), fields),
                facts -> ReconsiderationAnswer.of(facts.the(ReconsiderationDecided.class)));
    }

    @Operation(
            summary = "Withdraw the notice of a reclaim",
            description = "Before it is decided, with the reason: it was wrong, or the account no longer holds the"
                    + " money. What it asked for can be asked for by another notice.")
    @PostMapping("/{reclaimId}/withdrawal")
    @Asks(WithdrawReclaimNotice.class)
    ResponseEntity<WithdrawnAnswer> withdraw(
            @PathVariable UUID budgetId, @PathVariable UUID reclaimId, @RequestBody WithdrawalRequest body, Call call) {
        return desk.ask(
                call,
                persons.of(budgetId),
                HttpStatus.OK,
                fields -> body.command(new BudgetId(budgetId), new ReclaimId(reclaimId), fields),
                facts -> new WithdrawnAnswer(
                        facts.the(ReclaimNoticeWithdrawn.class).reclaim()));
    }

    @Operation(
            summary = "Decide a reclaim",
            description = "After the time for reconsideration: the account owes it now. Never by who gave the notice.")
    @PostMapping("/{reclaimId}/decision")
    @Asks(DecideReclaim.class)
    ResponseEntity<DecisionAnswer> decide(
            @PathVariable UUID budgetId,
            @PathVariable UUID reclaimId,
            @RequestBody(required = false) @Nullable Nothing body,
            Call call) {
        return desk.ask(
                call,
                HttpStatus.OK,
                _ -> new DecideReclaim(new BudgetId(budgetId), new ReclaimId(reclaimId)),
                facts -> DecisionAnswer.of(facts.the(ReclaimDecided.class)));
    }

    @Operation(
            summary = "Record what came of a reclaim",
            description = "To the council's bank, into the account, kept back from an instalment that has not been"
                    + " handed over, or unloaded from the card. Without an amount, all that is outstanding.")
    @PostMapping("/{reclaimId}/receipts")
    @Asks(ReceiveReclaim.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ReceivedAnswer> receive(
            @PathVariable UUID budgetId, @PathVariable UUID reclaimId, @RequestBody ReceiptRequest body, Call call) {
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> body.command(new BudgetId(budgetId), new ReclaimId(reclaimId), fields),
                facts -> ReceivedAnswer.of(facts.the(ReclaimReceived.class)));
    }

    @Schema(name = "GiveReclaimNotice")
    record NoticeRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uuid") @Nullable
            String accountId,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"SURPLUS", "SERVICE_FUND", "OVER_ADVANCE", "CLOSING"},
                    example = "SURPLUS")
            @Nullable
            String kind,

            @Schema(description = "All that may be reclaimed, if left out.", example = "240.00") @Nullable
            String amount,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Kept in the register.") @Nullable
            String reasons,

            @Schema(description = "The account's holder, if left out.") @Nullable
            String payerRef,

            @Schema(format = "date", description = "The policy's time, if left out.", example = "2025-09-30") @Nullable
            String payBy) {

        Command command(BudgetId budget, Fields fields) {
            String payer = fields.optionalCode("payerRef", payerRef);
            return new GiveReclaimNotice(
                    budget,
                    new AccountId(fields.uuid("accountId", accountId)),
                    fields.oneOf("kind", kind, ReclaimKind.class),
                    fields.optionalMoney("amount", amount),
                    fields.note("reasons", reasons, LONGEST_REASON),
                    payer == null ? null : new PersonRef(payer),
                    fields.optionalDate("payBy", payBy));
        }
    }

    @Schema(name = "AskReconsideration")
    record GroundsRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Kept in the register.") @Nullable
            String grounds) {

        Command command(BudgetId budget, ReclaimId reclaim, Fields fields) {
            return new AskReconsideration(budget, reclaim, fields.note("grounds", grounds, LONGEST_REASON));
        }
    }

    @Schema(name = "WithdrawReclaimNotice")
    record WithdrawalRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Kept in the register.") @Nullable
            String reason) {

        Command command(BudgetId budget, ReclaimId reclaim, Fields fields) {
            return new WithdrawReclaimNotice(budget, reclaim, fields.note("reason", reason, LONGEST_REASON));
        }
    }

    @Schema(name = "DecideReconsideration")
    record ReconsideredRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "120.00") @Nullable
            String amount,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Kept in the register.") @Nullable
            String reason) {

        Command command(BudgetId budget, ReclaimId reclaim, Fields fields) {
            return new DecideReconsideration(
                    budget, reclaim, fields.money("amount", amount), fields.note("reason", reason, LONGEST_REASON));
        }
    }

    @Schema(name = "ReceiveReclaim")
    record ReceiptRequest(
            @Schema(description = "All that is outstanding, if left out.", example = "64.99") @Nullable
            String amount,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date", example = "2025-09-30") @Nullable
            String on,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"BANK", "ACCOUNT", "INSTALMENT", "CARD_UNLOAD"},
                    example = "BANK")
            @Nullable
            String route,

            @Schema(format = "uuid", description = "For INSTALMENT: the payment it is kept back from.") @Nullable
            String paymentId) {

        Command command(BudgetId budget, ReclaimId reclaim, Fields fields) {
            UUID payment = fields.optionalUuid("paymentId", paymentId);
            return new ReceiveReclaim(
                    budget,
                    reclaim,
                    fields.optionalMoney("amount", amount),
                    fields.date("on", on),
                    fields.oneOf("route", route, ReclaimRoute.class),
                    payment == null ? null : new PaymentId(payment));
        }
    }

    @Schema(name = "ReclaimNotice")
    record NoticeAnswer(
            ReclaimId reclaimId,
            ReclaimKind kind,
            AccountId accountId,
            Money amount,
            SurplusFigures figures,
            Attribution rule,
            @Nullable PersonRef payerRef,
            LocalDate payBy,
            LocalDate reconsiderBy) {
        static NoticeAnswer of(ReclaimNoticeGiven it) {
            return new NoticeAnswer(
                    it.reclaim(),
                    it.reclaimKind(),
                    it.account(),
                    it.amount(),
                    it.figures(),
                    it.rule(),
                    it.payer(),
                    it.payBy(),
                    it.reconsiderBy());
        }
    }

    @Schema(name = "Reconsideration")
    record ReconsiderationAnswer(
            ReclaimId reclaimId,

            @Schema(description = "What is to be paid back now; none before it is decided.") @Nullable
            Money amount) {
        static ReconsiderationAnswer of(ReconsiderationDecided it) {
            return new ReconsiderationAnswer(it.reclaim(), it.amount());
        }
    }

    @Schema(name = "ReclaimNoticeWithdrawn")
    record WithdrawnAnswer(ReclaimId reclaimId) {}

    @Schema(name = "ReclaimDecided")
    record DecisionAnswer(
            ReclaimId reclaimId, Money amount, Map<Source, Money> split, Attribution rule, Money clientPart) {
        static DecisionAnswer of(ReclaimDecided it) {
            return new DecisionAnswer(
                    it.reclaim(), it.split().total(), SourceSplit.of(it.split()), it.rule(), it.clientPart());
        }
    }

    @Schema(name = "ReclaimReceived")
    record ReceivedAnswer(
            ReclaimId reclaimId,
            Money amount,
            Map<Source, Money> split,
            ReclaimRoute route,
            LocalDate on,
            @Nullable PaymentId paymentId) {
        static ReceivedAnswer of(ReclaimReceived it) {
            return new ReceivedAnswer(
                    it.reclaim(),
                    it.split().total(),
                    SourceSplit.of(it.split()),
                    it.route(),
                    it.effectiveOn(),
                    it.payment());
        }
    }
}
