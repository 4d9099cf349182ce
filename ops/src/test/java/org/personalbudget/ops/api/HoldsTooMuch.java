package org.personalbudget.ops.api;

import static org.personalbudget.ops.api.Pence.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import org.personalbudget.ledger.calendar.Period;
import org.personalbudget.ops.api.RunningLedger.Year;

/** Budgets whose accounts hold too much, and what is asked about them, through the API as people would. */
abstract class HoldsTooMuch {

    final RunningLedger ledger = RunningLedger.shared();

    /** The amounts of one surplus in pence: a week's care, flexible money and contribution, and what was spent in all. */
    record Amounts(long rate, long hours, long flexible, long contribution, long spent) {
        static final Amounts OF_THE_BOOK = new Amounts(2200, 1250, 3500, 4210, 40_000);

        static Amounts of(long seed) {
            Random random = new Random(seed);
            long rate = 1500 + 4 * random.nextInt(400);
            long hours = 400 + 25 * random.nextInt(30);
            return new Amounts(
                    rate,
                    hours,
                    2000 + random.nextInt(4000),
                    1000 + random.nextInt(2000),
                    1 + random.nextInt((int) (rate * hours / 100)));
        }

        long care() {
            return rate * hours / 100;
        }

        long gross() {
            return 4 * (care() + flexible);
        }

        long paidIn() {
            return 4 * contribution;
        }
    }

    /** A budget's account. */
    record Held(String path, String account) {
        String budget() {
            return path.substring("/budgets/".length());
        }
    }

    /** P01 to P03 in the account, every contribution paid, and some of it spent on care. */
    Held threePeriods(Year year, Amounts amounts, String method) {
        DirectPayment budget = budget(year, amounts);
        budget.contributes(text(amounts.contribution), year.starts());
        String account = budget.account(method, year.starts());
        for (int number = 1; number <= 3; number++)
            instal(budget, year.period(number), year.period(number).first());
        LocalDate day = year.period(3).first();
        ledger.as("reconciler")
                .post(
                        budget.path() + "/contribution-payments",
                        "accountId",
                        method.equals("NET") ? account : null,
                        "amount",
                        text(3 * amounts.paidIn()),
                        "on",
                        day)
                .granted();
        if (amounts.spent > 0) budget.spend(account, text(amounts.spent), day, "HOME_CARE", "care", "Agency");
        return new Held(budget.path(), account);
    }

    DirectPayment budget(Year year, Amounts amounts) {
        return new DirectPayment(
                ledger,
                year.starts(),
                text(amounts.care() + amounts.flexible),
                BigDecimal.valueOf(amounts.hours, 2).toPlainString(),
                text(amounts.rate),
                text(amounts.care()),
                text(amounts.flexible),
                DirectPayment.allFrom("LA"));
    }

    void instal(DirectPayment budget, Period period, LocalDate day) {
        paid(budget.instalment(period.id().toString(), day).text("/paymentId"), day);
    }

    void paid(String payment, LocalDate day) {
        ledger.as("payments-approver")
                .on(day)
                .post("/payments/" + payment + "/submission")
                .granted();
        ledger.as("reconciler")
                .post("/payments/" + payment + "/settlement", "on", day)
                .granted();
    }

    Reply notice(String path, String account, String kind, LocalDate day) {
        return asked(path, account, kind, day).granted();
    }

    void notice(String path, String account, String kind, LocalDate day, int status, String code) {
        asked(path, account, kind, day).refused(status, code);
    }

    Reply asked(String path, String account, String kind, LocalDate day) {
        return ledger.as("reconciler")
                .on(day)
                .post(path + "/reclaims", "accountId", account, "kind", kind, "reasons", "More than it may keep");
    }

    String propose(String path, String kind, String of, String field, String id, String amount) {
        return ledger.as("reconciler")
                .post(path + "/reliefs", "kind", kind, "of", of, field, id, "amount", amount, "reason", "Too little")
                .granted()
                .text("/reliefId");
    }

    String account(String path, String kind, String method, LocalDate starts) {
        return ledger.as("practitioner")
                .post(
                        path + "/accounts",
                        "kind",
                        kind,
                        "method",
                        method,
                        "holderRef",
                        "H-" + UUID.randomUUID(),
                        "startsOn",
                        starts)
                .granted()
                .text("/accountId");
    }
}
