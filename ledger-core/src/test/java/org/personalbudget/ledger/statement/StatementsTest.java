package org.personalbudget.ledger.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodCalendar;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.ChainEvent.StatementChained;
import org.personalbudget.ledger.statement.LineEffect.Confirms;
import org.personalbudget.ledger.statement.LineEffect.FundsProgramme;
import org.personalbudget.ledger.statement.StatementCommand.ImportStatement;
import org.personalbudget.ledger.statement.StatementCommand.ImportStatements;
import org.personalbudget.ledger.statement.StatementCommand.MatchLines;
import org.personalbudget.ledger.statement.StatementCommand.UndoMatch;
import org.personalbudget.ledger.statement.StatementEvent.*;
import org.personalbudget.ledger.statement.StatementRefusal.*;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ledger.terms.RefusalCode;
import org.personalbudget.ledger.testing.Request;
import org.personalbudget.ledger.testing.Then;

class StatementsTest {

    private static final LineDigest OWNER = new LineDigest("owner");
    private static final FileDigest FILE = new FileDigest("file");
    private static final StatementId STATEMENT = StatementId.of(StatementAccount.BANK, FILE);

    @Test
    void aStatementIsTakenInWithItsLines() {
        Then then = given(today("2025-06-10")).when(imported("100.00", "70.00", line(1, "-30.00", "2025-06-02")));

        then.thenRecorded(StatementImported.class, StatementLines.class, StatementChained.class);
        assertThat(then.the(StatementLines.class).lines()).hasSize(1);
        StatementChained joined = then.the(StatementChained.class);
        assertThat(joined.gap()).isNull();
        assertThat(joined.opening()).isEqualTo(pounds("100.00"));
        assertThat(joined.closing()).isEqualTo(pounds("70.00"));
        assertThat(then.posted().balances()).isEmpty();
    }

    @Test
    void linesGoIntoEventsByFiveHundred() {
        StatementLine[] lines = new StatementLine[1_201];
        for (int i = 0; i < lines.length; i++) lines[i] = line(i + 1, "-0.01", "2025-06-02");
        Then then = given(today("2025-06-10")).when(imported(null, null, lines));

        assertThat(then.all(StatementLines.class).map(it -> it.lines().size())).containsExactly(500, 500, 201);
        assertThat(then.the(StatementChained.class).closing()).isEqualTo(pounds("-12.01"));
    }

    @Test
    void theSameFileIsTakenOnce() {
        Request file = imported("0.00", "1.00", line(1, "1.00", "2025-06-02"));
        given(today("2025-06-10"), file)
                .when(file)
                .thenRefused(new StatementImportedAlready(
                        STATEMENT, StatementAccount.BANK, day("2025-06-02"), day("2025-06-08")));
    }

    @Test
    void whatAnotherStatementBroughtIsNotTakenAgain() {
        Then then = given(
                        today("2025-06-20"),
                        imported("0.00", "3.00", line(1, "1.00", "2025-06-02"), line(2, "2.00", "2025-06-03")))
                .when(file(
                        "other",
                        OWNER,
                        "2025-06-03",
                        "2025-06-15",
                        "1.00",
                        "7.00",
                        line(1, "2.00", "2025-06-03", 2),
                        line(2, "4.00", "2025-06-14", 9)));

        assertThat(then.the(StatementImported.class).overlapping()).isEqualTo(1);
        assertThat(then.the(StatementLines.class).lines())
                .extracting(StatementLine::number)
                .containsExactly(2);
        assertThat(then.the(StatementChained.class).gap()).isEqualTo(Money.ZERO);
    }

    @Test
    void aGapIsSaidAndGoesAwayWhenItIsFilled() {
        Then then = given(today("2025-07-20"), imported("0.00", "1.00", line(1, "1.00", "2025-06-02")))
                .when(file(
                        "later", OWNER, "2025-06-16", "2025-06-22", "6.00", "7.00", line(1, "1.00", "2025-06-17", 3)));
        assertThat(then.the(StatementChained.class).gap()).isEqualTo(pounds("5.00"));

        Then filled = then.when(
                file("between", OWNER, "2025-06-09", "2025-06-15", null, null, line(1, "5.00", "2025-06-10", 4)));
        StatementChained joined = filled.the(StatementChained.class);
        assertThat(joined.gap()).isEqualTo(Money.ZERO);
        assertThat(joined.nextGap()).isEqualTo(Money.ZERO);
        assertThat(joined.next()).isEqualTo(StatementId.of(StatementAccount.BANK, new FileDigest("later")));
    }

    @Test
    void aFileThatDoesNotHoldTogetherIsRefusedWhole() {
        DateRange table = PeriodCalendar.standard().range();
        given(today("2025-06-10"))
                .when(imported("1.00", "3.00", line(1, "1.00", "2025-06-02")))
                .thenRefused(new StatementDoesNotAddUp(pounds("1.00"), pounds("1.00"), pounds("3.00")))
                .when(imported(null, null))
                .thenRefused(new StatementEmpty(StatementAccount.BANK))
                .when(imported(null, null, line(1, "1.00", "2025-06-11")))
                .thenRefused(new StatementLineInFuture(1, day("2025-06-11"), day("2025-06-10")))
                .when(imported(null, null, line(1, "1.00", "1999-06-11")))
                .thenRefused(new StatementLineOutOfRange(1, day("1999-06-11"), table.first(), table.last()))
                .when(imported(null, null, line(1, "1.00", "2025-06-02"), line(1, "2.00", "2025-06-02")))
                .thenRefused(new StatementLineTwice(1));
        StatementLine[] many = new StatementLine[StatementFeature.MOST_LINES + 1];
        Arrays.fill(many, line(1, "1.00", "2025-06-02"));
        given(today("2025-06-10"))
                .when(imported(null, null, many))
                .thenRefused(new StatementTooLong(many.length, StatementFeature.MOST_LINES));
    }

    /** A bank sends the days of a week, or two accounts, in one file: each is a statement of its own. */
    @Test
    void theStatementsOfAFileAreTakenInOneAfterTheOther() {
        ImportStatement monday =
                one("a", StatementAccount.BANK, "2025-06-02", "1.00", "3.00", line(1, "2.00", "2025-06-02"));
        ImportStatement tuesday =
                one("b", StatementAccount.BANK, "2025-06-03", "3.00", "4.00", line(1, "1.00", "2025-06-03", 2));
        ImportStatement cards = one(
                "c", StatementAccount.CARD_PROGRAMME, "2025-06-03", "0.00", "9.00", line(1, "9.00", "2025-06-03", 3));
        Request file = Request.of(new ImportStatements(List.of(monday, tuesday, cards)));

        Then then = given(today("2025-06-10")).when(file);

        assertThat(then.all(StatementChained.class))
                .extracting(StatementChained::account, StatementChained::gap)
                .containsExactly(
                        tuple(StatementAccount.BANK, null),
                        tuple(StatementAccount.BANK, Money.ZERO),
                        tuple(StatementAccount.CARD_PROGRAMME, null));
        assertThat(then.all(StatementImported.class).map(StatementImported::statement))
                .containsExactly(monday.statement(), tuesday.statement(), cards.statement());
        then.when(file)
                .thenRefused(new StatementImportedAlready(
                        monday.statement(), StatementAccount.BANK, day("2025-06-02"), day("2025-06-02")));
    }

    @Test
    void whatOneStatementOfAFileIsRefusedForRefusesAllOfThem() {
        ImportStatement good =
                one("a", StatementAccount.BANK, "2025-06-02", "1.00", "3.00", line(1, "2.00", "2025-06-02"));
        ImportStatement bad =
                one("b", StatementAccount.BANK, "2025-06-03", "3.00", "9.00", line(1, "1.00", "2025-06-03"));
        given(today("2025-06-10"))
                .when(Request.of(new ImportStatements(List.of(good, bad))))
                .thenRefused(new StatementDoesNotAddUp(pounds("3.00"), pounds("1.00"), pounds("9.00")));
        Request alone = Request.of(
                one("b", StatementAccount.BANK, "2025-06-03", "3.00", "4.00", line(1, "1.00", "2025-06-03")));
        given(today("2025-06-10"), alone)
                .when(Request.of(new ImportStatements(List.of(good, bad))))
                .thenRefused(new StatementImportedAlready(
                        bad.statement(), StatementAccount.BANK, day("2025-06-03"), day("2025-06-03")));
    }

    /** Two statements of a file tell of the same day: its lines are taken once. */
    @Test
    void linesThatTwoStatementsOfAFileHaveAreTakenOnce() {
        ImportStatement one = one("a", StatementAccount.BANK, "2025-06-02", null, null, line(1, "2.00", "2025-06-02"));
        ImportStatement same = one(
                "b",
                StatementAccount.BANK,
                "2025-06-02",
                null,
                null,
                line(1, "2.00", "2025-06-02"),
                line(2, "5.00", "2025-06-02"));
        Then then = given(today("2025-06-10")).when(Request.of(new ImportStatements(List.of(one, same))));
        assertThat(then.all(StatementLines.class).map(it -> it.lines().size())).containsExactly(1, 1);
    }

    private static ImportStatement one(
            String name, StatementAccount account, String on, String opening, String closing, StatementLine... lines) {
        return new ImportStatement(
                account,
                new FileDigest(name),
                OWNER,
                day(on),
                day(on),
                opening == null ? null : pounds(opening),
                closing == null ? null : pounds(closing),
                List.of(lines));
    }

    @Test
    void anAccountHasOneName() {
        given(today("2025-06-20"), imported("0.00", "1.00", line(1, "1.00", "2025-06-02")))
                .when(file(
                        "x",
                        new LineDigest("else"),
                        "2025-06-09",
                        "2025-06-15",
                        null,
                        null,
                        line(1, "1.00", "2025-06-10")))
                .thenRefused(new StatementOfAnotherAccount(StatementAccount.BANK));
    }

    @Test
    void aLineIsMatchedOnceAndWholeAndOpenAgainWhenThatIsUndone() {
        Then then = given(today("2025-06-10"), imported(null, null, line(1, "-30.00", "2025-06-02"), pending(2)))
                .when(matched(3, "-30.00", true));
        then.thenRefused(new UnknownStatementLine(STATEMENT, 3))
                .when(matched(1, "-29.00", false))
                .thenRefused(new MatchDoesNotAddUp(1, pounds("-30.00"), pounds("-29.00")))
                .when(matched(2, "-1.00", false))
                .thenRefused(new StatementLineNotBooked(2, LineStatus.PENDING));
        Then done = then.when(matched(1, "-30.00", true));
        done.thenRecorded(LinesMatched.class, LadderClimbed.class);
        assertThat(done.the(LadderClimbed.class).queued()).isZero();
        done.when(matched(1, "-30.00", false)).thenRefused(new StatementLineMatchedAlready(1, MatchRule.R9));
        done.when(undone(1, 2)).thenRefused(new StatementLineNotMatched(1));
        done.when(undone(1, 1)).thenRecorded(LineUnmatched.class);
        Then again = done.when(matched(1, "-30.00", false));
        assertThat(again.the(LinesMatched.class).matches().getFirst().attempt()).isEqualTo(2);
        then.when(Request.of(
                        new MatchLines(StatementId.of(StatementAccount.BANK, new FileDigest("none")), List.of(), true)))
                .thenRefused(new UnknownStatement(StatementId.of(StatementAccount.BANK, new FileDigest("none"))));
    }

    @Test
    void aMovementIsClaimedByOneLine() {
        UUID movement = UUID.nameUUIDFromBytes(new byte[] {1});
        Then then = given(today("2025-06-10"), imported(null, null, line(1, "1.00", "2025-06-02")))
                .when(Request.of(new MatchLines(
                        STATEMENT,
                        List.of(new MatchLines.Proposed(
                                1,
                                MatchRule.R3,
                                List.of(new MatchedItem(pounds("1.00"), new Confirms(movement, 1, null))))),
                        false)));
        assertThat(then.the(LinesMatched.class).claims()).hasSize(1);
    }

    private static Request undone(int line, int attempt) {
        return Request.of(new UndoMatch(STATEMENT, line, attempt, null, new RefusalCode("payment-not-ready")));
    }

    private static Request matched(int line, String amount, boolean finished) {
        return Request.as(
                Role.SYSTEM,
                Request.of(new MatchLines(
                        STATEMENT,
                        List.of(new MatchLines.Proposed(
                                line, MatchRule.R9, List.of(new MatchedItem(pounds(amount), new FundsProgramme())))),
                        finished)));
    }

    private static Request imported(String opening, String closing, StatementLine... lines) {
        return Request.of(new ImportStatement(
                StatementAccount.BANK,
                FILE,
                OWNER,
                day("2025-06-02"),
                day("2025-06-08"),
                opening == null ? null : pounds(opening),
                closing == null ? null : pounds(closing),
                new ArrayList<>(Arrays.asList(lines))));
    }

    private static Request file(
            String name,
            LineDigest owner,
            String from,
            String to,
            String opening,
            String closing,
            StatementLine... lines) {
        return Request.of(new ImportStatement(
                StatementAccount.BANK,
                new FileDigest(name),
                owner,
                day(from),
                day(to),
                opening == null ? null : pounds(opening),
                closing == null ? null : pounds(closing),
                Arrays.asList(lines)));
    }

    private static StatementLine line(int number, String amount, String on) {
        return line(number, amount, on, number);
    }

    private static StatementLine line(int number, String amount, String on, int same) {
        return line(number, amount, LocalDate.parse(on), LineStatus.BOOKED, same);
    }

    private static StatementLine pending(int number) {
        return line(number, "-1.00", day("2025-06-03"), LineStatus.PENDING, number);
    }

    private static StatementLine line(int number, String amount, LocalDate on, LineStatus status, int same) {
        return new StatementLine(
                number,
                on,
                pounds(amount),
                status,
                new LineDigest("line-" + same),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }
}
