package org.personalbudget.ledger.statement.ladder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.LineEffect;
import org.personalbudget.ledger.statement.LineEffect.FundsProgramme;
import org.personalbudget.ledger.statement.LineEffect.NotesDecline;
import org.personalbudget.ledger.statement.LineEffect.Returns;
import org.personalbudget.ledger.statement.LineEffect.Spends;
import org.personalbudget.ledger.statement.LineStatus;
import org.personalbudget.ledger.statement.MatchRule;
import org.personalbudget.ledger.statement.MatchedItem;
import org.personalbudget.ledger.statement.StatementAccount;
import org.personalbudget.ledger.statement.StatementLine;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Payee;

/**
 * Climbs the ladder: each rule goes through all lines that are still open before the next one does, so that a line is
 * never taken by a weaker rule from one that has a stronger claim. What no rule finds goes to the queue (R10).
 */
public final class Ladder {

    private final Terms terms;
    private final OpenItems items;
    private final Rungs rungs;
    private final List<Finding> found = new ArrayList<>();

    private Ladder(Terms terms, Collection<Candidate> candidates) {
        this.terms = terms;
        this.items = new OpenItems(candidates);
        this.rungs = new Rungs(items, terms);
    }

    /**
     * What these lines are, as far as the rules can tell.
     *
     * @param lines of one account that are not matched; pending ones are passed over
     */
    public static List<Finding> climb(Collection<WordedLine> lines, Collection<Candidate> candidates, Terms terms) {
        return new Ladder(terms, candidates).climb(lines);
    }

    private List<Finding> climb(Collection<WordedLine> lines) {
        List<WordedLine> open =
                lines.stream().filter(each -> each.line().booked()).toList();
        open = step(MatchRule.R1, open, rungs::endToEnd);
        open = step(MatchRule.R2, open, rungs::wholeFile);
        // What came back would else be taken for what is owed.
        open = step(MatchRule.R8, open, rungs::returned);
        open = step(MatchRule.R3, open, rungs::reference);
        open = step(MatchRule.R4, open, rungs::counterparty);
        open = step(MatchRule.R5, open, rungs::contribution);
        open = step(MatchRule.R6, open, rungs::several);
        open = by(MatchRule.R7, open, this::fee);
        open = by(MatchRule.R9, open, this::transfer);
        by(MatchRule.MERCHANT, open, this::merchant);
        by(MatchRule.DECLINED, lines, this::declined);
        return List.copyOf(found);
    }

    private List<WordedLine> step(
            MatchRule rule, List<WordedLine> open, Function<StatementLine, Optional<List<Candidate>>> rung) {
        List<WordedLine> left = new ArrayList<>();
        for (WordedLine each : open) {
            Optional<List<Candidate>> fitting = rung.apply(each.line());
            if (fitting.isEmpty()) {
                left.add(each);
                continue;
            }
            items.take(fitting.get());
            found.add(new Finding(each.line().number(), rule, itemsOf(each.line(), fitting.get())));
        }
        return left;
    }

    /** One item is all of the line, however often what is due goes into it. */
    private static List<MatchedItem> itemsOf(StatementLine line, List<Candidate> fitting) {
        if (fitting.size() == 1) {
            return List.of(
                    new MatchedItem(line.amount(), withReason(fitting.getFirst().effect(), line)));
        }
        return fitting.stream()
                .map(each -> new MatchedItem(each.amount(), each.effect()))
                .toList();
    }

    /** Why a payment came back, the line says. */
    private static LineEffect withReason(LineEffect effect, StatementLine line) {
        return effect instanceof Returns it && line.returned() != null
                ? new Returns(it.budget(), it.payment(), line.returned())
                : effect;
    }

    private List<WordedLine> by(
            MatchRule rule, Collection<WordedLine> open, Function<WordedLine, @Nullable LineEffect> pattern) {
        List<WordedLine> left = new ArrayList<>();
        for (WordedLine each : open) {
            LineEffect effect = pattern.apply(each);
            if (effect == null) left.add(each);
            else
                found.add(new Finding(
                        each.line().number(),
                        rule,
                        List.of(new MatchedItem(each.line().amount(), effect))));
        }
        return left;
    }

    /** R7: what leaves a custody account under the name of a fee is one. */
    private @Nullable LineEffect fee(WordedLine line) {
        boolean fee = line.line().amount().isNegative() && terms.fees().stream().anyMatch(line::says);
        return fee ? spend(Category.SUPPORT_FEE, line.line()) : null;
    }

    private @Nullable LineEffect merchant(WordedLine line) {
        Category category = line.line().merchant() == null
                ? null
                : terms.merchants().get(line.line().merchant());
        return category == null || !line.line().amount().isNegative() ? null : spend(category, line.line());
    }

    private @Nullable LineEffect spend(Category category, StatementLine line) {
        AccountId account = terms.account().custody().orElse(null);
        if (account == null || terms.budget() == null) return null;
        return new Spends(
                terms.budget(), account, category, null, null, null, Payee.UNRELATED, null, line.merchant(), true);
    }

    /** R9: between the council's bank and its card programme. Between custody accounts the ledger knows of it first. */
    private @Nullable LineEffect transfer(WordedLine line) {
        StatementAccount other = line.line().counterparty() == null
                ? null
                : terms.own().get(line.line().counterparty());
        boolean funding = (StatementAccount.BANK.equals(terms.account())
                        && StatementAccount.CARD_PROGRAMME.equals(other))
                || (StatementAccount.CARD_PROGRAMME.equals(terms.account()) && StatementAccount.BANK.equals(other));
        return funding ? new FundsProgramme() : null;
    }

    private @Nullable LineEffect declined(WordedLine line) {
        AccountId account = terms.account().custody().orElse(null);
        BudgetId budget = terms.budget();
        if (account == null || budget == null) return null;
        boolean noted = line.line().status() == LineStatus.DECLINED
                && !line.line().amount().equals(Money.ZERO);
        return noted ? new NotesDecline(budget, account, line.line().merchant()) : null;
    }
}
