package org.personalbudget.ledger.postings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.Source;
import org.personalbudget.ledger.testing.SampleEvents;
import org.personalbudget.ledger.testing.SampleEvents.Variant;

/** Law 1, for every event there is: whatever is posted balances, per book, per kind of account, and in total. */
class EveryEventBalancesTest {

    @TestFactory
    List<DynamicTest> everyEventBalances() {
        return SampleEvents.all().stream()
                .map(event -> DynamicTest.dynamicTest(event.getClass().getSimpleName(), () -> balances(event)))
                .toList();
    }

    private static void balances(Event event) {
        for (JournalEntry entry : Postings.of(event)) {
            assertThat(entry.lines()).isNotEmpty().allSatisfy(EveryEventBalancesTest::isOneSided);
            Map<Funder, Money> books = new EnumMap<>(Funder.class);
            Money memorandum = Money.ZERO;
            for (JournalLine line : entry.lines()) {
                Money amount = line.debit().minus(line.credit());
                books.merge(line.book(), amount, Money::plus);
                if (line.account().kind() == Account.Kind.MEMORANDUM) memorandum = memorandum.plus(amount);
            }
            assertThat(books.values()).containsOnly(Money.ZERO);
            assertThat(memorandum)
                    .as("memorandum accounts balance among themselves")
                    .isEqualTo(Money.ZERO);
        }
    }

    private static void isOneSided(JournalLine line) {
        assertThat(line.debit().isNegative() || line.credit().isNegative()).isFalse();
        assertThat(line.debit().isPositive()).isNotEqualTo(line.credit().isPositive());
    }

    @Test
    void aNegativeAmountChangesSides() {
        List<JournalLine> up = linesOf(Variant.FULL);
        List<JournalLine> down = linesOf(Variant.NEGATIVE);

        assertThat(up)
                .extracting(JournalLine::account, JournalLine::debit, JournalLine::credit)
                .containsExactlyElementsOf(down.stream()
                        .map(line -> tuple(line.account(), line.credit(), line.debit()))
                        .toList());
    }

    /** Without the branches that depend on who pays through what, which differ between the variants by design. */
    private static List<JournalLine> linesOf(Variant variant) {
        return SampleEvents.of(variant).stream()
                .filter(
                        event -> event.getClass()
                                .getSimpleName()
                                .matches(
                                        "PeriodsAllocated|OneOffAllocated|"
                                                + "CommitmentsPlaced|InstalmentApproved|ContributionFellDue|FunderRecharged|RechargePaid"))
                .flatMap(event -> Postings.of(event).stream())
                .flatMap(entry -> entry.lines().stream())
                .toList();
    }

    @Test
    void anEntryThatDoesNotBalanceInABookCannotBeMade() {
        JournalLine debit = line(Funder.LA, Money.of("1.00"), Money.ZERO);
        JournalLine credit = line(Funder.ICB, Money.ZERO, Money.of("1.00"));

        assertThatThrownBy(() -> new JournalEntry(
                        new BudgetId(new java.util.UUID(0, 1)),
                        LocalDate.EPOCH,
                        new PeriodId(2025, 1),
                        null,
                        List.of(debit, credit)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("out of balance by 1.00");
    }

    private static JournalLine line(Funder book, Money debit, Money credit) {
        return new JournalLine(Account.BANK, Source.LA, book, null, debit, credit, Subject.NONE);
    }

    @Test
    void anEventOfNoFamilyIsRefused() {
        Event stranger = new Event() {
            @Override
            public org.personalbudget.ledger.kernel.StreamId stream() {
                throw new UnsupportedOperationException();
            }

            @Override
            public org.personalbudget.ledger.kernel.When when() {
                throw new UnsupportedOperationException();
            }
        };

        assertThatThrownBy(() -> Postings.of(stranger)).isInstanceOf(IllegalArgumentException.class);
    }
}
