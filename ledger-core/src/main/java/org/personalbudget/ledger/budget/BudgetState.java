package org.personalbudget.ledger.budget;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import org.personalbudget.ledger.budget.BudgetEvent.BudgetAllocated;
import org.personalbudget.ledger.budget.BudgetEvent.NecessityDecided;
import org.personalbudget.ledger.budget.FundingEvent.FundersChanged;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PaymentId;

/** What a budget has become, as far as its next decision needs to know. */
public sealed interface BudgetState {

    /** Nothing has been allocated. */
    record NoBudget() implements BudgetState {}

    /**
     * A budget that exists.
     *
     * @param terms as allocated
     * @param credited the instalments that are in an account
     */
    record Budget(
            BudgetAllocated terms,
            Plans plans,
            LineBook lines,
            Contributions contributions,
            PMap<AccountId, Account> accounts,
            PVector<NecessityDecided> necessities,
            Recharges recharges,
            PSet<PaymentId> credited,
            Lifecycle lifecycle,
            Funding funding,
            Spends spends,
            Reclaims reclaims,
            Reviews reviews,
            Dealings dealings)
            implements BudgetState {

        static Budget allocated(BudgetAllocated terms) {
            return new Budget(
                    terms,
                    Plans.NONE,
                    LineBook.EMPTY,
                    Contributions.NONE,
                    HashTreePMap.empty(),
                    TreePVector.empty(),
                    Recharges.NONE,
                    HashTreePSet.empty(),
                    Lifecycle.NONE,
                    Funding.NONE,
                    Spends.NONE,
                    Reclaims.NONE,
                    Reviews.NONE,
                    Dealings.NONE);
        }

        /** Who pays first, takes ties, and stands in where pots are empty. */
        Funder lead() {
            return terms.funders().getFirst().funder();
        }

        /** The council whose book carries the person's contribution: the first that pays, or has ever paid. */
        Optional<Funder> chargingCouncil() {
            return Stream.concat(
                            Stream.of(terms.funders()),
                            funding.changes().stream().map(FundersChanged::funders))
                    .flatMap(List::stream)
                    .map(FunderShare::funder)
                    .filter(Funder::isCouncil)
                    .findFirst();
        }

        /** What kind of account this is, if it is one of this budget's. */
        public Optional<AccountKind> kindOf(AccountId id) {
            return Optional.ofNullable(accounts.get(id))
                    .map(account -> account.opened().kind());
        }

        /** An account that something of this budget was paid from, and that is therefore there. */
        Account account(AccountId id) {
            return Objects.requireNonNull(accounts.get(id));
        }

        /** The same where one pays on this day. */
        Optional<Funder> chargingCouncilOn(LocalDate day) {
            List<FunderShare> shares = fundersOn(day);
            return chargingCouncil()
                    .filter(council ->
                            shares.stream().anyMatch(share -> share.funder() == council && share.basisPoints() > 0));
        }

        List<Account> accountsInOrder() {
            return accounts.values().stream()
                    .sorted(Comparator.comparingInt(Account::order))
                    .toList();
        }

        /** The first day for which this budget can cost anything. */
        Optional<LocalDate> firstDay() {
            return plans.firstDay().map(day -> day.isAfter(terms.startsOn()) ? day : terms.startsOn());
        }

        /** The funders' shares on a day. */
        List<FunderShare> fundersOn(LocalDate day) {
            return funding.on(day, terms.funders());
        }

        /** The weekly amount on a day: as the last approved plan that set one by then has it, else as allocated. */
        Money weeklyOn(LocalDate day) {
            Money planned = plans.weeklyOn(day);
            return planned == null ? terms.weekly() : planned;
        }

        /** How closely it is watched: as last scored, else as allocated. */
        RiskTier riskTier() {
            RiskTier scored = reviews.tier();
            return scored == null ? terms.riskTier() : scored;
        }

        Budget with(Plans next) {
            return new Budget(
                    terms,
                    next,
                    lines,
                    contributions,
                    accounts,
                    necessities,
                    recharges,
                    credited,
                    lifecycle,
                    funding,
                    spends,
                    reclaims,
                    reviews,
                    dealings);
        }

        Budget with(LineBook next) {
            return new Budget(
                    terms,
                    plans,
                    next,
                    contributions,
                    accounts,
                    necessities,
                    recharges,
                    credited,
                    lifecycle,
                    funding,
                    spends,
                    reclaims,
                    reviews,
                    dealings);
        }

        Budget with(Contributions next) {
            return new Budget(
                    terms,
                    plans,
                    lines,
                    next,
                    accounts,
                    necessities,
                    recharges,
                    credited,
                    lifecycle,
                    funding,
                    spends,
                    reclaims,
                    reviews,
                    dealings);
        }

        Budget with(AccountId id, Account next) {
            return new Budget(
                    terms,
                    plans,
                    lines,
                    contributions,
                    accounts.plus(id, next),
                    necessities,
                    recharges,
                    credited,
                    lifecycle,
                    funding,
                    spends,
                    reclaims,
                    reviews,
                    dealings);
        }

        Budget with(NecessityDecided next) {
            return new Budget(
                    terms,
                    plans,
                    lines,
                    contributions,
                    accounts,
                    necessities.plus(next),
                    recharges,
                    credited,
                    lifecycle,
                    funding,
                    spends,
                    reclaims,
                    reviews,
                    dealings);
        }

        Budget with(Recharges next) {
            return new Budget(
                    terms,
                    plans,
                    lines,
                    contributions,
                    accounts,
                    necessities,
                    next,
                    credited,
                    lifecycle,
                    funding,
                    spends,
                    reclaims,
                    reviews,
                    dealings);
        }

        Budget with(PSet<PaymentId> next) {
            return new Budget(
                    terms,
                    plans,
                    lines,
                    contributions,
                    accounts,
                    necessities,
                    recharges,
                    next,
                    lifecycle,
                    funding,
                    spends,
                    reclaims,
                    reviews,
                    dealings);
        }

        Budget with(Lifecycle next) {
            return new Budget(
                    terms,
                    plans,
                    lines,
                    contributions,
                    accounts,
                    necessities,
                    recharges,
                    credited,
                    next,
                    funding,
                    spends,
                    reclaims,
                    reviews,
                    dealings);
        }

        Budget with(Funding next) {
            return new Budget(
                    terms,
                    plans,
                    lines,
                    contributions,
                    accounts,
                    necessities,
                    recharges,
                    credited,
                    lifecycle,
                    next,
                    spends,
                    reclaims,
                    reviews,
                    dealings);
        }

        Budget with(Spends next) {
            return new Budget(
                    terms,
                    plans,
                    lines,
                    contributions,
                    accounts,
                    necessities,
                    recharges,
                    credited,
                    lifecycle,
                    funding,
                    next,
                    reclaims,
                    reviews,
                    dealings);
        }

        Budget with(Reclaims next) {
            return new Budget(
                    terms,
                    plans,
                    lines,
                    contributions,
                    accounts,
                    necessities,
                    recharges,
                    credited,
                    lifecycle,
                    funding,
                    spends,
                    next,
                    reviews,
                    dealings);
        }

        Budget with(Reviews next) {
            return new Budget(
                    terms,
                    plans,
                    lines,
                    contributions,
                    accounts,
                    necessities,
                    recharges,
                    credited,
                    lifecycle,
                    funding,
                    spends,
                    reclaims,
                    next,
                    dealings);
        }

        Budget with(Dealings next) {
            return new Budget(
                    terms,
                    plans,
                    lines,
                    contributions,
                    accounts,
                    necessities,
                    recharges,
                    credited,
                    lifecycle,
                    funding,
                    spends,
                    reclaims,
                    reviews,
                    next);
        }

        /** What suppliers owe back. */
        Recoveries recoveries() {
            return dealings.recoveries();
        }

        /** What suppliers hand in. */
        Invoices invoices() {
            return dealings.invoices();
        }

        Budget with(Recoveries next) {
            return with(new Dealings(next, dealings.invoices()));
        }

        Budget with(Invoices next) {
            return with(new Dealings(dealings.recoveries(), next));
        }
    }
}
