package org.personalbudget.projections.forecast;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.projections.forecast.Forecast.ExpectedContribution;
import org.personalbudget.projections.forecast.Forecast.ExpectedInstalment;
import org.personalbudget.projections.forecast.Forecast.InstalmentMethod;
import org.personalbudget.projections.forecast.Forecast.LineExpectation;
import org.personalbudget.projections.forecast.Forecast.ProjectedBalance;
import org.personalbudget.projections.forecast.Known.AccountKnown;
import org.personalbudget.projections.forecast.Known.Instalments;

/** What each account will be paid, and will hold. Periods are asked for in order: each opens with what the last closed. */
final class AccountOutlook {

    private final Known known;
    private final PeriodId first;
    private final ContributionOutlook contributions;
    private final Map<AccountId, Money> balances = new HashMap<>();

    AccountOutlook(Known known, PeriodId first, ContributionOutlook contributions) {
        this.known = known;
        this.first = first;
        this.contributions = contributions;
        for (AccountKnown account : holding()) balances.put(account.id(), account.available());
    }

    private List<AccountKnown> holding() {
        return known.accounts().stream()
                .filter(account -> account.kind().holdsMoney())
                .toList();
    }

    List<ExpectedInstalment> instalments(
            Period period, List<LineExpectation> lines, ExpectedContribution contribution) {
        return holding().stream()
                .map(account -> instalment(account, period, lines, contribution))
                .filter(instalment ->
                        !instalment.amount().isZero() || !instalment.toCome().isZero())
                .toList();
    }

    private ExpectedInstalment instalment(
            AccountKnown account, Period period, List<LineExpectation> lines, ExpectedContribution contribution) {
        Money gross = gross(account, period, lines);
        Money kept = account.equals(contributions.payee(period.last()))
                ? contribution.due().min(gross)
                : Money.ZERO;
        Instalments paid = account.instalments().getOrDefault(period.id(), Instalments.NONE);
        boolean approved = paid.approved().isPositive();
        Money amount = approved ? paid.approved() : gross.minus(kept);
        Money toCome = (approved ? amount.minus(paid.credited()) : amount).plus(onItsWay(account, period));
        return new ExpectedInstalment(
                account.id(),
                approved ? InstalmentMethod.APPROVED : InstalmentMethod.ALLOCATED,
                gross,
                kept,
                amount,
                toCome);
    }

    /** In the first period also what was approved for earlier ones and has not arrived. */
    private Money onItsWay(AccountKnown account, Period period) {
        if (!period.id().equals(first)) return Money.ZERO;
        return account.instalments().entrySet().stream()
                .filter(earlier -> earlier.getKey().compareTo(first) < 0)
                .map(earlier ->
                        earlier.getValue().approved().minus(earlier.getValue().credited()))
                .reduce(Money.ZERO, Money::plus);
    }

    /** What is allocated to the account's lines, for the days of the period on which it pays for them. */
    private Money gross(AccountKnown account, Period period, List<LineExpectation> lines) {
        Money gross = Money.ZERO;
        for (LineExpectation line : lines) {
            gross = gross.plus(share(account, period, line, line.allocated()));
        }
        return gross;
    }

    /** The part of an amount that falls on the days on which the account pays for the line, half up. */
    private Money share(AccountKnown account, Period period, LineExpectation line, Money amount) {
        long paid = 0;
        long days = 0;
        for (LocalDate day = period.first(); !day.isAfter(period.last()); day = day.plusDays(1)) {
            if (known.lastDay() != null && day.isAfter(known.lastDay())) break;
            AccountKnown payer = known.payerOf(line.lineId(), day);
            days++;
            if (account.equals(payer)) paid++;
        }
        return paid == 0 ? Money.ZERO : amount.timesRatio(paid, days, RoundingMode.HALF_UP);
    }

    List<ProjectedBalance> balances(
            Period period,
            List<LineExpectation> lines,
            List<ExpectedInstalment> instalments,
            ExpectedContribution contribution) {
        List<ProjectedBalance> projected = new ArrayList<>();
        for (AccountKnown account : holding()) {
            Money in = instalments.stream()
                    .filter(instalment -> instalment.accountId().equals(account.id()))
                    .map(ExpectedInstalment::toCome)
                    .reduce(Money.ZERO, Money::plus);
            boolean takes = account.equals(contributions.payee(period.last()));
            Money paidIn = takes ? contribution.expectedReceipt() : Money.ZERO;
            projected.add(balance(account, in, paidIn, spend(account, period, lines)));
        }
        return projected;
    }

    private ProjectedBalance balance(AccountKnown account, Money in, Money paidIn, Money spend) {
        Money opening = balances.getOrDefault(account.id(), Money.ZERO);
        Money closing = opening.plus(in).plus(paidIn).minus(spend);
        balances.put(account.id(), closing);
        return new ProjectedBalance(account.id(), opening, in, paidIn, spend, closing);
    }

    private Money spend(AccountKnown account, Period period, List<LineExpectation> lines) {
        Money spend = Money.ZERO;
        for (LineExpectation line : lines) {
            Money toCome = line.expectedSpend().minus(line.consumed());
            spend = spend.plus(share(account, period, line, toCome));
        }
        return spend;
    }
}
