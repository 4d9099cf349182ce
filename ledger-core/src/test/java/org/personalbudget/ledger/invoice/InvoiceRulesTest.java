package org.personalbudget.ledger.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalbudget.ledger.invoice.ReasonCode.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.invoice.InvoiceCase.Other;
import org.personalbudget.ledger.invoice.LineCase.Taken;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.Policy;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.InvoiceLineId;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.Units;
import org.personalbudget.ledger.terms.VisitId;

/** The rules by themselves, as a table: four weeks of 12.5 hours at 22.00 are ordered. */
class InvoiceRulesTest {

    private static final DateRange WEEKS = new DateRange(LocalDate.parse("2025-06-02"), LocalDate.parse("2025-06-29"));
    private static final LineId CARE = new LineId("CARE");
    private static final InvoiceId OTHER = new InvoiceId(new UUID(0, 1));

    private String hours = "50";
    private String rate = "22.00";
    private String net = "1100.00";
    private @Nullable String gross;
    private VatCategory vat = VatCategory.EXEMPT;
    private int basisPoints;
    private Category category = Category.HOME_CARE;
    private @Nullable ReasonCode fault;
    private boolean ordered = true;
    private @Nullable String delivered;
    private final List<ServiceDay> days = new ArrayList<>();
    private List<Taken> earlier = List.of();
    private List<Other> others = List.of();
    private boolean cleared;
    private List<VisitId> visits = List.of();
    private String headroom = "5000.00";
    private @Nullable AccountId payer;
    private String funds = "5000.00";
    private PeriodId postingPeriod = new PeriodId(2025, 3);

    @Test
    void whatIsInOrderIsApproved() {
        Assessment found = assess();
        assertThat(found.standing()).isEqualTo(InvoiceStanding.APPROVED);
        assertThat(found.approved()).isEqualTo(Money.of("1100.00"));
        assertThat(found.reasons()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // billed, delivered, earlier, approved, reason
        "50,    46.75, 0,  1028.50, EXCEEDS_DELIVERED",
        "50,    50,    0,  1100.00, ",
        "46,    50,    0,  1012.00, ",
        "60,    60,    0,  1100.00, EXCEEDS_AUTHORISED",
        "60,    55,    0,  1100.00, EXCEEDS_AUTHORISED",
        "50,    ,      20,  660.00, EXCEEDS_AUTHORISED",
        "50,    46.75, 20,  588.50, EXCEEDS_DELIVERED",
        "50.01, ,      0,  1100.00, EXCEEDS_AUTHORISED"
    })
    void noMoreThanWasDeliveredAndAuthorised(
            String billed, @Nullable String known, String before, String approved, @Nullable String reason) {
        hours = billed;
        net = Money.of("22.00").times(new BigDecimal(billed)).toString();
        delivered = known;
        earlier = List.of(new Taken(CARE, WEEKS, units(before)));
        Assessment found = assess();
        assertThat(found.approved()).isEqualTo(Money.of(approved));
        if (reason == null) assertThat(found.reasons()).isEmpty();
        else assertThat(codes(found)).containsExactly(ReasonCode.valueOf(reason));
    }

    @ParameterizedTest
    @CsvSource({
        // rate, net, approved, reason
        "23.00, 1150.00, 1100.00, EXCEEDS_RATE",
        "21.00, 1050.00, 1050.00, ",
        "22.00, 1100.05, 1100.05, WITHIN_TOLERANCE",
        "22.00, 1100.06, 1100.00, LINE_DOES_NOT_MULTIPLY",
        "22.00, 1099.95, 1099.95, WITHIN_TOLERANCE",
        "22.00, 1099.00, 1099.00, BILLED_BELOW"
    })
    void noMoreThanTheRateInForce(String billedRate, String billed, String approved, @Nullable String reason) {
        rate = billedRate;
        net = billed;
        Assessment found = assess();
        assertThat(found.approved()).isEqualTo(Money.of(approved));
        if (reason == null) assertThat(found.reasons()).isEmpty();
        else assertThat(codes(found)).containsExactly(ReasonCode.valueOf(reason));
    }

    @ParameterizedTest
    @CsvSource({"1101.00, APPROVED", "1101.01, REJECTED", "1099.00, APPROVED", "1098.99, REJECTED"})
    void theTotalsAddUpWithinTheTolerance(String whole, InvoiceStanding standing) {
        gross = whole;
        Assessment found = assess();
        assertThat(found.standing()).isEqualTo(standing);
        if (standing == InvoiceStanding.APPROVED) assertThat(found.approved()).isEqualTo(Money.of(whole));
    }

    @ParameterizedTest
    @CsvSource({
        "EXEMPT, 0, HOME_CARE, true",
        "EXEMPT, 2000, HOME_CARE, false",
        "STANDARD, 2000, HOME_CARE, false",
        "STANDARD, 2000, EQUIPMENT, true",
        "STANDARD, 1750, EQUIPMENT, false",
        "ZERO_RATED, 0, EQUIPMENT, true",
        "OUTSIDE_SCOPE, 500, EQUIPMENT, false"
    })
    void theVatFits(VatCategory billed, int points, Category of, boolean fits) {
        vat = billed;
        basisPoints = points;
        category = of;
        gross = Money.of("1100.00")
                .plus(Money.of("1100.00").timesRatio(points, 10_000, java.math.RoundingMode.HALF_UP))
                .toString();
        assertThat(codes(assess()).contains(VAT_DOES_NOT_FIT)).isEqualTo(!fits);
    }

    @ParameterizedTest
    @CsvSource({"NOT_IN_PLAN", "NOT_THE_SUPPLIER", "ORDER_NOT_CLEAR", "BEFORE_ORDER"})
    void withoutAnOrderItIsRejected(ReasonCode why) {
        fault = why;
        Assessment found = assess();
        assertThat(found.standing()).isEqualTo(InvoiceStanding.REJECTED);
        assertThat(codes(found)).containsExactly(why);
    }

    @Test
    void whatNobodyOrderedIsOnlyNoted() {
        ordered = false;
        assertThat(codes(assess())).containsExactly(NOT_ORDERED);
    }

    @ParameterizedTest
    @CsvSource({"AFTER_DEATH", "AFTER_END", "SUSPENDED", "NO_LONGER_ORDERED"})
    void daysThatAreNotPaidForTakeTheirUnits(ReasonCode why) {
        days.addAll(orderedDays(14, null));
        days.addAll(orderedDays(14, why));
        Assessment found = assess();
        assertThat(found.approved()).isEqualTo(Money.of("550.00"));
        assertThat(codes(found)).containsExactly(why, EXCEEDS_AUTHORISED);
        days.clear();
        days.addAll(orderedDays(28, why));
        Assessment none = assess();
        assertThat(none.standing()).isEqualTo(InvoiceStanding.REJECTED);
        assertThat(codes(none)).containsExactly(why);
    }

    @Test
    void theSameAmountForOverlappingDaysIsHeld() {
        others = List.of(new Other(OTHER, WEEKS, Money.of("1100.01"), Set.of()));
        Assessment held = assess();
        assertThat(held.standing()).isEqualTo(InvoiceStanding.HELD);
        assertThat(held.approved()).isEqualTo(Money.ZERO);
        assertThat(codes(held)).containsExactly(PROBABLE_DUPLICATE);
        cleared = true;
        assertThat(assess().standing()).isEqualTo(InvoiceStanding.APPROVED);
        cleared = false;
        others = List.of(new Other(OTHER, WEEKS, Money.of("1100.02"), Set.of()));
        assertThat(assess().standing()).isEqualTo(InvoiceStanding.APPROVED);
        visits = List.of(new VisitId("V-1"));
        others = List.of(new Other(OTHER, WEEKS, Money.of("1.00"), Set.of(new VisitId("V-1"))));
        assertThat(codes(assess())).contains(PROBABLE_DUPLICATE);
    }

    @Test
    void noMoreThanTheLineAndTheAccountHave() {
        headroom = "1000.00";
        Assessment tight = assess();
        assertThat(tight.approved()).isEqualTo(Money.of("1000.00"));
        assertThat(codes(tight)).containsExactly(EXCEEDS_HEADROOM);
        payer = new AccountId(new UUID(0, 2));
        funds = "999.99";
        assertThat(codes(assess())).containsExactly(EXCEEDS_HEADROOM, ACCOUNT_CANNOT_AFFORD);
        assertThat(assess().standing()).isEqualTo(InvoiceStanding.HELD);
    }

    @Test
    void whatIsForAnEarlierPeriodSaysSo() {
        postingPeriod = new PeriodId(2025, 4);
        Assessment found = assess();
        assertThat(found.standing()).isEqualTo(InvoiceStanding.APPROVED);
        assertThat(codes(found)).containsExactly(PRIOR_PERIOD);
    }

    @Test
    void aRateThatChangesCountsByWhatWasDelivered() {
        for (int i = 0; i < 28; i++) {
            String each = i < 14 ? "20.00" : "24.00";
            Units done = i == 0 ? units("10") : i == 14 ? units("30") : units("0");
            days.add(new ServiceDay(WEEKS.first().plusDays(i), null, units("12.5"), Money.of(each), done));
        }
        delivered = "40";
        hours = "40";
        rate = "24.00";
        net = "960.00";
        Assessment found = assess();
        assertThat(found.approved()).isEqualTo(Money.of("920.00"));
        assertThat(codes(found)).containsExactly(EXCEEDS_RATE);
    }

    private Assessment assess() {
        InvoiceLine billed = new InvoiceLine(
                new InvoiceLineId("1"),
                CARE,
                units(hours),
                Money.of(rate),
                Money.of(net),
                vat,
                basisPoints,
                null,
                visits);
        Money tax = Money.of(net).timesRatio(basisPoints, 10_000, java.math.RoundingMode.HALF_UP);
        Money whole = gross == null ? Money.of(net).plus(tax) : Money.of(gross);
        InvoiceTerms terms = new InvoiceTerms(WEEKS.last(), WEEKS, List.of(billed), whole.minus(tax), tax, whole);
        List<ServiceDay> service = days.isEmpty() ? orderedDays(28, null) : days;
        LineCase line = new LineCase(
                billed,
                WEEKS,
                fault,
                CARE,
                category,
                ordered,
                true,
                service,
                delivered != null,
                false,
                earlier,
                Money.of(headroom),
                payer);
        return InvoiceRules.assess(new InvoiceCase(
                terms,
                cleared,
                others,
                List.of(line),
                payer == null ? Map.of() : Map.of(payer, Money.of(funds)),
                new PeriodId(2025, 3),
                postingPeriod,
                Money.of("0.05"),
                Policy.initial().invoicing()));
    }

    /** So many days from where the others end; what is delivered is delivered on the first of all. */
    private List<ServiceDay> orderedDays(int count, @Nullable ReasonCode why) {
        List<ServiceDay> more = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean first = days.isEmpty() && i == 0 && delivered != null;
            more.add(new ServiceDay(
                    WEEKS.first().plusDays(days.size() + i),
                    why,
                    units("12.5"),
                    Money.of("22.00"),
                    first ? units(delivered) : units("0")));
        }
        return more;
    }

    private static Units units(@Nullable String quantity) {
        return Units.of(new BigDecimal(quantity == null ? "0" : quantity));
    }

    private static List<ReasonCode> codes(Assessment found) {
        return found.reasons().stream().map(Reason::code).toList();
    }
}
