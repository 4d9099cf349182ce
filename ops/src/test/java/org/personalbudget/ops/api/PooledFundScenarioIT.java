package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ops.api.Client.object;
import static org.personalbudget.ops.api.Pence.split;
import static org.personalbudget.ops.api.Pence.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.ledger.calendar.Period;

/**
 * Three budgets hold a pool for outings; the first of them is shared 70/30 with the NHS.
 *
 * <p>They agree to bear 50, 30 and 20 % and pay in 100.00 (70.00 and 30.00), 60.00 and 40.00. An outing costs 99.99:
 * 49.995, 29.997 and 19.998 are 49.99, 30.00 and 20.00, the two pennies left over going to the larger remainders; of the
 * 49.99 the NHS bears 15.00 (14.997) and the council 34.99. The next, a day later, costs 150.00: the first bears 75.00 of the 50.01 it
 * has left and is 24.99 below nothing, in the council's book; the others have 15.00 and 10.00 too little. In between the
 * third gets the 20.00 back that it has left, and pays them in again.
 */
class PooledFundScenarioIT {

    private final RunningLedger ledger = RunningLedger.shared();

    /**
     * One playing.
     *
     * @param shares of the members, in hundredths of a percent
     * @param paidIn in pence
     */
    record Playing(List<Long> shares, List<Long> paidIn, long first, long second, int period) {

        static Playing of(long seed) {
            Random random = new Random(seed);
            long one = 3000 + random.nextInt(3000);
            long two = 1000 + random.nextInt(2000);
            List<Long> paidIn =
                    List.of(8000L + random.nextInt(5000), 8000L + random.nextInt(5000), 8000L + random.nextInt(5000));
            return new Playing(
                    List.of(one, two, 10_000 - one - two),
                    paidIn,
                    1 + random.nextInt(10000),
                    40000 + random.nextInt(9000),
                    1 + random.nextInt(12));
        }
    }

    static Stream<Playing> playings() {
        return Stream.of(
                new Playing(List.of(5000L, 3000L, 2000L), List.of(10000L, 6000L, 4000L), 9999, 15000, 3),
                Playing.of(33),
                Playing.of(50302),
                Playing.of(7020));
    }

    /** A member: its budget, and the account it pays in from. */
    private record Member(DirectPayment budget, String account, Books books) {}

    @ParameterizedTest
    @MethodSource("playings")
    void threeBudgetsBearWhatTheirPoolSpends(Playing playing) {
        var year = ledger.nextYear();
        Period period = year.period(playing.period);
        LocalDate day = period.first();
        List<Member> members = List.of(
                member(year, List.of(funder("LA", "70.00"), funder("ICB", "30.00"))),
                member(year, DirectPayment.allFrom("LA")),
                member(year, DirectPayment.allFrom("LA_CHILDREN")));
        for (Member member : members) {
            Reply instalment = member.budget.instalment(period.id().toString(), day);
            member.budget.paid(instalment.text("/paymentId"), day, day);
        }
        String pool = agreed(playing, members, day);
        for (int i = 0; i < 3; i++) paysIn(members.get(i), pool, playing.paidIn.get(i), day);
        String before = ledger.as("auditor").get("/pools/" + pool).granted().text("/known");

        List<Long> first = split(playing.first, playing.shares);
        Reply spent = spend(pool, playing.first, day);
        if (playing.first == 9999) assertThat(first).containsExactly(4999L, 3000L, 2000L);
        for (int i = 0; i < 3; i++) {
            assertThat(spent.text("/members/" + i + "/amount")).isEqualTo(text(first.get(i)));
            assertThat(spent.text("/members/" + i + "/shortfall")).isEqualTo("0.00");
        }
        sharedWithTheNhs(playing, members.getFirst(), first.getFirst());

        List<Long> second = split(playing.second, playing.shares);
        givesBack(playing, members.getLast(), pool, playing.paidIn.getLast() - first.getLast(), day);
        Reply beyond = spend(pool, playing.second, day.plusDays(1));
        for (int i = 0; i < 3; i++) {
            long left = playing.paidIn.get(i) - first.get(i) - second.get(i);
            assertThat(beyond.text("/members/" + i + "/shortfall")).isEqualTo(text(Math.max(0, -left)));
        }
        isSeen(playing, members, pool, first, second);
        Reply then =
                ledger.as("auditor").get("/pools/" + pool + "?known=" + before).granted();
        assertThat(then.text("/spent")).isEqualTo(text(playing.first));
        for (Member member : members) member.books.areInOrder();
    }

    private Member member(RunningLedger.Year year, List<Map<String, Object>> funders) {
        DirectPayment budget =
                new DirectPayment(ledger, year.starts(), "310.00", "12.5", "22.00", "275.00", "35.00", funders);
        return new Member(budget, budget.account("NET", year.starts()), new Books(ledger, budget.budget));
    }

    private static Map<String, Object> funder(String funder, String share) {
        return object("funder", funder, "share", share);
    }

    private String agreed(Playing playing, List<Member> members, LocalDate day) {
        Client practitioner = ledger.as("practitioner");
        String pool = practitioner
                .post("/pools", "holderRef", "CLUB-1", "startsOn", day)
                .granted()
                .text("/poolId");
        List<Map<String, Object>> shares = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            shares.add(object(
                    "budgetId",
                    members.get(i).budget.budget,
                    "share",
                    BigDecimal.valueOf(playing.shares.get(i), 2).toPlainString()));
        }
        practitioner
                .post("/pools/" + pool + "/shares", "from", day, "members", shares.subList(0, 2))
                .refused(422, "member-shares-not-whole")
                .about("/members");
        practitioner
                .post("/pools/" + pool + "/shares", "from", day, "members", shares)
                .granted();
        return pool;
    }

    private void paysIn(Member member, String pool, long amount, LocalDate day) {
        Client reconciler = ledger.as("reconciler");
        Object[] payment = {
            "poolId", pool, "accountId", member.account, "lineId", "choir", "amount", text(amount), "on", day
        };
        reconciler.post(member.budget.path() + "/pool-payments", payment).granted();
        payment[7] = "100000.00";
        reconciler.post(member.budget.path() + "/pool-payments", payment).refused(422, "exceeds-headroom");
        assertThat(member.books.total("1215")).isEqualTo(amount);
        assertThat(member.books.total("9100")).isEqualTo(-amount);
    }

    private Reply spend(String pool, long amount, LocalDate day) {
        return ledger.as("reconciler")
                .on(day)
                .post(
                        "/pools/" + pool + "/spend",
                        "amount",
                        text(amount),
                        "on",
                        day,
                        "category",
                        "DAY_OPPORTUNITY",
                        "reference",
                        "The outing")
                .granted();
    }

    /** What the last member has left goes back to its account, and in again. */
    private void givesBack(Playing playing, Member member, String pool, long left, LocalDate day) {
        Client reconciler = ledger.as("reconciler");
        String path = member.budget.path() + "/pool-repayments";
        Object[] all = {"poolId", pool, "accountId", member.account, "lineId", "choir", "on", day};
        Object[] tooMuch = {
            "poolId", pool, "accountId", member.account, "lineId", "choir", "amount", text(left + 1), "on", day
        };
        reconciler.post(path, tooMuch).refused(422, "exceeds-unspent").about("/amount");
        Reply back = reconciler.post(path, all).granted();
        assertThat(back.text("/amount")).isEqualTo(text(left));
        assertThat(member.books.postedBy("PaidBackFromPool"))
                .containsExactlyInAnyOrder("Dr 1200/LA_CHILDREN " + text(left), "Cr 1215/LA_CHILDREN " + text(left));
        assertThat(member.books.total("1215")).isZero();
        assertThat(member.books.total("9100")).isZero();
        reconciler.post(path, all).refused(422, "exceeds-unspent");
        Reply seen = ledger.as("auditor").get("/pools/" + pool).granted();
        assertThat(seen.text("/members/2/paidBack")).isEqualTo(text(left));
        assertThat(seen.text("/members/2/balance")).isEqualTo("0.00");
        Object[] again = {
            "poolId", pool, "accountId", member.account, "lineId", "choir", "amount", text(left), "on", day
        };
        reconciler.post(member.budget.path() + "/pool-payments", again).granted();
    }

    /** What the first member bore, from the money that council and NHS have in the pool. */
    private static void sharedWithTheNhs(Playing playing, Member first, long bore) {
        List<Long> paidIn = split(playing.paidIn.getFirst(), List.of(7000L, 3000L));
        long icb = split(bore, paidIn).get(1);
        if (playing.first == 9999) assertThat(icb).isEqualTo(1500);
        assertThat(first.books.total("5020", "ICB")).isEqualTo(icb);
        assertThat(first.books.total("4100", "ICB")).isEqualTo(-icb);
        assertThat(first.books.advancedBy("ICB")).isEqualTo(37200 - icb);
        assertThat(first.books.total("9200")).isEqualTo(-bore);
    }

    private void isSeen(Playing playing, List<Member> members, String pool, List<Long> first, List<Long> second) {
        Reply seen = ledger.as("auditor").get("/pools/" + pool).granted();
        for (int i = 0; i < 3; i++) {
            long spent = first.get(i) + second.get(i);
            String at = "/members/" + i;
            assertThat(seen.text(at + "/budgetId")).isEqualTo(members.get(i).budget.budget);
            long backAndIn = i == 2 ? playing.paidIn.get(i) - first.get(i) : 0;
            assertThat(seen.text(at + "/paidIn")).isEqualTo(text(playing.paidIn.get(i) + backAndIn));
            assertThat(seen.text(at + "/paidBack")).isEqualTo(text(backAndIn));
            assertThat(seen.text(at + "/spent")).isEqualTo(text(spent));
            assertThat(seen.text(at + "/balance")).isEqualTo(text(playing.paidIn.get(i) - spent));
            assertThat(members.get(i).books.total("1215")).isEqualTo(playing.paidIn.get(i) - spent);
            assertThat(members.get(i).books.total("5020")).isEqualTo(spent);
        }
        assertThat(seen.text("/spent")).isEqualTo(text(playing.first + playing.second));
        if (playing.first == 9999) {
            assertThat(seen.text("/members/0/bySource/LA")).isEqualTo("-24.99");
            assertThat(seen.text("/members/0/bySource/ICB")).isEqualTo("0.00");
        }
    }
}
