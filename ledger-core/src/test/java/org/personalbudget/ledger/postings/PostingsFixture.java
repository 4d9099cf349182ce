package org.personalbudget.ledger.postings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.BudgetEvent.ProviderPaymentAuthorised;
import org.personalbudget.ledger.budget.BudgetEvent.SpendRecorded;
import org.personalbudget.ledger.budget.Portion;
import org.personalbudget.ledger.budget.SpendReason;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.When;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.AccountKind;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.Payee;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.RechargeId;
import org.personalbudget.ledger.terms.SpendId;
import org.personalbudget.ledger.terms.SupplierId;

/** Given an event, then these lines: one each as {@code Dr 5000 LA/LA 1056.00}, side, account, source/book, amount. */
final class PostingsFixture {

    static final BudgetId BUDGET = new BudgetId(new UUID(0, 1));
    static final AccountId ACCOUNT = new AccountId(new UUID(0, 2));
    static final PaymentId PAYMENT = new PaymentId(new UUID(0, 3));
    static final SupplierId SUPPLIER = new SupplierId(new UUID(0, 4));
    static final RechargeId RECHARGE = new RechargeId(new UUID(0, 5));
    static final LineId LINE = new LineId("HC");
    static final ActorId ACTOR = new ActorId("payments-officer");
    static final PeriodId P03 = new PeriodId(2025, 3);
    static final PeriodId P04 = new PeriodId(2025, 4);
    static final When WHEN = new When(LocalDate.of(2025, 6, 2), P03);
    static final When LATER = new When(LocalDate.of(2025, 6, 30), P04);
    static final DateRange JUNE = new DateRange(LocalDate.of(2025, 6, 2), LocalDate.of(2025, 6, 29));

    private final Event event;

    private PostingsFixture(Event event) {
        this.event = event;
    }

    static PostingsFixture given(Event event) {
        return new PostingsFixture(event);
    }

    void thenPosts(String... lines) {
        assertThat(Postings.of(event).stream()
                        .flatMap(entry -> entry.lines().stream())
                        .map(PostingsFixture::text))
                .containsExactlyInAnyOrder(lines);
    }

    void thenPostsNothing() {
        assertThat(Postings.of(event)).isEmpty();
    }

    private static String text(JournalLine line) {
        boolean debit = line.debit().isPositive();
        return "%s %d %s/%s %s"
                .formatted(
                        debit ? "Dr" : "Cr",
                        line.account().code(),
                        line.source(),
                        line.book(),
                        debit ? line.debit() : line.credit());
    }

    static Part la(String amount) {
        return Part.of(Funder.LA, Money.of(amount));
    }

    static Part icb(String amount) {
        return Part.of(Funder.ICB, Money.of(amount));
    }

    static Part client(String amount) {
        return Part.client(Funder.LA, Money.of(amount));
    }

    static SpendRecorded spend(
            AccountKind kind, Category category, Split split, Split consumed, List<SpendReason> reasons) {
        return new SpendRecorded(
                BUDGET,
                WHEN,
                new SpendId(new UUID(0, 6)),
                ACCOUNT,
                kind,
                split.total(),
                category,
                LINE,
                null,
                P03,
                split,
                Attribution.PRO_RATA,
                consumed,
                Funder.LA,
                reasons,
                Payee.UNRELATED,
                null,
                null,
                ACTOR);
    }

    static ProviderPaymentAuthorised authorised(
            @Nullable AccountId account, @Nullable AccountKind kind, Portion... portions) {
        Split whole = List.of(portions).stream().map(Portion::split).reduce(Split.NOTHING, Split::plus);
        return new ProviderPaymentAuthorised(
                BUDGET,
                WHEN,
                PAYMENT,
                SUPPLIER,
                null,
                LINE,
                null,
                Category.HOME_CARE,
                JUNE,
                whole.total(),
                Money.of("22.00"),
                account,
                kind,
                List.of(portions),
                Attribution.PRO_RATA,
                Funder.LA,
                ACTOR);
    }
}
