package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetCommand.AllocateBudget;
import org.personalbudget.ledger.budget.BudgetCommand.DecideNecessity;
import org.personalbudget.ledger.budget.BudgetCommand.OpenAccount;
import org.personalbudget.ledger.budget.BudgetCommand.ProposePlan;
import org.personalbudget.ledger.budget.ChangeCommand.UpliftRates;
import org.personalbudget.ledger.budget.InstalmentKind;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.RechargeId;
import org.personalbudget.ledger.terms.ReviewId;
import org.personalbudget.ledger.terms.SpendId;
import org.personalbudget.ledger.terms.SupplierRefundId;

/** All that the model knows of one budget. Plain data, changed only after the ledger has agreed. */
final class Dossier {

    final AllocateBudget terms;
    final ActorId proposer;
    final Books books = new Books();
    final List<Proposal> proposals = new ArrayList<>();
    final Map<AccountId, Custody> accounts = new LinkedHashMap<>();
    final Map<Cell, Standing> cells = new HashMap<>();
    final TreeMap<PeriodId, Due> dues = new TreeMap<>();
    /** By the day it fell due, what of the contribution was unpaid when the budget came from an old system. */
    final TreeMap<LocalDate, BigDecimal> broughtForward = new TreeMap<>();

    final List<DecideNecessity> necessities = new ArrayList<>();
    final Map<PaymentId, Instruction> payments = new LinkedHashMap<>();
    final Map<Funder, BigDecimal> rechargeable = new EnumMap<>(Funder.class);
    /** By co-funder, what it owes since it was credited to an account, and has not been asked for. */
    final Map<Funder, BigDecimal> advances = new EnumMap<>(Funder.class);

    final Map<SpendId, Bought> spends = new LinkedHashMap<>();
    final Watch watch = new Watch();
    final Map<PaymentId, List<RecoveryRules.Supplied>> supplied = new LinkedHashMap<>();
    final Map<SupplierRefundId, RecoveryRules.OwedBack> owedBack = new LinkedHashMap<>();
    final Map<RechargeId, Recharge> recharges = new LinkedHashMap<>();
    /** By co-funder, what it has paid in advance and nothing was settled from yet. */
    final Map<Funder, BigDecimal> prepaid = new EnumMap<>(Funder.class);
    /** The accounts and periods for which a regular instalment has been approved. */
    final Set<Paid> regulars = new LinkedHashSet<>();

    /** What was approved for a period of which the person's contribution took all, so that no payment was made of it. */
    final Map<Paid, BigDecimal> eaten = new HashMap<>();

    final Map<Paid, BigDecimal> released = new HashMap<>();
    final Map<Paid, BigDecimal> saidOver = new HashMap<>();
    final Map<BatchId, BigDecimal> cuts = new LinkedHashMap<>();
    final Set<BatchId> uplifts = new HashSet<>();
    final Set<ReviewId> reassessments = new LinkedHashSet<>();

    /** What the person is to be paid back of what had been due, and no refund has been instructed for. */
    BigDecimal refundOwed = Sums.NIL;

    /** The bank has said that the person died, and nobody has found out. */
    boolean deathAsked;

    Course course;

    final Claims claims = new Claims();
    final Outgoings outgoings = new Outgoings();

    @Nullable
    PeriodId furthest;

    Dossier(AllocateBudget terms, ActorId proposer) {
        this.terms = terms;
        this.proposer = proposer;
        this.course = Course.of(terms);
    }

    /** How far a plan has got, in the model's words. */
    enum Fate {
        OPEN,
        WITH_PANEL,
        IN_FORCE,
        DEAD
    }

    static final class Proposal {
        final int version;
        final ProposePlan plan;
        final ActorId proposer;
        Fate fate = Fate.OPEN;

        /** The dearer prices that this plan is about, if it is about any. */
        @Nullable
        UpliftRates uplift;

        Proposal(int version, ProposePlan plan, ActorId proposer) {
            this.version = version;
            this.plan = plan;
            this.proposer = proposer;
        }

        Optional<PlanLine> line(LineId id) {
            return plan.lines().stream().filter(line -> line.id().equals(id)).findFirst();
        }

        boolean knows(OutcomeId outcome) {
            return plan.outcomes().stream().anyMatch(each -> each.id().equals(outcome));
        }
    }

    record Assessment(BigDecimal weekly, LocalDate from) {}

    /** What the person owes for some days, and the account that kept it back, if one did. */
    record Due(BigDecimal amount, DateRange days, @Nullable Custody keeper) {

        Due of(BigDecimal now) {
            return new Due(now, days, keeper);
        }
    }

    /** What is paid for a period into an account. */
    record Paid(AccountId account, PeriodId period) {}

    /** Called off, and not to be paid before it is approved anew. */
    final Set<Paid> calledOff = new HashSet<>();

    final Map<Cell, AccrualRules.Accrued> accrued = new HashMap<>();
    /** By line and period, the days of service for which providers have sent bills. */
    final Map<Cell, Set<LocalDate>> billed = new HashMap<>();

    final Map<InvoiceId, Bill> bills = new LinkedHashMap<>();
    /** By line and period, what was ordered and will never be paid for. */
    final Map<Cell, BigDecimal> lapsed = new HashMap<>();

    final Map<Bill.VisitKey, Bill.Visited> visits = new LinkedHashMap<>();

    /** The day on which this is looked at. */
    LocalDate today = LocalDate.MIN;

    record Cell(@Nullable LineId line, PeriodId period) {}

    static final class Standing {
        BigDecimal allocated = Sums.NIL;
        BigDecimal committed = Sums.NIL;
        BigDecimal consumed = Sums.NIL;
        /** The same by who bears it. */
        final Amounts allocatedBy = new Amounts();

        final Amounts committedBy = new Amounts();
        /** What of what is committed was paid into pools, and is no order. */
        BigDecimal pooled = Sums.NIL;

        BigDecimal ordered() {
            return committed.subtract(pooled);
        }

        BigDecimal unused() {
            return Sums.atLeastNil(allocated.subtract(committed).subtract(consumed));
        }
    }

    /** An account, and what it may still spend by source: credits less spends less what is authorised from it. */
    static final class Custody {
        final AccountId id;
        final OpenAccount opened;
        final Amounts pots = new Amounts();
        final Set<PaymentId> fences = new HashSet<>();
        /** What was kept back of its instalments, and what the person paid in. */
        BigDecimal keptBack = Sums.NIL;

        BigDecimal paidIn = Sums.NIL;
        /** By effective date, how much more of its free money is there, and not authorised to be paid from it. */
        final Map<LocalDate, BigDecimal> freeByDay = new HashMap<>();

        Custody(AccountId id, OpenAccount opened) {
            this.id = id;
            this.opened = opened;
        }

        int code() {
            return switch (opened.kind()) {
                case DIRECT_PAYMENT -> 1200;
                case PREPAID_CARD -> 1205;
                case MANAGED_ACCOUNT -> 1215;
                case INDIVIDUAL_SERVICE_FUND -> 1220;
                case COUNCIL_MANAGED, NOTIONAL -> 0;
            };
        }

        void put(Amounts amounts, LocalDate on) {
            pots.addAll(amounts);
            amounts.each((pot, amount) -> {
                if (pot.free() && pot.isPublic()) freeByDay.merge(on, amount, BigDecimal::add);
            });
        }

        void take(Amounts amounts, LocalDate on) {
            put(new Amounts().takeAll(amounts), on);
        }

        /** All of it that is public: the holder's own money is never counted. */
        BigDecimal held() {
            return pots.publicOnly().total();
        }

        boolean holdsMoney() {
            return code() != 0;
        }
    }

    /** Where the money of a payment is, in the model's words. */
    enum Whereabouts {
        WITH_COUNCIL,
        ON_ITS_WAY,
        OUT_OF_BANK,
        IN_ACCOUNT,
        WITH_PROVIDER,
        BACK,
        CALLED_OFF
    }

    static final class Instruction {
        final PaymentId id;
        final @Nullable Custody account;
        final boolean provider;
        final Amounts split;
        final @Nullable InstalmentKind kind;
        final ActorId instructor;
        final PeriodId period;
        final @Nullable LineId line;
        /** What an instalment is of the cost of its period, and what of it stayed in the account to pay a demand. */
        BigDecimal gross = Sums.NIL;

        BigDecimal stayed = Sums.NIL;
        /** What of it did not even stay there, because it made misuse good. */
        BigDecimal gone = Sums.NIL;

        Whereabouts where = Whereabouts.WITH_COUNCIL;
        int attempt = 1;

        @Nullable
        ActorId reissuer;

        @Nullable
        Whereabouts cameBackFrom;

        Instruction(
                PaymentId id,
                @Nullable Custody account,
                boolean provider,
                Amounts split,
                @Nullable InstalmentKind kind,
                ActorId instructor,
                PeriodId period,
                @Nullable LineId line) {
            this.id = id;
            this.account = account;
            this.provider = provider;
            this.split = split;
            this.kind = kind;
            this.instructor = instructor;
            this.period = period;
            this.line = line;
        }

        boolean onCard() {
            return !provider && account != null && account.opened.kind() == AccountKind.PREPAID_CARD;
        }

        /** A contribution that is paid back. */
        boolean isRefund() {
            return !provider && kind == null;
        }

        boolean isFor(Paid what) {
            boolean instalment = kind == InstalmentKind.REGULAR || kind == InstalmentKind.ADJUSTMENT;
            return instalment && account != null && account.id.equals(what.account()) && period.equals(what.period());
        }

        boolean isCalledOff() {
            return where == Whereabouts.CALLED_OFF;
        }

        boolean isOpen() {
            return where == Whereabouts.WITH_COUNCIL;
        }

        boolean fromAccount() {
            return provider && account != null;
        }
    }

    static final class Recharge {
        final Funder funder;
        BigDecimal outstanding;
        /** What of it may be asked back: not what is in accounts, and not what was paid. */
        BigDecimal reducible;

        Recharge(Funder funder, BigDecimal outstanding, BigDecimal reducible) {
            this.funder = funder;
            this.outstanding = outstanding;
            this.reducible = reducible;
        }

        void pay(BigDecimal amount) {
            outstanding = outstanding.subtract(amount);
            reducible = reducible.min(outstanding);
        }
    }

    Funder lead() {
        return terms.funders().getFirst().funder();
    }

    /** The council that charges the person, if a council is or was among the funders. */
    Optional<Funder> council() {
        return course.council();
    }

    Optional<Proposal> planOn(LocalDate day) {
        return course.planOn(day);
    }

    boolean hasPlan() {
        return !course.approvals().isEmpty();
    }

    Standing cell(@Nullable LineId line, PeriodId period) {
        return cells.computeIfAbsent(new Cell(line, period), _ -> new Standing());
    }

    /** What stands on a line in a period, without making a place for it. */
    Standing look(@Nullable LineId line, PeriodId period) {
        return Objects.requireNonNullElseGet(cells.get(new Cell(line, period)), Standing::new);
    }

    /** An amount by the shares of one day. */
    Amounts shared(BigDecimal amount, LocalDate day) {
        return Amounts.byShares(amount, course.fundersOn(day), null);
    }

    /** The last day for which an account pays, if there is one. */
    @Nullable
    LocalDate lastDayOf(Custody account) {
        return course.account(account.id).orElseThrow().lastDay();
    }

    /** What an account has been or is to be paid for a period, with what of it was the person's and is now public. */
    BigDecimal paid(Paid what) {
        BigDecimal sum = released.getOrDefault(what, Sums.NIL).subtract(claims.taken.getOrDefault(what, Sums.NIL));
        for (Instruction each : payments.values())
            if (each.isFor(what)) sum = sum.add(each.split.total()).add(each.stayed);
        return sum;
    }

    /** What the person has paid of what was due or beyond, and has not been promised back. */
    BigDecimal contributed() {
        return due().subtract(outstanding()).subtract(claims.letOff);
    }

    /** What of that was not promised back out of a surplus either. */
    BigDecimal kept() {
        return Sums.atLeastNil(contributed().subtract(claims.promised));
    }

    /** What fell due in all. */
    BigDecimal due() {
        return Sums.sum(dues.values().stream().map(Due::amount).toList()).add(Sums.sum(broughtForward.values()));
    }

    /** What the person still owes; negative where more was paid than was due. */
    BigDecimal outstanding() {
        return books.total(1300);
    }
}
