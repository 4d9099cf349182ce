package org.personalbudget.ops.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.personalbudget.ledger.offender.AsksTheClock;
import org.personalbudget.ledger.offender.BorrowsTheClock;
import org.personalbudget.ledger.offender.CountsInDouble;
import org.personalbudget.ledger.offender.DrawsAnId;
import org.personalbudget.ledger.offender.KnowsASibling;
import org.personalbudget.ledger.offender.KnowsAxon;
import org.personalbudget.ledger.offender.KnowsJackson;
import org.personalbudget.ledger.offender.KnowsJdbc;
import org.personalbudget.ledger.offender.KnowsSpring;
import org.personalbudget.ledger.offender.KnowsTheWeb;
import org.personalbudget.ledger.offender.TakesAFloat;
import org.personalbudget.payments.offender.KnowsOps;
import org.personalbudget.payments.offender.MeetsProjections;
import org.personalbudget.projections.offender.MeetsPayments;
import org.personalbudget.projections.offender.PaymentHelper;

/** What the architecture promises, each with its reason and with classes that break it on purpose. */
enum ArchitectureRule {
    THE_CORE_SERVES_NO_WEB(
            noClasses()
                    .that(resideInAPackage("org.personalbudget.ledger.."))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..")
                    .because("the ledger's laws hold however it is asked; HTTP is ops' business"),
            KnowsTheWeb.class),

    THE_CORE_LEANS_ON_NO_SIBLING(
            noClasses()
                    .that(resideInAPackage("org.personalbudget.ledger.."))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.personalbudget.payments..",
                            "org.personalbudget.projections..",
                            "org.personalbudget.ops..")
                    .because("every module leans on the core, so it can lean on none of them"),
            KnowsASibling.class),

    PAYMENTS_NEVER_MEET_PROJECTIONS(
            noClasses()
                    .that(resideInAPackage("org.personalbudget.payments.."))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.personalbudget.projections..")
                    .because("what goes to the bank follows from facts in the log, never from a view of them"),
            MeetsProjections.class),

    PROJECTIONS_NEVER_MEET_PAYMENTS(
            noClasses()
                    .that(resideInAPackage("org.personalbudget.projections.."))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.personalbudget.payments..")
                    .because("a view is a fold over the log and must not change with a bank's file format"),
            MeetsPayments.class),

    NOBODY_LEANS_ON_OPS(
            noClasses()
                    .that(resideInAnyPackage("org.personalbudget.payments..", "org.personalbudget.projections.."))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.personalbudget.ops..")
                    .because("ops wires the others together, so a way back would be a circle"),
            KnowsOps.class),

    THE_DOMAIN_KNOWS_NO_FRAMEWORK(
            noClasses()
                    .that(areTheDomain())
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.axonframework..",
                            "org.springframework..",
                            "java.sql..",
                            "javax.sql..",
                            "org.postgresql..",
                            "tools.jackson..",
                            "com.fasterxml.jackson..")
                    .because("a decision is judged by reading it; storage, wire format and framework belong to the"
                            + " packages eventstore, axon and register"),
            KnowsAxon.class,
            KnowsSpring.class,
            KnowsJdbc.class,
            KnowsJackson.class),

    A_DECISION_READS_NEITHER_CLOCK_NOR_CHANCE(
            noClasses()
                    .that(areTheDomain())
                    .should()
                    .accessTargetWhere(clockOrChance())
                    .because("the same command on the same facts must decide the same: time and ids come in as values"),
            AsksTheClock.class,
            BorrowsTheClock.class,
            DrawsAnId.class),

    MONEY_IS_NEVER_FLOATING(
            classes()
                    .that(areTheDomain())
                    .should(haveNoFloatingPoint())
                    .because("binary fractions cannot hold a penny; money is whole pence, rates are exact decimals"),
            CountsInDouble.class,
            TakesAFloat.class),

    NAMES_SAY_WHAT_A_CLASS_IS(
            noClasses()
                    .that(resideInAPackage("org.personalbudget.."))
                    .should(haveSimpleNameMatching(".*(Service|Manager|Helper|Utils?)"))
                    .because("such an ending says that the class has no one thing it is about: name that thing"),
            PaymentHelper.class),

    EVERY_PACKAGE_IS_NULL_MARKED(
            classes()
                    .that(resideInAPackage("org.personalbudget.."))
                    .should(resideInANullMarkedPackage())
                    .because("NullAway passes over a package whose package-info does not say @NullMarked"),
            PaymentHelper.class);

    final ArchRule rule;
    final List<Class<?>> offenders;

    ArchitectureRule(ArchRule rule, Class<?>... offenders) {
        this.rule = rule;
        this.offenders = List.of(offenders);
    }

    /** The core without the packages that carry it on PostgreSQL, Axon and the register. */
    private static DescribedPredicate<JavaClass> areTheDomain() {
        return resideInAPackage("org.personalbudget.ledger..")
                .and(not(resideInAnyPackage(
                        "org.personalbudget.ledger.eventstore..",
                        "org.personalbudget.ledger.axon..",
                        "org.personalbudget.ledger.register..")))
                .as("are the domain");
    }

    private static DescribedPredicate<JavaAccess<?>> clockOrChance() {
        return describe("reads the clock or draws by chance", access -> {
            var target = access.getTarget();
            var owner = target.getOwner();
            return (owner.getPackageName().equals("java.time")
                            && target.getName().equals("now"))
                    || (owner.isEquivalentTo(Clock.class) && target.getName().startsWith("system"))
                    || (owner.isEquivalentTo(UUID.class) && target.getName().equals("randomUUID"))
                    || (owner.isEquivalentTo(System.class)
                            && Set.of("currentTimeMillis", "nanoTime").contains(target.getName()))
                    || (owner.isEquivalentTo(Math.class) && target.getName().equals("random"))
                    || owner.isAssignableTo(RandomGenerator.class);
        });
    }

    private static ArchCondition<JavaClass> haveNoFloatingPoint() {
        var floating = Set.of("float", "double", "java.lang.Float", "java.lang.Double");
        return condition(
                "have no floating point in a field, a parameter or a result",
                type -> Stream.of(
                                type.getFields().stream()
                                        .filter(field -> floating.contains(
                                                field.getRawType().getName()))
                                        .map(field -> field.getFullName()),
                                type.getCodeUnits().stream()
                                        .filter(unit -> typesOf(unit).anyMatch(floating::contains))
                                        .map(JavaCodeUnit::getFullName))
                        .flatMap(found -> found));
    }

    private static Stream<String> typesOf(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                .map(JavaClass::getName);
    }

    private static ArchCondition<JavaClass> haveSimpleNameMatching(String pattern) {
        return new ArchCondition<>("have a simple name matching " + pattern) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var matches = type.getSimpleName().matches(pattern);
                events.add(new SimpleConditionEvent(type, matches, type.getFullName()));
            }
        };
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return condition(
                "reside in a package marked @NullMarked",
                type -> type.getPackage().isAnnotatedWith(NullMarked.class)
                        ? Stream.empty()
                        : Stream.of(type.getFullName()));
    }

    private static ArchCondition<JavaClass> condition(
            String description, Function<JavaClass, Stream<String>> violations) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                violations.apply(type).forEach(what -> events.add(SimpleConditionEvent.violated(type, what)));
            }
        };
    }
}
