package org.personalbudget.ledger.statement.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.LineDigest;
import org.personalbudget.ledger.statement.LineEffect;
import org.personalbudget.ledger.statement.LineStatus;
import org.personalbudget.ledger.statement.StatementAccount;
import org.personalbudget.ledger.statement.StatementLine;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.MerchantCode;

/** What a line is found to be, rule by rule, and what is left for a person. */
class LadderTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 6, 2);
    private static final BudgetId ONE = new BudgetId(new UUID(0, 1));
    private static final BudgetId TWO = new BudgetId(new UUID(0, 2));
    private static final AccountId CUSTODY = new AccountId(new UUID(0, 9));
    private static final StatementAccount HELD = StatementAccount.of(CUSTODY);

    @Test
    void r1TheEndToEndIdAndTheAmount() {
        Candidate paid = payment("a", -100, MONDAY).quoted("E2E").make();
        assertThat(found(line(-100, MONDAY.plusDays(40)).endToEnd("E2E"), paid)).isEqualTo("R1 a");
        assertThat(found(line(-101, MONDAY).endToEnd("E2E"), paid)).isEqualTo("queue");
        assertThat(found(line(-100, MONDAY).endToEnd("ELSE"), paid)).isEqualTo("queue");
    }

    @Test
    void r2AFileOfPaymentsByOneDebit() {
        Candidate[] file = {
            payment("a", -100, MONDAY).file("F").make(),
            payment("b", -250, MONDAY).file("F").make(),
            payment("c", -50, MONDAY).file("G").make()
        };
        assertThat(found(line(-350, MONDAY).file("F"), file)).isEqualTo("R2 a,b");
        assertThat(found(line(-350, MONDAY), file)).isEqualTo("R2 a,b");
        assertThat(found(line(-349, MONDAY).file("F"), file)).isEqualTo("queue");
        assertThat(found(line(-350, MONDAY.plusDays(9)), file)).isEqualTo("queue");
        Candidate alone = payment("d", -350, MONDAY).make();
        assertThat(found(line(-350, MONDAY), file[0], file[1], alone)).isEqualTo("queue");
        assertThat(found(line(-350, MONDAY).file("F"), file[0], file[1], alone)).isEqualTo("R2 a,b");
        assertThat(found(line(-50, MONDAY), file)).isEqualTo("R2 c");
        assertThat(found(line(-50, MONDAY), file[2], payment("e", -50, MONDAY).make()))
                .isEqualTo("queue");
    }

    @Test
    void r3ReferenceAmountAndDateWithinThreeWorkingDays() {
        Candidate paid = payment("a", -100, MONDAY).quoted("REF1").make();
        assertThat(found(line(-100, MONDAY.plusDays(3)).quoting("REF1"), paid)).isEqualTo("R3 a");
        assertThat(found(line(-100, MONDAY.plusDays(4)).quoting("REF1"), paid)).isEqualTo("queue");
        LocalDate friday = MONDAY.plusDays(4);
        Candidate late = payment("a", -100, friday).quoted("REF1").make();
        assertThat(found(line(-100, friday.plusDays(5)).quoting("REF1"), late)).isEqualTo("R3 a");
        assertThat(found(line(-100, friday.plusDays(6)).quoting("REF1"), late)).isEqualTo("queue");
    }

    @Test
    void r3WhatTheLedgerHasNeedsNoReferenceWhereNothingElseIsOfThatAmount() {
        Candidate there = candidate("m", CandidateKind.MOVEMENT, -100, MONDAY).make();
        Candidate too =
                candidate("n", CandidateKind.MOVEMENT, -100, MONDAY).budget(TWO).make();
        assertThat(found(line(-100, MONDAY), there)).isEqualTo("R3 m");
        assertThat(found(line(-100, MONDAY), there, too)).isEqualTo("queue");
        assertThat(found(line(-100, MONDAY), payment("a", -100, MONDAY).make())).isEqualTo("queue");
    }

    @Test
    void r4AmountAndAKnownAccountWithinFiveWorkingDays() {
        Candidate paid = payment("a", -100, MONDAY).known("ACC").make();
        assertThat(found(line(-100, MONDAY.plusDays(7)).of("ACC"), paid)).isEqualTo("R4 a");
        assertThat(found(line(-100, MONDAY.plusDays(8)).of("ACC"), paid)).isEqualTo("queue");
        Candidate older = payment("b", -100, MONDAY.minusDays(3)).known("ACC").make();
        assertThat(found(line(-100, MONDAY).of("ACC"), paid, older))
                .as("alike: the oldest")
                .isEqualTo("R4 b");
        Candidate others = payment("c", -100, MONDAY).budget(TWO).known("ACC").make();
        assertThat(found(line(-100, MONDAY).of("ACC"), paid, others)).isEqualTo("queue");
    }

    @Test
    void r5TheHolderPaysUpToThreeTimesWhatIsDueWithinTenDays() {
        Candidate due = candidate("c", CandidateKind.CONTRIBUTION, 16_840, MONDAY)
                .payer("HOLDER")
                .make();
        assertThat(found(line(16_840, MONDAY.plusDays(10)).by("HOLDER"), due)).isEqualTo("R5 c");
        assertThat(found(line(3 * 16_840, MONDAY).by("HOLDER"), due)).isEqualTo("R5 c");
        assertThat(found(line(4 * 16_840, MONDAY).by("HOLDER"), due)).isEqualTo("queue");
        assertThat(found(line(16_840, MONDAY.plusDays(11)).by("HOLDER"), due)).isEqualTo("queue");
        assertThat(found(line(16_840, MONDAY).by("SOMEBODY"), due)).isEqualTo("queue");
    }

    @Test
    void r6SeveralItemsInOneWayOnly() {
        Candidate[] items = {
            candidate("a", CandidateKind.MOVEMENT, -100, MONDAY).make(),
            candidate("b", CandidateKind.MOVEMENT, -230, MONDAY).make(),
            candidate("c", CandidateKind.MOVEMENT, -45, MONDAY).make()
        };
        assertThat(held(line(-330, MONDAY), items)).isEqualTo("R6 b,a");
        Candidate twin = candidate("d", CandidateKind.MOVEMENT, -100, MONDAY).make();
        assertThat(held(line(-330, MONDAY), items[0], items[1], items[2], twin)).isEqualTo("queue");
    }

    @Test
    void r6IsBoundedAndNeverGuesses() {
        List<Candidate> many = new ArrayList<>();
        Random dice = new Random(1);
        for (int i = 0; i < SumSearch.MOST_POOL; i++) {
            many.add(candidate("x" + i, CandidateKind.MOVEMENT, -(2 * (1_000_000 + dice.nextInt(500_000))), MONDAY)
                    .make());
        }
        long before = System.nanoTime();
        assertThat(held(line(-9_999_999, MONDAY), many.toArray(Candidate[]::new)))
                .isEqualTo("queue");
        assertThat(System.nanoTime() - before).as("nanoseconds").isLessThan(5_000_000_000L);
        List<Candidate> thirteen = many.subList(0, 13);
        Money all = thirteen.stream().map(Candidate::amount).reduce(Money.ZERO, Money::plus);
        assertThat(SumSearch.only(thirteen, -all.pence(), 12)).isEmpty();
        assertThat(SumSearch.only(thirteen, -all.pence(), 13)).isPresent();
        many.add(candidate("one too many", CandidateKind.MOVEMENT, -1, MONDAY).make());
        assertThat(SumSearch.only(many, 2_000_001, 12)).isEmpty();
    }

    @Test
    void r7AFeeByItsWordsAndAMerchantByItsKind() {
        assertThat(held(line(-1_200, MONDAY).words("Monthly account fee 06"))).isEqualTo("R7 SUPPORT_FEE");
        assertThat(held(line(-1_200, MONDAY).words("Coffee"))).isEqualTo("queue");
        assertThat(held(line(1_200, MONDAY).words("Monthly account fee 06"))).isEqualTo("queue");
        assertThat(held(line(-900, MONDAY).merchant("4121"))).isEqualTo("MERCHANT TRANSPORT");
        assertThat(held(line(-900, MONDAY).merchant("5921"))).isEqualTo("queue");
    }

    @Test
    void r8AReturnWithItsReason() {
        Candidate back =
                candidate("r", CandidateKind.RETURN, 100, MONDAY).quoted("E2E").make();
        assertThat(found(line(100, MONDAY.plusDays(2)).endToEnd("E2E").returned(), back))
                .isEqualTo("R8 r ACCOUNT_CLOSED");
        assertThat(found(line(100, MONDAY.minusDays(1)).endToEnd("E2E").returned(), back))
                .isEqualTo("queue");
    }

    @Test
    void r9BetweenTheBankAndTheCardProgramme() {
        assertThat(found(line(-1_000_000, MONDAY).of("PROGRAMME"))).isEqualTo("R9");
        assertThat(found(line(-1_000_000, MONDAY).of("ELSE"))).isEqualTo("queue");
    }

    @Test
    void pendingLinesAreNeverMatchedAndDeclinedOnesAreNoted() {
        Candidate paid = payment("a", -100, MONDAY).quoted("E2E").make();
        assertThat(found(line(-100, MONDAY).endToEnd("E2E").status(LineStatus.PENDING), paid))
                .isEqualTo("queue");
        assertThat(held(line(-4_000, MONDAY).status(LineStatus.DECLINED).merchant("7995")))
                .isEqualTo("DECLINED");
    }

    @Test
    void theStrongerRuleGoesFirst() {
        Candidate paid = payment("a", -100, MONDAY).quoted("E2E").known("ACC").make();
        List<Finding> findings = Ladder.climb(
                List.of(
                        line(-100, MONDAY).of("ACC").number(1).make(),
                        line(-100, MONDAY).endToEnd("E2E").number(2).make()),
                List.of(paid),
                terms(StatementAccount.BANK));
        assertThat(findings).extracting(Finding::line).containsExactly(2);
    }

    @Test
    void r10TheThreeBestSuggestionsAndWhy() {
        StatementLine line = line(-100, MONDAY).quoting("REF1").of("ACC").make().line();
        List<Suggestion> best = new Suggestions(
                        List.of(
                                payment("far", -100, MONDAY.plusDays(60)).make(),
                                payment("quoted", -90, MONDAY).quoted("REF1").make(),
                                payment("both", -100, MONDAY)
                                        .quoted("REF1")
                                        .known("ACC")
                                        .make(),
                                payment("near", -100, MONDAY).make(),
                                payment("other", -7, MONDAY).make()),
                        StatementAccount.BANK,
                        WorkingDays.WEEKDAYS)
                .of(line);
        assertThat(best)
                .extracting(Suggestion::keys)
                .containsExactly(List.of("both"), List.of("near"), List.of("quoted"));
        assertThat(best.getFirst().reasons())
                .contains(
                        Suggestion.Reason.SAME_AMOUNT, Suggestion.Reason.SAME_REFERENCE, Suggestion.Reason.NOT_UNIQUE);
        assertThat(best.getLast().reasons()).contains(Suggestion.Reason.OTHER_AMOUNT);
    }

    @Test
    void r10SuggestsEveryWayInWhichItemsComeToALine() {
        Candidate[] open = {
            payment("a", -200, MONDAY).known("ACC").make(),
            payment("b", -100, MONDAY).known("ACC").make(),
            payment("c", -150, MONDAY).known("ACC").make(),
            payment("d", -150, MONDAY).known("ACC").make()
        };
        LineMaker line = line(-300, MONDAY).of("ACC");
        assertThat(found(line, open)).isEqualTo("queue");
        List<Suggestion> best = new Suggestions(List.of(open), StatementAccount.BANK, WorkingDays.WEEKDAYS)
                .of(line.make().line());
        assertThat(best)
                .filteredOn(it -> it.keys().size() > 1)
                .extracting(Suggestion::keys)
                .containsExactly(List.of("a", "b"), List.of("c", "d"));
        assertThat(best.getFirst().reasons())
                .contains(
                        Suggestion.Reason.SUM_OF_ITEMS,
                        Suggestion.Reason.SAME_COUNTERPARTY,
                        Suggestion.Reason.NOT_UNIQUE);
        assertThat(best.getFirst().amount()).isEqualTo(Money.ofPence(-300));
    }

    @Test
    void r10SuggestsEachFileOfTheAmount() {
        Candidate[] open = {
            payment("a", -200, MONDAY).file("F").make(),
            candidate("b", CandidateKind.MOVEMENT, -100, MONDAY).file("F").make(),
            payment("c", -150, MONDAY).file("G").make(),
            payment("d", -150, MONDAY).file("G").make()
        };
        List<Suggestion> best = new Suggestions(List.of(open), StatementAccount.BANK, WorkingDays.WEEKDAYS)
                .of(line(-300, MONDAY).make().line());
        assertThat(best).extracting(Suggestion::keys).containsExactly(List.of("a", "b"), List.of("c", "d"));
        assertThat(best.getFirst().reasons())
                .containsExactly(
                        Suggestion.Reason.SUM_OF_FILE, Suggestion.Reason.NEAR_DATE, Suggestion.Reason.NOT_UNIQUE);
    }

    @Test
    void r2TakesAFileOfWhichAReportHasSettledSome() {
        Candidate[] file = {
            payment("a", -200, MONDAY).file("F").make(),
            candidate("b", CandidateKind.MOVEMENT, -100, MONDAY).file("F").make()
        };
        assertThat(found(line(-300, MONDAY).file("F"), file)).isEqualTo("R2 a,b");
        assertThat(found(line(-300, MONDAY), file)).isEqualTo("R2 a,b");
    }

    @Test
    void r8ByReferenceWhereTheBankSaysNoReason() {
        Candidate back =
                candidate("a", CandidateKind.RETURN, 100, MONDAY).quoted("REF").make();
        Candidate owed =
                candidate("b", CandidateKind.DEBT, 100, MONDAY).quoted("REF").make();
        assertThat(found(line(100, MONDAY).quoting("REF"), back)).isEqualTo("R8 a OTHER");
        assertThat(found(line(100, MONDAY).endToEnd("REF"), back)).isEqualTo("R8 a OTHER");
        assertThat(found(line(100, MONDAY).quoting("REF"), back, owed)).isNotEqualTo("R8 a OTHER");
        assertThat(found(line(99, MONDAY).quoting("REF"), back)).isEqualTo("queue");
        assertThat(found(line(100, MONDAY.minusDays(3)).quoting("REF"), back)).isEqualTo("queue");
        assertThat(found(line(100, MONDAY).quoting("OTHER"), back)).isEqualTo("queue");
    }

    private static String found(LineMaker line, Candidate... candidates) {
        return climb(line, StatementAccount.BANK, candidates);
    }

    private static String held(LineMaker line, Candidate... candidates) {
        return climb(line, HELD, candidates);
    }

    private static String climb(LineMaker line, StatementAccount account, Candidate... candidates) {
        List<Finding> found = Ladder.climb(List.of(line.make()), List.of(candidates), terms(account));
        if (found.isEmpty()) return "queue";
        Finding finding = found.getFirst();
        List<String> names = finding.items().stream()
                .map(item -> name(item.effect()))
                .filter(name -> !name.isEmpty())
                .toList();
        return (finding.rule() + " " + String.join(",", names)).strip();
    }

    private static String name(LineEffect effect) {
        return switch (effect) {
            case LineEffect.Settles it -> text(it.payment().value());
            case LineEffect.Returns it -> text(it.payment().value()) + " " + it.code();
            case LineEffect.Confirms it -> text(it.movement());
            case LineEffect.PaysContribution _ -> "c";
            case LineEffect.Spends it -> it.category().name();
            default -> "";
        };
    }

    static UUID id(String name) {
        return new UUID(7, name.charAt(0));
    }

    private static String text(UUID id) {
        return String.valueOf((char) id.getLeastSignificantBits());
    }

    private static Terms terms(StatementAccount account) {
        boolean held = account.custody().isPresent();
        return new Terms(
                account,
                held ? ONE : null,
                WorkingDays.WEEKDAYS,
                Map.of(new LineDigest("PROGRAMME"), StatementAccount.CARD_PROGRAMME),
                Set.of("ACCOUNT FEE"),
                Map.of(new MerchantCode("4121"), Category.TRANSPORT));
    }

    private static CandidateMaker payment(String key, long pence, LocalDate on) {
        return candidate(key, CandidateKind.PAYMENT, pence, on);
    }

    private static CandidateMaker candidate(String key, CandidateKind kind, long pence, LocalDate on) {
        return new CandidateMaker(key, kind, Money.ofPence(pence), on);
    }

    private static LineMaker line(long pence, LocalDate on) {
        return new LineMaker(Money.ofPence(pence), on);
    }
}
