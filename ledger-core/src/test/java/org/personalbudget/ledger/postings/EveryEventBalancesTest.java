package org.personalbudget.ledger.postings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.personalbudget.ledger.budget.BudgetEvent.CommitmentsPlaced;
import org.personalbudget.ledger.budget.BudgetEvent.PeriodsAllocated;
import org.personalbudget.ledger.budget.LineAmount;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Split;
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

    /**
     * Law 8 is guarded by the periods that an event says it is posted in. Most have one date; whatever has dates further
     * inside is made with two here, and has to name both.
     */
    @Test
    void anEventNamesEveryPeriodItIsPostedIn() {
        List<Class<?>> several = SampleEvents.of(Variant.FULL).stream()
                .<Class<?>>map(Event::getClass)
                .filter(event ->
                        Stream.of(event.getRecordComponents()).anyMatch(EveryEventBalancesTest::hasDatesInside))
                .toList();
        assertThat(several).containsExactlyInAnyOrder(PeriodsAllocated.class, CommitmentsPlaced.class);

        PeriodId early = new PeriodId(2025, 2);
        PeriodId late = new PeriodId(2025, 4);
        var when = new When(LocalDate.of(2025, 6, 2), new PeriodId(2025, 3));
        List<LineAmount> amounts = Stream.of(early, late)
                .map(period -> new LineAmount(
                        new When(LocalDate.of(2025, 6, 2), period), period, null, null, null, Split.NOTHING))
                .toList();
        var budget = new BudgetId(new UUID(1, 1));
        assertThat(new PeriodsAllocated(budget, when, 1, amounts).postingPeriods())
                .containsOnly(early, late);
        assertThat(new CommitmentsPlaced(budget, when, 1, amounts).postingPeriods())
                .containsOnly(early, late);
    }

    private static boolean hasDatesInside(RecordComponent component) {
        return component.getType() != When.class && mentionsDates(component.getGenericType());
    }

    private static boolean mentionsDates(Type type) {
        if (type instanceof ParameterizedType of) {
            return Stream.of(of.getActualTypeArguments()).anyMatch(EveryEventBalancesTest::mentionsDates);
        }
        if (type == When.class) return true;
        return type instanceof Class<?> record
                && record.isRecord()
                && Stream.of(record.getRecordComponents()).anyMatch(part -> mentionsDates(part.getGenericType()));
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
