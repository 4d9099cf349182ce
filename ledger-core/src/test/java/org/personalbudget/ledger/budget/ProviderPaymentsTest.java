package org.personalbudget.ledger.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.testing.ABudget.aBudgetOf;
import static org.personalbudget.ledger.testing.AProviderPayment.payProvider;
import static org.personalbudget.ledger.testing.AProviderPayment.paymentOf;
import static org.personalbudget.ledger.testing.BudgetWords.*;
import static org.personalbudget.ledger.testing.ChangeWords.*;
import static org.personalbudget.ledger.testing.DeciderFixture.given;
import static org.personalbudget.ledger.testing.Given.today;
import static org.personalbudget.ledger.testing.SupplierWords.*;
import static org.personalbudget.ledger.testing.Then.inWords;

import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.budget.BudgetEvent.*;
import org.personalbudget.ledger.budget.BudgetRefusal.*;
import org.personalbudget.ledger.budget.ChangeRefusal.BudgetHasEnded;
import org.personalbudget.ledger.budget.ChangeRefusal.LineSuspended;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payment.PaymentEvent.PaymentInstructed;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.ContributionMethod;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.SupplierRef;
import org.personalbudget.ledger.testing.APolicy;
import org.personalbudget.ledger.testing.Given;
import org.personalbudget.ledger.testing.Request;
import org.personalbudget.ledger.testing.Then;

class ProviderPaymentsTest {

    private static final String FIRST = "2025-06-02";
    private static final String LAST = "2025-06-29";

    /** Home care ordered from the agency and paid by the council. */
    private static final Given ORDERED = ledger -> ledger.and(
            registerAgency(),
            aBudgetOf("310.00").planned(careOrderedFrom(AGENCY), flexibleLine()),
            today("2025-07-02"));

    /** The same line without an order. */
    private static final Given PLANNED =
            ledger -> ledger.and(registerAgency(), aBudgetOf("310.00").paidNet(), today("2025-07-02"));

    @Test
    void anOrderIsPaidAndItsCommitmentReleased() {
        Then paid = given(ORDERED)
                .when(payProvider("1056.00", FIRST, LAST).onInvoice("HC-2201").units("48"))
                .thenRecorded(ProviderPaymentAuthorised.class, PaymentInstructed.class);
        ProviderPaymentAuthorised authorised = paid.the(ProviderPaymentAuthorised.class);
        assertThat(authorised.unitRate()).isEqualTo(pounds("22.00"));
        assertThat(authorised.payment()).isEqualTo(paymentOf("HC-2201"));
        assertThat(paid.the(PaymentInstructed.class).channel()).isEqualTo(Channel.BANK);
        assertThat(paid.posted().balances())
                .containsExactly("2000 -1056.00", "5000 1056.00", "9100 1056.00", "9200 -1056.00");
    }

    @Test
    void aLineWithoutAnOrderIsPaidFromWhatIsNotCommitted() {
        Then paid = given(PLANNED).when(payProvider("1056.00", FIRST, LAST));
        assertThat(paid.posted().balances())
                .containsExactly("2000 -1056.00", "5000 1056.00", "9010 1056.00", "9200 -1056.00");
    }

    /** S18: rounding each part half up would make 1,028.56. */
    @Test
    void twoFundersShareToThePenny() {
        Then paid = given(
                        registerAgency(),
                        aBudgetOf("310.00")
                                .planned(careOrderedFrom(AGENCY), flexibleLine())
                                .fundedBy(share(Funder.LA, 70), share(Funder.ICB, 30)))
                .when(payProvider("1028.55", "2025-07-28", "2025-08-24"));
        assertThat(inWords(paid.the(ProviderPaymentAuthorised.class).split())).isEqualTo("LA 719.99, ICB 308.56");
        assertThat(paid.the(ProviderPaymentAuthorised.class).rule()).isNull();
        assertThat(paid.posted().balance(5000, Funder.ICB)).isEqualTo("308.56");
    }

    @Test
    void anAmountThatCrossesPeriodsIsSplitByDays() {
        // 14 days in P03 and 7 in P04 of 100.00: 66.67 and 33.33.
        Then paid = given(ORDERED).when(payProvider("100.00", "2025-06-16", "2025-07-06"));
        ProviderPaymentAuthorised authorised = paid.the(ProviderPaymentAuthorised.class);
        assertThat(authorised.portions())
                .extracting(portion -> portion.servicePeriod() + " " + inWords(portion.split()))
                .containsExactly("2025-P03 LA 66.67", "2025-P04 LA 33.33");
        assertThat(inWords(authorised.split())).isEqualTo("LA 100.00");
        assertThat(paid.the(PaymentInstructed.class).split()).isEqualTo(authorised.split());
    }

    @Test
    void aPennyOverManyPeriodsIsInOneOfThem() {
        ProviderPaymentAuthorised authorised = given(ORDERED)
                .when(payProvider("0.01", "2025-04-07", "2025-08-24"))
                .the(ProviderPaymentAuthorised.class);
        assertThat(authorised.portions()).hasSize(1);
    }

    @Test
    void theBudgetKnowsTheLineTheSupplierAndTheDays() {
        SupplierId nobody = SupplierId.of(new SupplierRef("AG-99"));
        given(ORDERED).when(payProvider("1.00", FIRST, LAST).to(nobody)).thenRefused(new UnknownSupplier(nobody));
        given(ORDERED, registerOtherAgency())
                .when(payProvider("1.00", FIRST, LAST).to(OTHER_AGENCY))
                .thenRefused(new SupplierNotOfLine(CARE, AGENCY, OTHER_AGENCY));
        given(ORDERED)
                .when(payProvider("1.00", FIRST, LAST).forLine("CAKE"))
                .thenRefused(new UnknownLine(new LineId("CAKE")));
        given(ORDERED).when(payProvider("1.00", "2025-04-06", LAST)).thenRefused(new NoPlanInForce(day("2025-04-06")));
        given(ORDERED)
                .when(payProvider("1.00", "2015-04-05", LAST))
                .thenRefused(
                        new DateOutOfRange("serviceFrom", day("2015-04-05"), day("2015-04-06"), day("2046-04-01")));
        given(ORDERED)
                .when(payProvider("1.00", FIRST, "2046-04-02"))
                .thenRefused(new DateOutOfRange("serviceTo", day("2046-04-02"), day("2015-04-06"), day("2046-04-01")));
        given(ORDERED)
                .when(payProvider("1.00", "2025-04-07", "2027-04-08"))
                .thenRefused(new ServiceTooLong(days("2025-04-07", "2027-04-08"), 731));
        given(ORDERED)
                .when(payProvider("0.00", FIRST, LAST))
                .thenRefused(new AmountNotPositive("amount", pounds("0.00")));
    }

    @Test
    void theAccountHoldsMoney() {
        given(ORDERED)
                .when(payProvider("1.00", FIRST, LAST).from(NO_ACCOUNT))
                .thenRefused(new UnknownAccount(BUDGET, NO_ACCOUNT));
        given(ORDERED, open("council", AccountKind.COUNCIL_MANAGED, ContributionMethod.GROSS, null, day("2025-04-07")))
                .when(payProvider("1.00", FIRST, LAST).from(accountNamed("council")))
                .thenRefused(new AccountHoldsNoMoney(accountNamed("council"), AccountKind.COUNCIL_MANAGED));
    }

    /** S10, the exact duplicate: whatever the invoice looks like, and whoever's budget it is paid from. */
    @Test
    void anInvoiceIsPaidOnce() {
        given(ORDERED, payProvider("528.50", FIRST, LAST).onInvoice("INV-004417"))
                .when(payProvider("528.50", FIRST, LAST).onInvoice("inv 4417"))
                .thenRefused(new AlreadyInstructed(paymentOf("INV-004417"), AGENCY, new InvoiceNumber("inv 4417")));
        given(ORDERED, payProvider("528.50", FIRST, LAST).onInvoice("INV-004417"))
                .when(payProvider("528.50", FIRST, LAST).onInvoice("4417-A"))
                .thenAccepted();
    }

    @Test
    void aRequestWithoutAnInvoiceIsPaidOnce() {
        PaymentId payment = PaymentId.withoutInvoice(BUDGET, Request.commandIdOf("June"));
        given(ORDERED, payProvider("100.00", FIRST, LAST).named("June"))
                .when(payProvider("100.00", FIRST, LAST).named("June"))
                .thenRefused(new AlreadyInstructed(payment, AGENCY, null));
    }

    /** Found by a review: days after a death, and days of a suspended line, were paid by hand though no invoice is. */
    @Test
    void everyDayIsPaidFor() {
        given(ORDERED, died("2025-06-10"))
                .when(payProvider("22.00", "2025-06-09", "2025-06-11"))
                .thenRefused(new BudgetHasEnded(day("2025-06-10")))
                .when(payProvider("22.00", "2025-06-09", "2025-06-10"))
                .thenAccepted();
        given(ORDERED, suspend("2025-06-09", SuspensionReason.ABSENCE), resume("2025-06-16"))
                .when(payProvider("22.00", FIRST, LAST))
                .thenRefused(new LineSuspended(new LineId("CARE"), day("2025-06-09")))
                .when(payProvider("22.00", FIRST, "2025-06-08"))
                .thenAccepted()
                .when(payProvider("22.00", "2025-06-16", LAST))
                .thenAccepted();
        given(ORDERED, suspend("2025-06-16", SuspensionReason.ABSENCE, FLEX))
                .when(payProvider("22.00", FIRST, LAST))
                .thenAccepted();
        // The days in hospital that the policy pays in full.
        given(ORDERED, suspend("2025-06-09", SuspensionReason.HOSPITAL))
                .when(payProvider("22.00", "2025-06-09", "2025-06-22"))
                .thenAccepted()
                .when(payProvider("22.00", "2025-06-22", "2025-06-23"))
                .thenRefused(new LineSuspended(new LineId("CARE"), day("2025-06-23")));
    }

    @Test
    void aRateIsInForceOnEveryDay() {
        Given rates = ledger ->
                ledger.and(ORDERED, rate("22.00", "2025-04-07", "2025-06-15"), rate("22.00", "2025-06-17", null));
        given(rates)
                .when(payProvider("100.00", FIRST, LAST))
                .thenRefused(new NoRateInForce(AGENCY, Category.HOME_CARE, day("2025-06-16")));
        given(rates).when(payProvider("100.00", "2025-06-17", LAST)).thenAccepted();
        given(ORDERED, rate(Category.RESPITE, "22.00", "2025-06-17", null))
                .when(payProvider("100.00", FIRST, LAST))
                .the(ProviderPaymentAuthorised.class);
    }

    @Test
    void theUnitsMultiplyToTheAmountWithinTheTolerance() {
        given(ORDERED).when(payProvider("1056.05", FIRST, LAST).units("48")).thenAccepted();
        given(ORDERED)
                .when(payProvider("1056.06", FIRST, LAST).units("48"))
                .thenRefused(new UnitsDoNotMultiply(CARE, pounds("1056.06"), pounds("1056.00"), pounds("0.05")));
        given(ORDERED)
                .when(payProvider("1055.94", FIRST, LAST).units("48"))
                .thenRefused(new UnitsDoNotMultiply(CARE, pounds("1055.94"), pounds("1056.00"), pounds("0.05")));
    }

    @Test
    void noMoreThanTheOrderedUnitsAtTheDaysRates() {
        given(ORDERED).when(payProvider("1100.05", FIRST, LAST)).thenAccepted();
        given(ORDERED)
                .when(payProvider("1100.06", FIRST, LAST))
                .thenRefused(new ExceedsRate(CARE, pounds("1100.06"), pounds("1100.00"), pounds("0.05")));
        // S26: 22.90 from 16 June. Two weeks of 275.00 and two of 286.25.
        Given uplifted =
                ledger -> ledger.and(ORDERED, rate("22.00", "2025-04-07", null), rate("22.90", "2025-06-16", null));
        given(uplifted)
                .when(payProvider("1122.56", FIRST, LAST))
                .thenRefused(new ExceedsRate(CARE, pounds("1122.56"), pounds("1122.50"), pounds("0.05")));
        given(uplifted).when(payProvider("1122.55", FIRST, LAST)).thenAccepted();
    }

    @Test
    void aPriceWithoutUnitsIsLimitedByTheHeadroomAlone() {
        Given block = ledger -> ledger.and(
                registerAgency(),
                aBudgetOf("310.00").planned(service(CARE, Category.HOME_CARE, "275.00", null, null, AGENCY)),
                today("2025-07-02"));
        ProviderPaymentAuthorised authorised = given(block)
                .when(payProvider("1100.00", "2025-04-07", "2025-05-04").units("99"))
                .the(ProviderPaymentAuthorised.class);
        assertThat(authorised.unitRate()).isNull();
    }

    @Test
    void lawFiveLimitsALineToDateWithTheFlexInForce() {
        Given block = ledger -> ledger.and(
                registerAgency(),
                aBudgetOf("310.00")
                        .planned(service(CARE, Category.HOME_CARE, "275.00", null, null, AGENCY), flexibleLine()));
        // 1,100.00 and a tenth of 140.00.
        given(block).when(payProvider("1114.00", "2025-04-07", "2025-05-04")).thenAccepted();
        given(block)
                .when(payProvider("1114.01", "2025-04-07", "2025-05-04"))
                .thenRefused(new ExceedsHeadroom(
                        CARE,
                        pounds("1114.01"),
                        pounds("1114.00"),
                        pounds("1100.00"),
                        pounds("1100.00"),
                        pounds("0.00"),
                        pounds("14.00")));
        given(today("2025-03-01"), APolicy.policyFrom("2025-03-01").flexing(0), block)
                .when(payProvider("1100.01", "2025-04-07", "2025-05-04"))
                .thenRefused(new ExceedsHeadroom(
                        CARE,
                        pounds("1100.01"),
                        pounds("1100.00"),
                        pounds("1100.00"),
                        pounds("1100.00"),
                        pounds("0.00"),
                        pounds("0.00")));
    }

    @Test
    void whatIsLeftOfEarlierPeriodsMayBeUsedAndOnlyOnce() {
        Given block = ledger -> ledger.and(
                registerAgency(),
                aBudgetOf("310.00").planned(service(CARE, Category.HOME_CARE, "310.00", null, null, AGENCY)),
                payProvider("2480.00", "2025-05-05", "2025-06-01"));
        given(block)
                .when(payProvider("0.01", "2025-05-05", "2025-06-01"))
                .thenRefused(new ExceedsHeadroom(
                        CARE,
                        pounds("0.01"),
                        pounds("0.00"),
                        pounds("2480.00"),
                        pounds("1240.00"),
                        pounds("2480.00"),
                        pounds("0.00")));
    }

    @Test
    void moreThanTheOrderIsTakenFromWhatIsNotCommitted() {
        Then paid = given(
                        registerAgency(),
                        aBudgetOf("310.00")
                                .planned(
                                        service(CARE, Category.HOME_CARE, "275.00", null, null, AGENCY),
                                        flexibleLine()))
                .when(payProvider("1114.00", "2025-04-07", "2025-05-04"));
        Portion portion = paid.the(ProviderPaymentAuthorised.class).portions().getFirst();
        assertThat(inWords(portion.fromCommitment())).isEqualTo("LA 1100.00");
        assertThat(inWords(portion.fromUncommitted())).isEqualTo("LA 14.00");
    }

    @Test
    void aPaymentBeyondTheYearAllocatesAndOrdersFirst() {
        given(ORDERED)
                .when(payProvider("1100.00", "2026-04-06", "2026-05-03"))
                .thenRecorded(
                        PeriodsAllocated.class,
                        CommitmentsPlaced.class,
                        ProviderPaymentAuthorised.class,
                        PaymentInstructed.class);
    }
}
