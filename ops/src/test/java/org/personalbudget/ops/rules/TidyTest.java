package org.personalbudget.ops.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TidyTest {

    @ParameterizedTest
    @EnumSource
    void theTreeKeeps(TidyRule rule) {
        assertThat(rule.brokenIn(SourceTree.ofThisProject())).as(rule.reason).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void aDeliberateOffenderBreaks(TidyRule rule, String file, String content, @TempDir Path root) throws Exception {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), content);

        assertThat(rule.brokenIn(new SourceTree(root))).hasSize(1);
    }

    static Stream<Arguments> aDeliberateOffenderBreaks() {
        return Stream.of(
                offender(TidyRule.LINKS_LEAD_SOMEWHERE, "README.md", "see [there](ops/docs/nowhere.md#part)"),
                offender(TidyRule.LINKS_LEAD_SOMEWHERE, "ops/docs/a/b.md", "see [that](../c.md), [it](https://x.y)"),
                offender(TidyRule.A_FILE_HOLDS_ONE_IDEA, "ops/Long.java", "\n".repeat(401)),
                offender(TidyRule.NOTHING_IS_LEFT_FOR_LATER, "ops/A.java", "// TO" + "DO later"),
                offender(TidyRule.NOTHING_IS_LEFT_FOR_LATER, "ops/B.sql", "-- FIX" + "ME"),
                offender(TidyRule.NOTHING_IS_LEFT_FOR_LATER, "ops/CTest.java", "@Dis" + "abled(\"flaky\")"),
                offender(TidyRule.THE_SERVICE_LOGS, "ops/src/main/java/A.java", "System.out.println(1);"),
                offender(TidyRule.THE_PROJECT_STANDS_ALONE, ".ci/run", "cat ../" + "shared/x"),
                offender(TidyRule.THE_TOP_LEVEL_IS_A_TABLE_OF_CONTENTS, "notes.txt", "one more"));
    }

    @Test
    void everyRuleHasItsOffender() {
        assertThat(aDeliberateOffenderBreaks()
                        .map(offender -> (TidyRule) offender.get()[0])
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(TidyRule.class))))
                .containsExactlyInAnyOrder(TidyRule.values());
    }

    private static Arguments offender(TidyRule rule, String file, String content) {
        return argumentSet(rule + " by " + file, rule, file, content);
    }
}
