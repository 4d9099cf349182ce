package org.personalbudget.ops.api;

import static org.personalbudget.ops.api.Pence.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ledger.payrun.EndToEnd;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ops.api.YearsDirt.Why;

/**
 * One person of a generated year, with a bank account or a card, and what its statements show. What is out of the
 * ordinary comes by number and period, so that its share is known; amounts come by dice. A net amount is a multiple of
 * four pence, and what nobody knows is odd.
 */
final class YearsMember {

    private static final String CARD_HEADER =
            "settled,used,amount,balance,card,currency,status,id,reference,what,merchant,mcc";

    /** A line to come: by which rule it is to be found, or why by none. */
    private record Shown(
            long pence,
            LocalDate on,
            String status,
            String words,
            @Nullable String name,
            @Nullable String other,
            String merchant,
            @Nullable String rule,
            @Nullable Why why) {}

    private final RunningLedger ledger;
    private final YearsDirt dirt;
    private final int number;
    private final Random dice;
    final boolean card;
    final long net;
    final long due;
    private final long weekly;
    private final long contribution;
    private DirectPayment budget;
    private String account;
    private long held;

    YearsMember(RunningLedger ledger, YearsDirt dirt, int number) {
        this.ledger = ledger;
        this.dirt = dirt;
        this.number = number;
        this.dice = new Random(20260406L + number);
        this.card = number % 10 == 7;
        this.weekly = 20_000 + 10L * dice.nextInt(2_000);
        this.contribution = 2_000 + dice.nextInt(3_000);
        this.net = (weekly - contribution) * 4;
        this.due = contribution * 4;
    }

    /** Gets a budget, an account and a name. */
    void joins(LocalDate starts) {
        long care = weekly * 6 / 10 / 100 * 100;
        budget = new DirectPayment(
                ledger,
                starts,
                text(weekly),
                "1.00",
                text(care),
                text(care),
                text(weekly - care),
                DirectPayment.allFrom("LA"));
        budget.contributes(text(contribution), starts);
        account = budget.account(card ? "PREPAID_CARD" : "DIRECT_PAYMENT", "NET", starts);
        ledger.as("practitioner")
                .with("Content-Type", "application/json")
                .send("PUT", "/people/" + budget.person, "{\"name\":\"Robin Example" + number + "\"}")
                .granted();
    }

    String budget() {
        return budget.budget;
    }

    String account() {
        return account;
    }

    String payee() {
        return budget.path() + "/accounts/" + account;
    }

    PaymentId payment(Period period) {
        return PaymentId.regular(
                new BudgetId(UUID.fromString(budget.budget)), new AccountId(UUID.fromString(account)), period.id());
    }

    String endToEnd(Period period, int attempt) {
        return EndToEnd.idOf(payment(period), attempt);
    }

    /** Of 53 payments to a bank, one comes back. */
    boolean comesBack(Period period) {
        return !card && (number + 7 * period.id().number()) % 53 == 2;
    }

    /** Of 61 payments that the bank shows one by one, two show half their reference; to nobody twice a year. */
    boolean halfQuoted(Period period) {
        int turn = Math.floorMod(number - 5 * period.id().number(), 61);
        return !card && !comesBack(period) && turn < 2;
    }

    /** Says what was bought in a period, and brings the statement of its account. */
    void lives(Period period, LocalDate arrives) {
        List<Shown> lines = new ArrayList<>();
        lines.add(clean(net, arrives, "COUNCIL DIRECT PAYMENT", "R3"));
        lines.add(contribution(period));
        for (int i = 0, most = 1 + dice.nextInt(2); i < most; i++) lines.add(reported(period, i));
        int turn = number + 3 * period.id().number();
        if (turn % 6 == 0 && !card) lines.add(clean(-250, period.first().plusDays(12), "BANK CHARGE", "R7"));
        if (card) cardLines(lines, period, turn);
        if (turn % 37 == 1) lines.add(dirty(-odd(2_001), period, Why.UNREPORTED_SPEND));
        if (turn % 61 == 23) lines.add(dirty(odd(5_001), period, Why.UNKNOWN_CREDIT));
        if (turn % 73 == 40) lines.add(reportedForAnotherDay(period));
        if (turn % 19 == 5) lines.add(paidTogether(period));
        imported(period, lines);
    }

    private long odd(long least) {
        return least + 2L * dice.nextInt(4_000);
    }

    private Shown contribution(Period period) {
        LocalDate on = period.first().plusDays(1 + dice.nextInt(8));
        String other = card ? null : "60000000" + (10_000_000 + number);
        return new Shown(due, on, "LOADED", "my part", "Mx R Example" + number, other, "", "R5", null);
    }

    private Shown reported(Period period, int which) {
        long amount = 1_000 + 10L * dice.nextInt(500) + which;
        LocalDate on = period.first().plusDays(9 + dice.nextInt(9));
        budget.spend(account, text(amount), on, "FLEXIBLE", "choir", "Riverside Choir");
        return clean(-amount, on, "choir", "R3");
    }

    private Shown reportedForAnotherDay(Period period) {
        Shown line = dirty(-odd(20_001), period, Why.REPORTED_FOR_ANOTHER_DAY);
        budget.spend(account, text(-line.pence), line.on.minusDays(10), "FLEXIBLE", "choir", "Riverside Choir");
        return line;
    }

    /** Two things were bought, and the bank shows one payment. */
    private Shown paidTogether(Period period) {
        LocalDate on = period.first().plusDays(15);
        long one = odd(10_001);
        long other = odd(20_001);
        for (long amount : new long[] {one, other}) {
            budget.spend(account, text(amount), on, "FLEXIBLE", "choir", "Riverside Choir");
        }
        return clean(-one - other, on, "choir", "R6");
    }

    private void cardLines(List<Shown> lines, Period period, int turn) {
        LocalDate on = period.first().plusDays(6);
        lines.add(new Shown(-odd(3_001), on, "SETTLED", "purchase", "Helping Hands", null, "8099", "MERCHANT", null));
        if (turn % 4 == 0) {
            lines.add(new Shown(
                    -odd(1_001), on.plusDays(1), "DECLINED", "purchase", "Lucky Dip", null, "7995", "DECLINED", null));
        }
        if (turn % 7 != 0) return;
        lines.add(
                new Shown(-odd(1_001), on, "SETTLED", "purchase", "Corner", null, "5999", null, Why.UNKNOWN_MERCHANT));
    }

    private static Shown clean(long pence, LocalDate on, String words, String rule) {
        return new Shown(pence, on, pence > 0 ? "LOADED" : "SETTLED", words, null, null, "", rule, null);
    }

    private Shown dirty(long pence, Period period, Why why) {
        LocalDate on = period.first().plusDays(17);
        return new Shown(pence, on, pence > 0 ? "LOADED" : "SETTLED", "unexpected", null, null, "", null, why);
    }

    private void imported(Period period, List<Shown> lines) {
        Reply taken = (card ? asTable(lines) : asCamt(period, lines)).granted();
        dirt.found(taken);
        String statement = taken.text("/statementId");
        for (int i = 0; i < lines.size(); i++) {
            Shown line = lines.get(i);
            if (line.rule != null) dirt.clean(line.rule);
            if (line.why != null) dirt.left(line.why, account, statement, i + 1, line.pence);
        }
    }

    private Reply asCamt(Period period, List<Shown> lines) {
        LocalDate first = period.first();
        CamtFile file = new CamtFile("H" + account.substring(0, 16), first, first.plusDays(20), held);
        for (Shown line : lines) file.line(line.pence, line.on, null, line.words, line.name, line.other, null);
        held = file.closing();
        return file.importedBy(ledger.as("reconciler"), account);
    }

    private Reply asTable(List<Shown> lines) {
        StringBuilder table = new StringBuilder(CARD_HEADER).append('\n');
        for (int i = 0; i < lines.size(); i++) {
            Shown line = lines.get(i);
            boolean declined = line.status.equals("DECLINED");
            if (!declined) held += line.pence;
            table.append("%s,%s,%s,%s,CARD%d,GBP,%s,N%s-%d,,%s,%s,%s%n"
                    .formatted(
                            line.on,
                            line.on,
                            text(line.pence),
                            declined ? "" : text(held),
                            number,
                            line.status,
                            line.on,
                            i,
                            line.words,
                            line.name == null ? "" : line.name,
                            line.merchant));
        }
        return ledger.as("reconciler")
                .with("Content-Type", "text/csv")
                .postJson("/statements?account=" + account + "&mapping=sample-card-programme", table.toString());
    }
}
