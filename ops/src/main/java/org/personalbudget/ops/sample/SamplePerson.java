package org.personalbudget.ops.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.CareGroup;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.Units;

/**
 * One person of the sample council, drawn from a seed.
 *
 * @param number counts from 1
 * @param name as the register keeps it; invented
 * @param hours hours of support a week
 * @param flexible pence a week for what helps in other ways
 * @param contribution pence a week, zero for none
 * @param supplier who delivers the hours where the person does not employ somebody
 * @param startUp pence once at the start, zero for none
 * @param relativeHelps whether a close relative is sometimes paid
 */
record SamplePerson(
        int number,
        PersonRef ref,
        String name,
        CareGroup group,
        List<FunderShare> funders,
        LocalDate startsOn,
        AccountKind kind,
        ContributionMethod method,
        Units hours,
        Money flexible,
        Money contribution,
        SampleSupplier supplier,
        Money startUp,
        boolean relativeHelps) {

    private static final List<String> FIRST = List.of(
            "Ada", "Bilal", "Carys", "Dev", "Elin", "Femi", "Grace", "Hari", "Isla", "Jonah", "Kofi", "Leena", "Mair",
            "Noor", "Owen", "Priya", "Rhys", "Sana", "Tom", "Una");
    private static final List<String> LAST = List.of(
            "Abara",
            "Bevan",
            "Chowdhury",
            "Dale",
            "Ellis",
            "Farrow",
            "Gill",
            "Hughes",
            "Iqbal",
            "Jarvis",
            "Khan",
            "Lowe",
            "Marsh",
            "Nash",
            "Okoro",
            "Pryce",
            "Quill",
            "Reid",
            "Shah",
            "Thorne");

    /** Draws the person with this number; the same random state gives the same person. */
    static SamplePerson draw(int number, DateRange year, Random random) {
        CareGroup group = group(random);
        List<FunderShare> funders = funders(group, random);
        AccountKind kind = kind(number, random);
        Units hours = new Units(25L * (8 + random.nextInt(80)));
        SampleSupplier supplier = SampleSupplier.ALL.get(random.nextInt(SampleSupplier.ALL.size()));
        boolean charged = group == CareGroup.ADULT && funders.getFirst().funder() == Funder.LA;
        return new SamplePerson(
                number,
                new PersonRef(number == 1 ? "holder" : "person-%04d".formatted(number)),
                FIRST.get(random.nextInt(FIRST.size())) + " " + LAST.get(random.nextInt(LAST.size())),
                group,
                funders,
                random.nextInt(10) < 7 ? year.first() : year.first().plusDays(random.nextInt((int) year.days() - 60)),
                kind,
                random.nextInt(4) == 0 ? ContributionMethod.GROSS : ContributionMethod.NET,
                hours,
                Money.ofPence(100L * (10 + random.nextInt(50))),
                charged && random.nextInt(10) < 7 ? Money.ofPence(100 + random.nextInt(3000)) : Money.ZERO,
                supplier,
                random.nextInt(8) == 0 ? Money.ofPence(500L * (40 + random.nextInt(80))) : Money.ZERO,
                random.nextInt(12) == 0);
    }

    private static CareGroup group(Random random) {
        int draw = random.nextInt(20);
        return draw < 15 ? CareGroup.ADULT : draw < 18 ? CareGroup.CHILD : CareGroup.CARER;
    }

    private static List<FunderShare> funders(CareGroup group, Random random) {
        boolean shared = random.nextInt(5) == 0;
        if (group == CareGroup.CHILD) {
            return shared ? shares(Funder.LA_CHILDREN, 6_000, Funder.EDUCATION) : only(Funder.LA_CHILDREN);
        }
        if (group == CareGroup.CARER) return only(Funder.LA);
        if (shared) return shares(Funder.LA, 5_000 + 500 * random.nextInt(9), Funder.ICB);
        return only(random.nextInt(15) == 0 ? Funder.ICB : Funder.LA);
    }

    private static List<FunderShare> only(Funder funder) {
        return List.of(new FunderShare(funder, 10_000));
    }

    private static List<FunderShare> shares(Funder lead, int basisPoints, Funder other) {
        return List.of(new FunderShare(lead, basisPoints), new FunderShare(other, 10_000 - basisPoints));
    }

    /** The first six people have one kind each, so that even the smallest council has all six. */
    private static AccountKind kind(int number, Random random) {
        AccountKind[] kinds = AccountKind.values();
        int draw = random.nextInt(100);
        if (number <= kinds.length) return kinds[number - 1];
        if (draw < 45) return AccountKind.DIRECT_PAYMENT;
        if (draw < 60) return AccountKind.PREPAID_CARD;
        if (draw < 74) return AccountKind.MANAGED_ACCOUNT;
        if (draw < 82) return AccountKind.INDIVIDUAL_SERVICE_FUND;
        return draw < 96 ? AccountKind.COUNCIL_MANAGED : AccountKind.NOTIONAL;
    }

    /** Whether a supplier delivers the hours, so that they are ordered and invoiced. */
    boolean ordersFromSupplier() {
        return switch (kind) {
            case MANAGED_ACCOUNT, INDIVIDUAL_SERVICE_FUND, COUNCIL_MANAGED -> true;
            case DIRECT_PAYMENT, PREPAID_CARD, NOTIONAL -> false;
        };
    }

    @Nullable
    PersonRef holder() {
        return kind.holdsMoney() ? ref : null;
    }

    Money rate() {
        return ordersFromSupplier() ? supplier.rate() : Money.of("16.50");
    }

    /** What the hours cost a week. */
    Money hoursWeekly() {
        return rate().times(hours.quantity());
    }

    Money weekly() {
        return hoursWeekly().plus(flexible);
    }

    /** A contribution never exceeds the council's share; a small package means a small contribution. */
    Money contributionWeekly() {
        Money quarter = weekly().times(new BigDecimal("0.25"));
        return contribution.min(quarter);
    }

    boolean coFunded() {
        return funders.size() > 1;
    }
}
