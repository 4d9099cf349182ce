package org.personalbudget.ledger.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.postings.Account;
import org.personalbudget.ledger.postings.JournalEntry;
import org.personalbudget.ledger.postings.JournalLine;
import org.personalbudget.ledger.postings.Postings;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.Source;

/** The journal of some events, and balances in it: debits less credits. */
public record Books(List<JournalLine> lines) {

    public static Books of(List<? extends Event> events) {
        return new Books(events.stream()
                .flatMap(event -> Postings.of(event).stream())
                .flatMap(entry -> entry.lines().stream())
                .toList());
    }

    /** Debits less credits of an account, in pounds. */
    public String balance(int account) {
        return sum(line -> line.account().code() == account);
    }

    public String balance(int account, Source source) {
        return sum(line -> line.account().code() == account && line.source() == source);
    }

    public String balance(int account, Funder book, Source source) {
        return sum(line -> line.account().code() == account && line.book() == book && line.source() == source);
    }

    public String balance(int account, Funder book) {
        return sum(line -> line.account().code() == account && line.book() == book);
    }

    private String sum(Predicate<JournalLine> which) {
        return lines.stream()
                .filter(which)
                .map(line -> line.debit().minus(line.credit()))
                .reduce(Money.ZERO, Money::plus)
                .toString();
    }

    /** Every account that does not stand at zero, as {@code "1200 66.00"}. */
    public List<String> balances() {
        Map<Integer, Money> sums = new TreeMap<>();
        for (JournalLine line : lines) {
            sums.merge(line.account().code(), line.debit().minus(line.credit()), Money::plus);
        }
        return sums.entrySet().stream()
                .filter(sum -> !sum.getValue().isZero())
                .map(sum -> sum.getKey() + " " + sum.getValue())
                .toList();
    }

    /**
     * Each entry balances in every book (law 1), and so do its memorandum lines among themselves: 9000 is always 9010,
     * 9100 and 9200 together.
     */
    static void requireLawful(List<? extends Event> events) {
        for (Event event : events) {
            for (JournalEntry entry : Postings.of(event)) {
                Books memorandum = new Books(
                        entry.lines().stream().filter(Books::isMemorandum).toList());
                Books real = new Books(entry.lines().stream()
                        .filter(line -> !isMemorandum(line))
                        .toList());
                for (Funder book : Funder.values()) {
                    assertThat(real.sum(line -> line.book() == book))
                            .as("%s in %s", event, book)
                            .isEqualTo("0.00");
                    assertThat(memorandum.sum(line -> line.book() == book))
                            .as("memorandum of %s in %s", event, book)
                            .isEqualTo("0.00");
                }
            }
        }
    }

    private static boolean isMemorandum(JournalLine line) {
        return line.account().kind() == Account.Kind.MEMORANDUM;
    }
}
