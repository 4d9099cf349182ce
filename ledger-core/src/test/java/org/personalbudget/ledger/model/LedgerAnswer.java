package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.personalbudget.ledger.budget.AccrualEvent;
import org.personalbudget.ledger.budget.BudgetEvent;
import org.personalbudget.ledger.budget.BudgetEvent.InstalmentApproved;
import org.personalbudget.ledger.budget.BudgetEvent.ProviderPaymentAuthorised;
import org.personalbudget.ledger.budget.BudgetEvent.SpendRecorded;
import org.personalbudget.ledger.budget.ChangeEvent;
import org.personalbudget.ledger.budget.ContributionEvent;
import org.personalbudget.ledger.budget.CustodyEvent;
import org.personalbudget.ledger.budget.FundingEvent;
import org.personalbudget.ledger.budget.InstalmentKind;
import org.personalbudget.ledger.budget.InvoiceEvent;
import org.personalbudget.ledger.budget.JudgementEvent;
import org.personalbudget.ledger.budget.LineAmount;
import org.personalbudget.ledger.budget.OpenItem;
import org.personalbudget.ledger.budget.PayoutEvent;
import org.personalbudget.ledger.budget.Portion;
import org.personalbudget.ledger.budget.ReclaimEvent;
import org.personalbudget.ledger.budget.RecoveryEvent;
import org.personalbudget.ledger.budget.ReviewEvent;
import org.personalbudget.ledger.budget.SpendReason;
import org.personalbudget.ledger.budget.SurplusFigures;
import org.personalbudget.ledger.budget.TakeOnEvent;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.invoice.DocumentEvent;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.model.Amounts.Pot;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.payment.PaymentEvent;
import org.personalbudget.ledger.policy.PolicyEvent.PolicyAdopted;
import org.personalbudget.ledger.pooledfund.MemberPart;
import org.personalbudget.ledger.pooledfund.PoolEvent;
import org.personalbudget.ledger.receipt.ReceiptEvent;
import org.personalbudget.ledger.supplier.SupplierEvent;
import org.personalbudget.ledger.terms.LineId;

/** Puts what the ledger decided into the words in which the model answers. */
final class LedgerAnswer {

    private final Answer.Figures figures = new Answer.Figures();

    private LedgerAnswer() {}

    static Answer of(Decision decision) {
        return switch (decision) {
            case Decision.Refused refused ->
                new Answer.No(Set.of(refused.refusal().code()));
            case Decision.Accepted accepted -> of(accepted.events());
        };
    }

    static Answer of(List<Event> events) {
        LedgerAnswer answer = new LedgerAnswer();
        for (Event event : events) {
            if (!Modelled.hears(event)) continue;
            switch (event) {
                case BudgetEvent e -> answer.add(e);
                case PaymentEvent e -> answer.add(e);
                case PoolEvent e -> answer.add(e);
                case DocumentEvent e -> InvoiceAnswer.add(e, answer.figures);
                case SupplierEvent.SupplierRegistered _ -> answer.figures.note("registered");
                case SupplierEvent.SupplierRateSet e -> answer.figures.add("rate", Sums.pounds(e.rate()));
                case PolicyAdopted e ->
                    answer.figures.note("policy " + e.policy().version());
                case ReceiptEvent e -> answer.add(e);
                default -> answer.figures.note("unheard of: " + event);
            }
        }
        return answer.figures.yes();
    }

    static Amounts amounts(Split split) {
        Amounts amounts = new Amounts();
        for (Part part : split.parts()) {
            amounts.add(new Pot(part.book(), part.source(), part.ringFence()), Sums.pounds(part.amount()));
        }
        return amounts;
    }

    private void add(BudgetEvent event) {
        switch (event) {
            case BudgetEvent.BudgetAllocated e -> figures.add("weekly", Sums.pounds(e.weekly()));
            case BudgetEvent.PlanProposed e -> figures.note("plan " + e.version());
            case BudgetEvent.PlanEscalated _ -> figures.note("escalated");
            case BudgetEvent.PlanApproved e -> figures.note("approved " + e.version());
            case BudgetEvent.PlanRejected _ -> figures.note("rejected");
            case BudgetEvent.PeriodsAllocated e -> e.amounts().forEach(each -> add("allocation ", each));
            case BudgetEvent.CommitmentsPlaced e -> e.amounts().forEach(each -> add("commitment ", each));
            case BudgetEvent.OneOffAllocated e -> figures.add("one-off " + e.servicePeriod(), amounts(e.split()));
            case BudgetEvent.ContributionAssessed e ->
                figures.note("assessed").add("assessed", Sums.pounds(e.weekly()));
            case BudgetEvent.AccountOpened e -> figures.note("opened " + e.kind() + " " + e.method());
            case InstalmentApproved e -> add(e);
            case BudgetEvent.ContributionFellDue e ->
                figures.add("due " + e.servicePeriod() + " from " + e.effectiveOn(), Sums.pounds(e.amount()));
            case BudgetEvent.ContributionReceived e -> figures.add("received", amounts(Split.of(e.received())));
            case BudgetEvent.NecessityDecided _ -> figures.note("necessity");
            case SpendRecorded e -> add(e);
            case BudgetEvent.SpendHeld e -> held(e.reasons());
            case BudgetEvent.SpendCleared _ -> figures.note("cleared");
            case BudgetEvent.SourceOverdrawn e -> figures.add("overdrawn " + e.source(), Sums.pounds(e.shortfall()));
            case BudgetEvent.LineOverspent e -> figures.add("overspent " + e.line(), Sums.pounds(e.over()));
            case ProviderPaymentAuthorised e -> e.portions().forEach(this::add);
            case BudgetEvent.ProviderPaymentHeld e -> held(e.reasons());
            case BudgetEvent.AccountCredited e -> figures.add("credited", amounts(e.credited()));
            case BudgetEvent.AccountCreditReversed e -> figures.add("credit reversed", amounts(e.reversed()));
            case BudgetEvent.ProviderPaidFromAccount e -> figures.add("paid from account", amounts(e.paid()));
            case BudgetEvent.ProviderPaymentReturnedToAccount e ->
                figures.add("back in account", amounts(e.returned()));
            case BudgetEvent.FunderRecharged e ->
                figures.add("recharged " + e.funder(), Sums.pounds(e.amount()))
                        .add("of-advances", Sums.pounds(e.advanced()));
            case BudgetEvent.RechargePaid e -> figures.add("recharge paid", Sums.pounds(e.amount()));
            case JudgementEvent e -> add(e);
            case ChangeEvent e -> add(e);
            case ContributionEvent e -> add(e);
            case ReviewEvent e -> add(e);
            case RecoveryEvent e -> add(e);
            case FundingEvent e -> add(e);
            case ReclaimEvent e -> add(e);
            case TakeOnEvent.AccountTakenOn e -> figures.add("taken on", amounts(e.balances()));
            case TakeOnEvent.ItemTakenOn e -> add(e.item());
            case CustodyEvent e -> StatementAnswer.add(e, figures);
            case PayoutEvent.DeathQueried _ -> figures.note("death-asked");
            case PayoutEvent.DeathQueryDismissed _ -> figures.note("lives");
            case AccrualEvent e -> StatementAnswer.add(e, figures);
            case InvoiceEvent e -> InvoiceAnswer.add(e, figures);
            default -> figures.note(event.getClass().getSimpleName());
        }
    }

    private void add(ChangeEvent event) {
        switch (event) {
            case ChangeEvent.BudgetSuspended e -> figures.note("suspended " + e.from() + " paid " + e.paidDays());
            case ChangeEvent.BudgetResumed e -> figures.note("resumed " + e.from());
            case ChangeEvent.BudgetEnded e -> figures.note("ended " + e.lastDay());
            case ChangeEvent.DeathRecorded e -> figures.note("died " + e.diedOn());
            case ChangeEvent.AccountClosed e -> figures.note("closed " + e.account() + " " + e.lastDay());
            case ChangeEvent.MoneyTransferred e -> figures.add("transferred", amounts(e.moved()));
            case ChangeEvent.InstalmentReduced e ->
                figures.add(
                        "reduced " + e.servicePeriod() + " " + e.account(),
                        amounts(e.by()).total());
            case ChangeEvent.OverAdvanced e ->
                figures.add("over-advanced " + e.servicePeriod() + " " + e.account(), Sums.pounds(e.amount()));
            case ChangeEvent.UpliftProposed e -> {
                figures.note("uplifted " + e.planVersion());
                figures.add("weekly before " + e.planVersion(), Sums.pounds(e.before()));
                figures.add("weekly after " + e.planVersion(), Sums.pounds(e.after()));
            }
            case ChangeEvent.CutProposed e ->
                figures.note("cut")
                        .add("cut from", Sums.pounds(e.weekly()))
                        .add("cut to", Sums.pounds(e.proposedWeekly()));
        }
    }

    private void add(JudgementEvent event) {
        switch (event) {
            case JudgementEvent.SpendQueried e -> {
                figures.note("queried until " + e.answerBy());
                e.rules().forEach(rule -> figures.note("rule " + rule));
                figures.add("asked", amounts(e.split())).add("freed", amounts(e.consumed()));
            }
            case JudgementEvent.QueryAnswered _ -> figures.note("answered");
            case JudgementEvent.SpendAccepted e -> {
                figures.note("judged " + e.category() + " " + e.line());
                figures.add("accepted", amounts(e.split())).add("consumed", amounts(e.consumed()));
            }
            case JudgementEvent.SpendReclaimed e -> {
                figures.add("reclaimed", amounts(e.split())).note("to pay by " + e.payBy());
                figures.note("to reconsider by " + e.reconsiderBy());
                e.rules().forEach(rule -> figures.note("rule " + rule));
            }
            case JudgementEvent.SpendRefunded e -> {
                String what = e.underQuery() ? "refunded-asked" : "refunded-accepted";
                figures.add(what, amounts(e.split())).add("freed", amounts(e.consumed()));
            }
            case JudgementEvent.VirementNotified e -> figures.add("vired " + e.line(), Sums.pounds(e.vired()));
        }
    }

    private void add(RecoveryEvent event) {
        switch (event) {
            case RecoveryEvent.SupplierRefundDue e ->
                e.portions()
                        .forEach(each -> figures.add("owed-back " + each.servicePeriod(), amounts(each.split()))
                                .add("freed " + each.servicePeriod(), amounts(each.consumed())));
            case RecoveryEvent.SupplierRefundReceived e ->
                figures.add("paid-back", amounts(e.split())).add("settled-back", amounts(e.settled()));
            case RecoveryEvent.ReceiptApplied e ->
                figures.note("for-" + e.to())
                        .add("applied", amounts(e.split()))
                        .add("settled-applied", amounts(e.settled()));
        }
    }

    private void add(ReceiptEvent event) {
        switch (event) {
            case ReceiptEvent.ReceiptRecorded e -> figures.add("receipt", Sums.pounds(e.amount()));
            case ReceiptEvent.ReceiptWithdrawn e -> figures.add("no receipt", Sums.pounds(e.amount()));
            case ReceiptEvent.ReceiptAllocated e -> figures.add("of receipt", Sums.pounds(e.amount()));
        }
    }

    private void add(ReviewEvent event) {
        switch (event) {
            case ReviewEvent.ReviewScheduled e -> figures.note("review " + e.kind() + " " + e.dueOn());
            case ReviewEvent.ReviewRecorded e -> figures.note("reviewed " + e.kind() + " " + e.effectiveOn());
            case ReviewEvent.MonitoringScored e -> {
                figures.note("scored").note("tier " + e.tier() + " " + e.score() + " " + e.nextReturn());
                e.factors()
                        .forEach(each ->
                                figures.note("factor " + each.factor() + " " + each.count() + " " + each.points()));
            }
        }
    }

    private void add(FundingEvent event) {
        switch (event) {
            case FundingEvent.FunderAdvanceReceived e -> figures.add("prepaid " + e.funder(), Sums.pounds(e.amount()));
            case FundingEvent.FunderAdvanceUsed e -> figures.add("settled in advance", Sums.pounds(e.amount()));
            case FundingEvent.RechargeReduced e -> figures.add("asked less", Sums.pounds(e.amount()));
            case FundingEvent.FundersChanged e -> figures.note("shares from " + e.from());
            case FundingEvent.FundingRestated e -> figures.add("restated " + e.servicePeriod(), amounts(e.moved()));
            case FundingEvent.PaidIntoPool e ->
                moved("into pool", e.line(), e.servicePeriod(), e.split(), e.committed());
            case FundingEvent.PaidBackFromPool e ->
                moved("out of pool", e.line(), e.servicePeriod(), e.split(), e.released());
        }
    }

    private void add(PoolEvent event) {
        switch (event) {
            case PoolEvent.PoolOpened e -> figures.note("pool from " + e.startsOn());
            case PoolEvent.SharesAgreed e -> {
                figures.note("shares from " + e.from());
                e.members()
                        .forEach(each ->
                                figures.note("member " + each.budget() + " " + each.basisPoints() + " " + each.lead()));
            }
            case PoolEvent.MemberPaidIn e ->
                moved("told into pool", e.line(), e.servicePeriod(), e.split(), e.committed());
            case PoolEvent.MemberPaidBack e ->
                moved("told out of pool", e.line(), e.servicePeriod(), e.split(), e.released());
            case PoolEvent.PoolSpendRecorded e -> {
                figures.add("pool spent " + e.servicePeriod(), Sums.pounds(e.amount()));
                for (MemberPart each : e.parts()) {
                    String what = "borne " + each.budget() + " " + each.line() + " " + each.servicePeriod();
                    figures.add(what, amounts(each.split()))
                            .add(what + " committed", amounts(each.fromCommitment()))
                            .add(what + " beyond", amounts(each.fromUncommitted()));
                }
            }
            case PoolEvent.MemberOverdrawn e ->
                figures.add("member-overdrawn " + e.budget(), Sums.pounds(e.shortfall()));
        }
    }

    private void moved(String way, LineId line, PeriodId period, Split split, Split committed) {
        String what = way + " " + line + " " + period;
        figures.add(what, amounts(split)).add(what + " committed", amounts(committed));
    }

    private void add(ReclaimEvent event) {
        switch (event) {
            case ReclaimEvent.ReclaimNoticeGiven e -> {
                figures.note("notice " + e.reclaimKind() + " pay by " + e.payBy());
                figures.note("reconsider by " + e.reconsiderBy()).add("demanded", Sums.pounds(e.amount()));
                add(e.figures());
            }
            case ReclaimEvent.ReconsiderationAsked _ -> figures.note("reconsideration");
            case ReclaimEvent.ReconsiderationDecided e ->
                figures.note("reconsidered")
                        .add("still demanded", Sums.pounds(e.amount()))
                        .add("released", amounts(e.released()));
            case ReclaimEvent.ReclaimDecided e -> {
                figures.add("reclaimed", amounts(e.split())).add("client part", Sums.pounds(e.clientPart()));
                Objects.requireNonNull(e.takenBack())
                        .forEach(part -> figures.add("taken back " + part.servicePeriod(), Sums.pounds(part.amount())));
            }
            case ReclaimEvent.ReclaimReceived e ->
                figures.add("came back " + e.route(), amounts(e.split())).add("kept back", amounts(e.kept()));
            case ReclaimEvent.ReliefProposed e ->
                figures.note("relief proposed " + e.of()).add("to let go", Sums.pounds(e.amount()));
            case ReclaimEvent.ReliefApproved e -> figures.add("let go " + e.kind() + " " + e.of(), amounts(e.split()));
            case ReclaimEvent.ReclaimNoticeWithdrawn _ -> figures.note("notice withdrawn");
            case ReclaimEvent.ReliefRejected _ -> figures.note("not let go");
        }
    }

    private void add(OpenItem item) {
        figures.add("waits for " + item.kind() + " since " + item.dueOn(), amounts(Split.of(item.part())));
    }

    private void add(SurplusFigures worked) {
        figures.add("surplus", Sums.pounds(worked.surplus())).add("unpaid", Sums.pounds(worked.unpaid()));
        figures.add("spoken for", Sums.pounds(worked.committed())).add("set aside", Sums.pounds(worked.ringFenced()));
        figures.add("for later", Sums.pounds(worked.laterInstalments())).add("balance", Sums.pounds(worked.balance()));
        figures.add("reclaimable", Sums.pounds(worked.reclaimable()));
    }

    private void add(ContributionEvent event) {
        switch (event) {
            case ContributionEvent.ContributionAdjusted e -> {
                figures.note("adjusted " + e.servicePeriod());
                figures.add("due now " + e.servicePeriod(), Sums.pounds(e.after()));
                figures.add("off receivable " + e.servicePeriod(), Sums.pounds(e.offReceivable()));
                figures.add("to refund " + e.servicePeriod(), Sums.pounds(e.toRefund()));
            }
            case ContributionEvent.ClientMoneyReleased e ->
                figures.add("client released " + e.servicePeriod(), Sums.pounds(e.amount()));
            case ContributionEvent.ArrearsAlertRaised e -> figures.note("arrears-alert " + e.unpaidPeriods());
            case ContributionEvent.ArrearsReviewRaised e -> figures.note("arrears-review " + e.unpaidPeriods());
            case ContributionEvent.ContributionRefunded e ->
                figures.add("refunded", Sums.pounds(e.amount())).add("refunded-credit", Sums.pounds(e.fromCredit()));
        }
    }

    private void add(String what, LineAmount amount) {
        String name = what + amount.servicePeriod() + " " + amount.line() + " from "
                + amount.when().effectiveOn();
        figures.add(name, amounts(amount.split()));
    }

    private void add(InstalmentApproved event) {
        if (event.instalment() == InstalmentKind.ADJUSTMENT) {
            String where = event.servicePeriod() + " " + event.account();
            figures.add("cost added " + where, Sums.pounds(event.gross()))
                    .add("added " + where, amounts(event.payable()));
            return;
        }
        figures.add("gross", Sums.pounds(event.gross())).add("payable", amounts(event.payable()));
        if (event.instalment() == InstalmentKind.REGULAR) {
            figures.add("contribution", Sums.pounds(event.contribution()));
        }
    }

    private void add(SpendRecorded event) {
        figures.note("spend " + event.line() + " " + event.servicePeriod()).add("spent", amounts(event.split()));
        figures.add("consumed", amounts(event.consumed()));
        event.reasons().forEach(reason -> figures.note("reason " + reason));
    }

    private void held(List<SpendReason> reasons) {
        figures.note("held");
        reasons.forEach(reason -> figures.note("reason " + reason));
    }

    private void add(Portion portion) {
        figures.add("authorised " + portion.servicePeriod(), amounts(portion.split()));
        figures.add("released " + portion.servicePeriod(), amounts(portion.fromCommitment()));
        figures.add("uncommitted " + portion.servicePeriod(), amounts(portion.fromUncommitted()));
    }

    private void add(PaymentEvent event) {
        switch (event) {
            case PaymentEvent.PaymentInstructed _ -> {}
            case PaymentEvent.PaymentSubmitted e -> figures.add("submitted", amounts(e.split()));
            case PaymentEvent.PaymentSettled e -> figures.add("settled", amounts(e.split()));
            case PaymentEvent.PaymentReturned e -> figures.add("returned " + e.stage(), amounts(e.split()));
            case PaymentEvent.PaymentReissued e -> figures.add("reissued", amounts(e.split()));
            case PaymentEvent.SettlementUndone e -> figures.add("not gone", amounts(e.split()));
            case PaymentEvent.PaymentReduced _ -> {}
        }
    }

    /** The pounds of an amount of pence that the ledger posted. */
    static BigDecimal signed(long debitPence, long creditPence) {
        return BigDecimal.valueOf(debitPence)
                .subtract(BigDecimal.valueOf(creditPence))
                .movePointLeft(2);
    }
}
