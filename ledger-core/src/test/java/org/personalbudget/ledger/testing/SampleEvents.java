package org.personalbudget.ledger.testing;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.bankdetails.BankDetailsEvent;
import org.personalbudget.ledger.budget.BudgetEvent;
import org.personalbudget.ledger.budget.JudgementEvent.SpendReclaimed;
import org.personalbudget.ledger.bulkchange.BulkChangeEvent;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.cardprogramme.CardProgrammeEvent;
import org.personalbudget.ledger.intake.IntakeEvent;
import org.personalbudget.ledger.invoice.DocumentEvent;
import org.personalbudget.ledger.kernel.CommandRefused;
import org.personalbudget.ledger.kernel.CommonRefusal;
import org.personalbudget.ledger.kernel.Event;
import org.personalbudget.ledger.kernel.Feature;
import org.personalbudget.ledger.kernel.Refusal;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Part;
import org.personalbudget.ledger.money.Split;
import org.personalbudget.ledger.payment.PaymentEvent;
import org.personalbudget.ledger.payrun.PayRunEvent;
import org.personalbudget.ledger.payrun.PaymentReportEvent;
import org.personalbudget.ledger.period.PeriodEvent;
import org.personalbudget.ledger.policy.Policy;
import org.personalbudget.ledger.policy.PolicyEvent;
import org.personalbudget.ledger.pooledfund.PoolEvent;
import org.personalbudget.ledger.receipt.ReceiptEvent;
import org.personalbudget.ledger.statement.ChainEvent;
import org.personalbudget.ledger.statement.StatementEvent;
import org.personalbudget.ledger.supplier.SupplierEvent;
import org.personalbudget.ledger.takeon.TakeOnBatchEvent;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.Source;

/**
 * An event of every type there is, made from its components, so that nobody forgets a new one. The events of one
 * variant speak of the same budget, account, payment and supplier; those of another of others.
 */
public final class SampleEvents {

    /** Every family of events. */
    public static final List<Class<? extends Event>> FAMILIES = List.of(
            BudgetEvent.class,
            PaymentEvent.class,
            SupplierEvent.class,
            PolicyEvent.class,
            PeriodEvent.class,
            PoolEvent.class,
            BulkChangeEvent.class,
            TakeOnBatchEvent.class,
            IntakeEvent.class,
            ReceiptEvent.class,
            StatementEvent.class,
            ChainEvent.class,
            CardProgrammeEvent.class,
            DocumentEvent.class,
            BankDetailsEvent.class,
            PayRunEvent.class,
            PaymentReportEvent.class,
            CommandRefused.class);

    /** What the samples of one round have in common. */
    public enum Variant {
        /** Nothing is left out. */
        FULL,
        /** Whatever may be missing is, lists are empty, and what is paid is paid by the next channel. */
        SPARSE,
        /** Nothing is left out, and every amount is negative. */
        NEGATIVE
    }

    private final Variant variant;
    private final int round;
    private final Class<? extends Event> event;

    private SampleEvents(Variant variant, int round, Class<? extends Event> event) {
        this.variant = variant;
        this.round = round;
        this.event = event;
    }

    /** One event of every type, in the order of the families. */
    public static List<Event> of(Variant variant) {
        return of(variant, 0);
    }

    /** The same about the budget, account, payment and supplier of another round. */
    public static List<Event> of(Variant variant, int round) {
        List<Event> events = new ArrayList<>();
        for (Class<? extends Event> family : FAMILIES) {
            for (Class<? extends Event> type : inOrder(family)) {
                events.add(type.cast(new SampleEvents(variant, round, type).record(type)));
            }
        }
        return events;
    }

    /** What a family begins with comes before what happens to it later, which the families within it tell. */
    private static List<Class<? extends Event>> inOrder(Class<? extends Event> family) {
        return Feature.membersOf(family).stream()
                .<Class<? extends Event>>map(type -> type.asSubclass(Event.class))
                .sorted(Comparator.comparing(type -> type.getEnclosingClass() != family))
                .toList();
    }

    /** Every variant of every event. */
    public static List<Event> all() {
        return Arrays.stream(Variant.values())
                .flatMap(variant -> of(variant).stream())
                .toList();
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            return type.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(Arrays.stream(components)
                            .map(component -> value(component.getAnnotatedType()))
                            .toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("no sample of " + type, e);
        }
    }

    private @Nullable Object value(AnnotatedType annotated) {
        if (variant == Variant.SPARSE && annotated.isAnnotationPresent(Nullable.class)) return null;
        if (annotated instanceof AnnotatedParameterizedType collection) return collection(collection);
        Type type = annotated.getType();
        return value((Class<?>) type);
    }

    private Object collection(AnnotatedParameterizedType type) {
        Class<?> raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
        boolean empty = variant == Variant.SPARSE;
        AnnotatedType[] elements = type.getAnnotatedActualTypeArguments();
        if (raw == List.class) return empty ? List.of() : List.of(value(elements[0]));
        if (raw == Set.class) return empty ? Set.of() : Set.of(value(elements[0]));
        if (raw == Map.class) return empty ? Map.of() : Map.of(value(elements[0]), value(elements[1]));
        throw new AssertionError("no sample of " + type);
    }

    private Object value(Class<?> type) {
        if (type == String.class) return "code-" + variant.ordinal();
        if (type == int.class || type == Integer.class) return 1 + variant.ordinal();
        if (type == long.class || type == Long.class) return 1250L;
        if (type == boolean.class) return true;
        if (type == UUID.class) return id("any");
        // A judged spend is a reclaim of its own, and not the one that notice was given of.
        if (type == ReclaimId.class && event == SpendReclaimed.class) return new ReclaimId(id("SpendReclaimed"));
        // A batch does one thing, and to each budget once.
        if (type == BatchId.class) return new BatchId(event.getSimpleName() + "-" + variant.ordinal() + "-" + round);
        if (type == Instant.class) return Instant.parse("2025-06-02T09:00:00Z");
        if (type == LocalDate.class) return LocalDate.of(2025, 6, 2);
        if (type == DateRange.class) return new DateRange(LocalDate.of(2025, 6, 2), LocalDate.of(2025, 6, 29));
        if (type == PeriodId.class) return new PeriodId(2025, 3);
        if (type == Money.class) return amount(124_000);
        if (type == Split.class) return split();
        if (type == Part.class) return Part.client(Funder.LA, amount(16_840));
        if (type == Funder.class) return Funder.LA;
        if (type == Policy.class) return Policy.initial();
        if (type == Refusal.class) return new CommonRefusal.RoleMayNot("ApprovePlan", Role.AUDITOR);
        if (type.isSealed()) return sample(Feature.membersOf(type).get(variant.ordinal()));
        if (type.isEnum()) return type.getEnumConstants()[variant.ordinal() % type.getEnumConstants().length];
        if (type.isRecord()) return isId(type) ? newId(type) : record(type);
        throw new AssertionError("no sample of " + type);
    }

    private Object sample(Class<?> type) {
        return record(type);
    }

    /** 70 to 30 between two funders, with the person's part, and some of it set aside. */
    private Split split() {
        return Split.of(
                Part.of(Funder.LA, amount(69_960)),
                Part.of(Funder.ICB, amount(37_200)),
                Part.client(Funder.LA, amount(16_840)),
                new Part(Funder.LA, Source.LA, new PaymentId(id("PaymentId")), amount(34_500)));
    }

    private Money amount(long pence) {
        return Money.ofPence(variant == Variant.NEGATIVE ? -pence : pence);
    }

    private static boolean isId(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        return components.length == 1 && components[0].getType() == UUID.class;
    }

    private Object newId(Class<?> type) {
        try {
            return type.getDeclaredConstructor(UUID.class).newInstance(id(type.getSimpleName()));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("no sample of " + type, e);
        }
    }

    private UUID id(String name) {
        return UUID.nameUUIDFromBytes((variant + "/" + round + "/" + name).getBytes(StandardCharsets.UTF_8));
    }
}
