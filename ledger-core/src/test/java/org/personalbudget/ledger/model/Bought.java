package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.SpendReason;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.model.Amounts.Pot;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.Source;

/** A spend, and what has become of it: what is accepted, what is asked about, and what of the budget it uses. */
final class Bought {

    final Custody account;
    final LocalDate on;
    final PeriodId period;
    final ActorId recorder;
    final Amounts accepted = new Amounts();
    final Amounts asked = new Amounts();
    final Amounts used = new Amounts();
    final Set<SpendReason> rules = EnumSet.noneOf(SpendReason.class);
    Category category;

    @Nullable
    LineId line;

    /** The merchant's kind was excluded for good when it was bought. */
    boolean forbidden;

    boolean everAsked;
    boolean answered;
    LocalDate answerBy = LocalDate.MIN;

    @Nullable
    ActorId asker;

    Bought(Custody account, LocalDate on, PeriodId period, Category category, @Nullable LineId line, ActorId recorder) {
        this.account = account;
        this.on = on;
        this.period = period;
        this.category = category;
        this.line = line;
        this.recorder = recorder;
    }

    boolean isUnderQuery() {
        return asked.total().signum() > 0;
    }

    BigDecimal remaining() {
        return accepted.total().add(asked.total());
    }

    void ask(Set<SpendReason> about, LocalDate until, ActorId by) {
        rules.addAll(about);
        everAsked = true;
        answered = false;
        answerBy = until;
        asker = by;
    }

    /** This much of what remains, as it is made up: pence that are left over go to who lost most, the lead before others. */
    static Amounts part(Amounts whole, BigDecimal amount, Funder lead) {
        List<Pot> pots = new ArrayList<>();
        whole.each((pot, _) -> pots.add(pot));
        pots.sort(Comparator.comparing((Pot pot) -> pot.book() != lead)
                .thenComparing(Pot::book)
                .thenComparing(Pot::source)
                .thenComparing(Pot::free));
        List<BigDecimal> parts =
                Sums.apportion(amount, pots.stream().map(whole::at).toList());
        Amounts taken = new Amounts();
        for (int i = 0; i < pots.size(); i++) taken.add(pots.get(i), parts.get(i));
        return taken;
    }

    /** What co-funders bear of an amount, and had paid in advance: not the lead's, and not the person's own part. */
    static Amounts ofCoFunders(Amounts whole, Funder lead) {
        Amounts theirs = new Amounts();
        whole.each((pot, amount) -> {
            if (pot.book() != lead && pot.source() != Source.CLIENT) theirs.add(pot, amount);
        });
        return theirs;
    }
}
