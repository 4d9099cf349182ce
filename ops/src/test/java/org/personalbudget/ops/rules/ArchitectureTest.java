package org.personalbudget.ops.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ops.LedgerApplication;

class ArchitectureTest {

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("-tests.jar"))
            .importPackages("org.personalbudget");

    @ParameterizedTest
    @EnumSource
    void theCodeKeeps(ArchitectureRule promise) {
        assertThat(PRODUCTION.contain(Decision.class) && PRODUCTION.contain(LedgerApplication.class))
                .as("the rules see every module")
                .isTrue();

        promise.rule.check(PRODUCTION);
    }

    @ParameterizedTest
    @EnumSource
    void aDeliberateOffenderBreaks(ArchitectureRule promise) {
        assertThat(promise.offenders).allSatisfy(offender -> {
            var result = promise.rule.evaluate(new ClassFileImporter().importClasses(offender));

            assertThat(result.getFailureReport().getDetails())
                    .as("%s against: %s", offender.getSimpleName(), promise.rule.getDescription())
                    .isNotEmpty()
                    .allMatch(detail -> detail.contains(offender.getName()));
        });
    }
}
