package org.personalbudget.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payrun.PaymentReport;
import org.personalbudget.ledger.payrun.ReportedPayment;
import org.personalbudget.ledger.statement.BankLine;
import org.personalbudget.ledger.statement.BankStatement;
import org.personalbudget.ledger.statement.LineStatus;

/** Whatever is done to a file from a bank, it is read or it is unreadable somewhere: nothing else, and soon. */
class SpoiltBankFilesTest {

    private static final int MUTANTS = 20_000;
    private static final long MOST_ALLOCATED = 32L << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @MethodSource("org.personalbudget.payments.BankFormat#all")
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aSpoiltFileIsReadOrUnreadableAndNothingElse(BankFormat format) {
        Mutant mutants = new Mutant(format.name().hashCode(), format.words());
        int read = 0;
        long slowest = 0;
        long most = 0;
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = mutants.of(format.files().get(i % format.files().size()));
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long began = System.nanoTime();
            if (isRead(format, mutant, i)) read++;
            slowest = Math.max(slowest, System.nanoTime() - began);
            most = Math.max(most, THREADS.getCurrentThreadAllocatedBytes() - allocated);
        }
        assertThat(read).as("some survive").isBetween(MUTANTS / 1_000, MUTANTS / 2);
        assertThat(Duration.ofNanos(slowest)).as("the slowest").isLessThan(Duration.ofSeconds(5));
        assertThat(most).as("the most memory").isLessThan(MOST_ALLOCATED);
    }

    private static boolean isRead(BankFormat format, byte[] mutant, int number) {
        try {
            check(format.reader().read(mutant));
            return true;
        } catch (FileUnreadable no) {
            assertThat(no.place()).matches("line [1-9][0-9]*(, .+)?");
            assertThat(no.detail()).endsWith(".").doesNotContain("\n");
            return false;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError other) {
            return fail("mutant " + number + " of " + format, other);
        }
    }

    private static void check(Object read) {
        switch (read) {
            case PaymentReport report -> report.payments().forEach(SpoiltBankFilesTest::check);
            case BankStatement statement -> check(statement);
            case List<?> statements -> statements.forEach(SpoiltBankFilesTest::check);
            default -> fail("nobody reads " + read.getClass());
        }
    }

    private static void check(ReportedPayment payment) {
        assertThat(payment.place()).isNotBlank();
        assertThat(payment.amount() == null || !payment.amount().isNegative()).isTrue();
    }

    private static void check(BankStatement statement) {
        assertThat(statement.account()).matches("[A-Z0-9]{0,40}");
        assertThat(statement.from()).isBeforeOrEqualTo(statement.to());
        if (statement.opening() == null || statement.closing() == null) return;
        Money booked = statement.lines().stream()
                .filter(line -> line.status() == LineStatus.BOOKED)
                .map(BankLine::amount)
                .reduce(Money.ZERO, Money::plus);
        assertThat(statement.opening().plus(booked)).isEqualTo(statement.closing());
    }
}
