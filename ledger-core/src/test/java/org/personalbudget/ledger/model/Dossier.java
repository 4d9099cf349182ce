package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.RechargeId;

/** All that the model knows of one budget. Plain data, changed only after the ledger has agreed. */
final class Dossier {

    final AllocateBudget terms;
    final ActorId proposer;
    final BigDecimal weekly;
    final Books books = new Books();
    final List<Proposal> proposals = new ArrayList<>();
    final List<Proposal> approvals = new ArrayList<>();
    final List<Assessment> assessments = new ArrayList<>();
    final Map<AccountId, Custody> accounts = new LinkedHashMap<>();
    final Map<Cell, Standing> cells = new HashMap<>();
    final TreeMap<PeriodId, BigDecimal> contributionsRaised = new TreeMap<>();
    final List<DecideNecessity> necessities = new ArrayList<>();
    final Map<PaymentId, Instruction> payments = new LinkedHashMap<>();
    final Map<Funder, BigDecimal> rechargeable = new EnumMap<>(Funder.class);
    final Map<RechargeId, Recharge> recharges = new LinkedHashMap<>();

    @Nullable
    PeriodId furthest;

    Dossier(AllocateBudget terms, ActorId proposer) {
        this.terms = terms;
        this.proposer = proposer;
        this.weekly = Sums.pounds(terms.weekly());
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

    record Cell(@Nullable LineId line, PeriodId period) {}

    static final class Standing {
        BigDecimal allocated = Sums.NIL;
        BigDecimal committed = Sums.NIL;
        BigDecimal consumed = Sums.NIL;

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
        BACK
    }

    static final class Instruction {
        final PaymentId id;
        final @Nullable Custody account;
        final boolean provider;
        final Amounts split;
        final ActorId instructor;
        final PeriodId period;
        final @Nullable LineId line;
        Whereabouts where = Whereabouts.WITH_COUNCIL;

        @Nullable
        ActorId reissuer;

        @Nullable
        Whereabouts cameBackFrom;

        Instruction(
                PaymentId id,
                @Nullable Custody account,
                boolean provider,
                Amounts split,
                ActorId instructor,
                PeriodId period,
                @Nullable LineId line) {
            this.id = id;
            this.account = account;
            this.provider = provider;
            this.split = split;
            this.instructor = instructor;
            this.period = period;
            this.line = line;
        }

        boolean onCard() {
            return !provider && account != null && account.opened.kind() == AccountKind.PREPAID_CARD;
        }

        boolean fromAccount() {
            return provider && account != null;
        }
    }

    static final class Recharge {
        final Funder funder;
        BigDecimal outstanding;

        Recharge(Funder funder, BigDecimal outstanding) {
            this.funder = funder;
            this.outstanding = outstanding;
        }
    }

    Funder lead() {
        return terms.funders().getFirst().funder();
    }

    /** The council that charges the person, if a council is among the funders. */
    Optional<Funder> council() {
        for (FunderShare share : terms.funders()) {
            if (share.funder() == Funder.LA || share.funder() == Funder.LA_CHILDREN) return Optional.of(share.funder());
        }
        return Optional.empty();
    }

    Optional<Proposal> planOn(LocalDate day) {
        Proposal last = null;
        for (Proposal each : approvals) if (!each.plan.effectiveFrom().isAfter(day)) last = each;
        return Optional.ofNullable(last);
    }

    Optional<LocalDate> firstDay() {
        return approvals.stream().map(each -> each.plan.effectiveFrom()).min(LocalDate::compareTo);
    }

    Standing cell(@Nullable LineId line, PeriodId period) {
        return cells.computeIfAbsent(new Cell(line, period), _ -> new Standing());
    }

    /** What stands on a line in a period, without making a place for it. */
    Standing look(@Nullable LineId line, PeriodId period) {
        return Objects.requireNonNullElseGet(cells.get(new Cell(line, period)), Standing::new);
    }

    Amounts shared(BigDecimal amount) {
        return Amounts.byShares(amount, terms.funders(), null);
    }
}
