package org.personalbudget.ops.http.takeons;

import static org.personalbudget.ops.http.takeons.TakeOnColumns.*;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.OpenItem;
import org.personalbudget.ledger.budget.PlanLine;
import org.personalbudget.ledger.budget.TakenAccount;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.SupplierRef;
import org.personalbudget.ledger.terms.Units;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.payments.csv.CsvRow;

/** Reads one row of each kind. What is wrong with it gathers in the fields, under the name of the column. */
final class RowReader {

    private static final int LONGEST_STATEMENT = 2_000;

    private RowReader() {}

    private enum YesOrNo {
        NO,
        YES
    }

    /** What the person wants to achieve, in words. */
    record Statement(OutcomeId outcome, String words) {}

    /** An account and what it is called in the file: by a name of its own, else by its kind. */
    record Holding(String name, TakenAccount account) {
        Holding with(Split more) {
            return new Holding(
                    name,
                    new TakenAccount(
                            account.kind(),
                            account.method(),
                            account.holder(),
                            account.balances().plus(more)));
        }
    }

    /** Money of one source in an account. */
    record Balance(Part part) {}

    /** @param chargesCarers whether the policy asks carers for contributions */
    static TakenTerms terms(Fields fields, CsvRow row, boolean chargesCarers) {
        TakenTerms terms = new TakenTerms(
                new PersonRef(fields.code(PERSON, row.get(PERSON))),
                fields.oneOf(CARE_GROUP, row.get(CARE_GROUP), CareGroup.class),
                fields.oneOf(AFTERCARE, row.get(AFTERCARE), YesOrNo.class, YesOrNo.NO) == YesOrNo.YES,
                positive(fields, WEEKLY, row.get(WEEKLY)),
                FunderShares.read(fields, FUNDERS, row.get(FUNDERS)),
                fields.oneOf(RISK_TIER, row.get(RISK_TIER), RiskTier.class, RiskTier.LOW),
                fields.optionalMoney(CONTRIBUTION, row.get(CONTRIBUTION)));
        FunderShares.checkContribution(fields, CONTRIBUTION, terms, chargesCarers);
        return terms;
    }

    static Statement outcome(Fields fields, CsvRow row) {
        return new Statement(
                new OutcomeId(fields.code(OUTCOME, row.get(OUTCOME))),
                fields.text(STATEMENT, row.get(STATEMENT), LONGEST_STATEMENT));
    }

    static PlanLine line(Fields fields, CsvRow row, Set<OutcomeId> outcomes) {
        String outcome = fields.optionalCode(OUTCOME, row.get(OUTCOME));
        String supplier = fields.optionalCode(SUPPLIER, row.get(SUPPLIER));
        PlanLine line = new PlanLine(
                new LineId(fields.code(LINE, row.get(LINE))),
                fields.oneOf(KIND, row.get(KIND), PlanLine.Kind.class),
                fields.oneOf(CATEGORY, row.get(CATEGORY), Category.class),
                outcome == null ? null : new OutcomeId(outcome),
                positive(fields, WEEKLY, row.get(WEEKLY)),
                fields.optionalUnits(UNITS, row.get(UNITS)),
                fields.optionalMoney(RATE, row.get(RATE)),
                supplier == null ? null : SupplierId.of(new SupplierRef(supplier)));
        checkOutcome(fields, line, outcomes);
        checkPrice(fields, line);
        return line;
    }

    private static void checkOutcome(Fields fields, PlanLine line, Set<OutcomeId> outcomes) {
        if (line.outcome() == null && line.kind() == PlanLine.Kind.OUTCOME) {
            fields.wrong(OUTCOME, "missing-field", "is missing: an OUTCOME line serves an outcome");
        } else if (line.outcome() != null && !outcomes.contains(line.outcome())) {
            fields.wrong(OUTCOME, "unknown-outcome", "names no outcome of this budget");
        }
    }

    private static void checkPrice(Fields fields, PlanLine line) {
        Units units = line.unitsPerWeek();
        Money rate = line.unitRate();
        if (units == null && rate == null) return;
        if (units == null || rate == null) {
            fields.wrong(units == null ? UNITS : RATE, "missing-field", "is missing: units and rate come together");
            return;
        }
        Money product = rate.times(units.quantity());
        if (!product.equals(line.weekly())) {
            fields.wrong(WEEKLY, "does-not-multiply", "is " + line.weekly() + ", and units times rate " + product);
        }
    }

    static Holding account(Fields fields, CsvRow row) {
        AccountKind kind = fields.oneOf(KIND, row.get(KIND), AccountKind.class);
        ContributionMethod method = fields.oneOf(METHOD, row.get(METHOD), ContributionMethod.class);
        String holder = fields.optionalCode(HOLDER, row.get(HOLDER));
        boolean personal = kind == AccountKind.DIRECT_PAYMENT || kind == AccountKind.PREPAID_CARD;
        if (holder == null && personal) fields.wrong(HOLDER, "missing-field", "is missing: " + kind + " has a holder");
        if (holder != null && !kind.holdsMoney()) {
            fields.wrong(HOLDER, "holder-not-allowed", "must be empty: " + kind + " holds no money");
        }
        String name = fields.optionalCode(ACCOUNT, row.get(ACCOUNT));
        return new Holding(
                name == null ? kind.name() : name,
                new TakenAccount(kind, method, holder == null ? null : new PersonRef(holder), Split.NOTHING));
    }

    static Balance balance(Fields fields, CsvRow row, TakenTerms terms, boolean chargesCarers, Holding holding) {
        TakenAccount account = holding.account();
        Part part = part(fields, row, terms, chargesCarers);
        if (!account.kind().holdsMoney()) {
            fields.wrong(ACCOUNT, "holds-no-money", "is " + account.kind() + ", which holds no money");
        } else if (part.source() == Source.CLIENT && account.method() == ContributionMethod.GROSS) {
            fields.wrong(SOURCE, "not-of-account", "cannot be CLIENT: a GROSS account holds funders' money only");
        }
        return new Balance(part);
    }

    static OpenItem item(Fields fields, CsvRow row, TakenTerms terms, boolean chargesCarers) {
        OpenItem.Kind kind = fields.oneOf(KIND, row.get(KIND), OpenItem.Kind.class);
        LocalDate dueOn = fields.date(DUE_ON, row.get(DUE_ON));
        Part part = part(fields, row, terms, chargesCarers);
        boolean fits = switch (kind) {
            case CONTRIBUTION -> part.source() == Source.CLIENT;
            case RECLAIM, SUPPLIER_RECOVERY -> part.source() != Source.OWN;
            case CO_FUNDER -> part.source() == part.book().source() && part.book() != terms.lead();
        };
        if (!fits && fields.errors().isEmpty()) {
            fields.wrong(SOURCE, "not-of-item", "cannot be " + part.source() + " for a " + kind);
        }
        return new OpenItem(kind, dueOn, part);
    }

    /** Whose money it is: a funder's of this budget, the person's contribution, or the person's own. */
    private static Part part(Fields fields, CsvRow row, TakenTerms terms, boolean chargesCarers) {
        Source source = fields.oneOf(SOURCE, row.get(SOURCE), Source.class);
        Money amount = positive(fields, AMOUNT, row.get(AMOUNT));
        Funder book = book(source, terms);
        Optional<String> free = FunderShares.whyFree(terms, chargesCarers);
        if (source == Source.CLIENT && free.isPresent()) {
            fields.wrong(SOURCE, "not-chargeable", "cannot be CLIENT: " + free.get());
        } else if (book == null
                && row.get(SOURCE) != null
                && fields.errors().stream().noneMatch(it -> it.field().equals(SOURCE))) {
            fields.wrong(SOURCE, "not-of-budget", "is " + source + ", whose money this budget does not have");
        }
        return new Part(Objects.requireNonNullElse(book, terms.lead()), source, null, amount);
    }

    private static @Nullable Funder book(Source source, TakenTerms terms) {
        return switch (source) {
            case LA, LA_CHILDREN, ICB, EDUCATION, POOLED -> {
                Funder funder = Funder.valueOf(source.name());
                yield terms.isFundedBy(funder) ? funder : null;
            }
            case CLIENT -> terms.chargingCouncil().orElse(null);
            case OWN -> terms.lead();
            case UNKNOWN -> null;
        };
    }

    private static Money positive(Fields fields, String column, @Nullable String text) {
        Money amount = fields.money(column, text);
        boolean read = fields.errors().stream().noneMatch(it -> it.field().equals(column));
        if (read && !amount.isPositive()) fields.wrong(column, "not-positive", "must be more than nothing");
        return amount;
    }
}
