package org.personalbudget.ledger.postings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.Source;

/** A journal entry in the making. Equal lines are added up, and a negative amount changes sides. */
final class Draft {

    private record Key(
            Account account,
            Source source,
            Funder book,
            @Nullable PaymentId ringFence,
            Subject about) {}

    private final @Nullable BudgetId budget;
    private final When when;
    private final @Nullable PeriodId servicePeriod;
    private final Map<Key, Money> debits = new LinkedHashMap<>();

    Draft(@Nullable BudgetId budget, When when, @Nullable PeriodId servicePeriod) {
        this.budget = budget;
        this.when = when;
        this.servicePeriod = servicePeriod;
    }

    /** Debits one account and credits the other with every part of the amount. */
    Draft post(Account debit, Account credit, Split split, Subject about) {
        for (Part part : split.parts()) add(debit, part, part.amount(), about);
        for (Part part : split.parts()) add(credit, part, part.amount().negated(), about);
        return this;
    }

    /** The same where the two sides are not about the same. */
    Draft post(Account debit, Subject debited, Account credit, Subject credited, Split split) {
        for (Part part : split.parts()) add(debit, part, part.amount(), debited);
        for (Part part : split.parts()) add(credit, part, part.amount().negated(), credited);
        return this;
    }

    /**
     * The same for what is not the lead's: the part that a co-funder bears. The person's contribution is in a council's
     * book, and still nothing that this council owes.
     */
    Draft postCoFunders(Account debit, Account credit, Split split, Funder lead, Subject about) {
        List<Part> others = split.parts().stream()
                .filter(part -> part.book() != lead && part.source() != Source.CLIENT)
                .toList();
        return post(debit, credit, new Split(others), about);
    }

    Draft debit(Account account, Part part, Subject about) {
        add(account, part, part.amount(), about);
        return this;
    }

    Draft credit(Account account, Part part, Subject about) {
        add(account, part, part.amount().negated(), about);
        return this;
    }

    private void add(Account account, Part part, Money amount, Subject about) {
        debits.merge(keyOf(account, part, about), amount, Money::plus);
    }

    private static Key keyOf(Account account, Part part, Subject about) {
        return switch (account.grain()) {
            case SOURCE -> new Key(account, part.source(), part.book(), part.ringFence(), about);
            case BOOK -> new Key(account, part.book().source(), part.book(), null, about);
        };
    }

    /** The entry, or none if nothing is left to post. */
    List<JournalEntry> entries() {
        List<JournalLine> lines = debits.entrySet().stream()
                .filter(entry -> !entry.getValue().isZero())
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
        if (lines.isEmpty()) return List.of();
        return List.of(new JournalEntry(budget, when.effectiveOn(), when.postingPeriod(), servicePeriod, lines));
    }

    private static JournalLine line(Key key, Money debit) {
        return new JournalLine(
                key.account,
                key.source,
                key.book,
                key.ringFence,
                debit.atLeastZero(),
                debit.negated().atLeastZero(),
                key.about);
    }
}
