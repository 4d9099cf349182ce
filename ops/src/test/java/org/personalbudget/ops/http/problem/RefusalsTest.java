package org.personalbudget.ops.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.ledger.budget.BudgetRefusal;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.intake.IntakeRefusal;
import org.personalbudget.ledger.kernel.CommonRefusal;
import org.personalbudget.ledger.kernel.Feature;
import org.personalbudget.ledger.kernel.Refusal;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.PolicyRefusal;
import org.personalbudget.ledger.pooledfund.PoolRefusal;
import org.personalbudget.ledger.receipt.ReceiptRefusal;
import org.personalbudget.ledger.supplier.SupplierRefusal;
import org.personalbudget.ledger.takeon.TakeOnBatchRefusal;

class RefusalsTest {

    static Stream<Class<? extends Refusal>> everyKind() {
        return Stream.<Class<? extends Refusal>>of(
                        BudgetRefusal.class,
                        SupplierRefusal.class,
                        PolicyRefusal.class,
                        PoolRefusal.class,
                        ReceiptRefusal.class,
                        TakeOnBatchRefusal.class,
                        IntakeRefusal.class,
                        CommonRefusal.class)
                .flatMap(family -> Feature.membersOf(family).stream());
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void everyRefusalIsASentenceWithItsFigures(Class<? extends Refusal> kind) throws ReflectiveOperationException {
        Refusal refusal = example(kind);

        Problem problem = Refusals.problemOf(refusal);

        assertThat(problem.code()).isEqualTo(refusal.code());
        assertThat(problem.status()).isEqualTo(statusOf(refusal.nature()));
        assertThat(problem.detail()).matches("[A-Z0-9a-f].+ .+[.]").doesNotContain("[", "null", "  ");
        for (RecordComponent component : kind.getRecordComponents()) {
            if (component.getName().equals("field")) {
                assertThat(problem.field()).isEqualTo("/amount");
            } else {
                assertThat(problem.figures()).containsKey(component.getName());
            }
        }
        assertThat(problem.figures().values())
                .allSatisfy(figure -> assertThat(figure.toString()).doesNotContain("["));
    }

    private static int statusOf(Refusal.Nature nature) {
        return switch (nature) {
            case UNKNOWN -> 404;
            case FORBIDDEN -> 403;
            case CONFLICT -> 409;
            case RULE -> 422;
        };
    }

    private static Refusal example(Class<? extends Refusal> kind) throws ReflectiveOperationException {
        Class<?>[] types = Arrays.stream(kind.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        return kind.getDeclaredConstructor(types)
                .newInstance(Arrays.stream(types).map(RefusalsTest::exampleOf).toArray());
    }

    private static Object exampleOf(Class<?> type) {
        if (type == int.class) return 7;
        if (type == long.class) return 1_250L;
        if (type == String.class) return "amount";
        if (type == Money.class) return Money.of("12.34");
        if (type == LocalDate.class) return LocalDate.of(2025, 6, 2);
        if (type == UUID.class) return new UUID(1, 2);
        if (type == PeriodId.class) return new PeriodId(2025, 3);
        if (type == DateRange.class) return new DateRange(LocalDate.of(2025, 6, 2), LocalDate.of(2025, 6, 8));
        if (type.isEnum()) return type.getEnumConstants()[0];
        return wrapped(type);
    }

    /** An id, code or tag of the domain: a record around simpler values. */
    private static Object wrapped(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            return constructor.newInstance(Arrays.stream(constructor.getParameterTypes())
                    .map(RefusalsTest::exampleOf)
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("no example of " + type, e);
        }
    }
}
