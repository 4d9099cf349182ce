package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalbudget.payments.Fixture;
import org.personalbudget.payments.Mutant;

/**
 * Spoilt and hostile files at the door of the running service. Every answer is one of ours, soon; a file that is refused
 * leaves nothing behind.
 */
class HostileFilesIT {

    private static final int MUTANTS = 60;
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String XML = "application/xml";
    private static final String CSV = "text/csv";

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.ofItsOwn();
        ledger.as("auditor").on(LocalDate.of(2025, 10, 1)).get("/trial-balance").granted();
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    /** A kind of file, and where it is handed in. */
    record Door(String path, String user, String type, List<String> words, String file) {
        @Override
        public String toString() {
            return path + " " + file;
        }
    }

    static Stream<Door> doors() {
        List<String> xml =
                List.of("<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", "<a>", "</a>", "-1", "2025-02-30", "\u0000", "<!--");
        List<String> csv = List.of("\"", "\"\"", ",", ",,,,", "-1", "1e9", "2025-02-30", "\u0000", "=1+1", "\r");
        List<String> json = List.of("{", "}", "[", "]", "\"", "null", "1e999", "-1", "\\u0000", "[[[[[[[[[[[[[[[[[[[[");
        return Stream.of(
                new Door("/invoices", "invoice-officer", XML, xml, "/ubl/hc-2201.xml"),
                new Door("/invoices", "invoice-officer", XML, xml, "/ubl/cn-17.xml"),
                new Door("/invoices", "invoice-officer", CSV, csv, "/invoicecsv/batch.csv"),
                new Door("/statements?account=1000", "reconciler", XML, xml, "/iso20022/camt053-08.xml"),
                new Door("/statements?account=1000", "reconciler", XML, xml, "/iso20022/camt053-02.xml"),
                new Door("/statements?account=1000&mapping=sample-bank", "reconciler", CSV, csv, "/bankcsv/bank.csv"),
                new Door(
                        "/statements?account=1000",
                        "reconciler",
                        "application/json",
                        json,
                        "/openbanking/transactions-4.json"),
                new Door("/payment-reports", "payments-officer", XML, xml, "/iso20022/pain002-10.xml"),
                new Door("/payment-reports", "payments-officer", XML, xml, "/iso20022/camt054-08.xml"),
                new Door("/payment-reports", "payments-officer", XML, xml, "/bacs/arucs.xml"));
    }

    @ParameterizedTest
    @MethodSource("doors")
    void aSpoiltFileIsAnsweredAndLeavesNothingWhereItIsRefused(Door door) {
        Mutant mutants = new Mutant(door.toString().hashCode(), door.words());
        byte[] whole = Fixture.bytes(door.file());
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            if (isRefused(door, mutants.of(whole), i)) refused++;
        }
        assertThat(refused).as("most of them").isGreaterThan(MUTANTS / 4);
    }

    /** The whole file is no hostile one: whatever the ledger makes of it, it is read. */
    @ParameterizedTest
    @MethodSource("doors")
    void theFileAsItWasIsReadable(Door door) {
        Reply answer = answer(door, Fixture.bytes(door.file()));
        assertThat(answer.status()).as(answer.body()).isNotIn(400, 415);
        assertThat(answer.body()).doesNotContain("file-unreadable");
    }

    @Test
    void aBillionLaughsAreNotLaughed() {
        String bomb =
                "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><l>&b;</l>";
        doors().filter(door -> door.type().equals(XML)).forEach(door -> {
            Reply answer = answer(door, bomb.getBytes()).refused(422, "file-unreadable");
            assertThat(answer.text("/fault")).isEqualTo("doctype");
        });
    }

    private static boolean isRefused(Door door, byte[] mutant, int number) {
        long before = ledger.facts();
        long began = System.nanoTime();
        Reply answer = answer(door, mutant);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
        assertThat(answer.status())
                .as("mutant %d of %s: %s", number, door, answer.body())
                .isBetween(200, 499);
        if (answer.status() < 300) return false;
        assertThat(answer.text("/code")).isNotEmpty();
        assertThat(ledger.facts())
                .as("facts after mutant %d of %s", number, door)
                .isEqualTo(before);
        return true;
    }

    private static Reply answer(Door door, byte[] file) {
        return ledger.as(door.user()).with("Content-Type", door.type()).postFile(door.path(), file);
    }
}
