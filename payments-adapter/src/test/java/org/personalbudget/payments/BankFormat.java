package org.personalbudget.payments;

import java.util.List;
import java.util.stream.Stream;
import org.personalbudget.payments.bacs.Arucs;
import org.personalbudget.payments.bankcsv.BankCsv;
import org.personalbudget.payments.bankcsv.StatementMappings;
import org.personalbudget.payments.iso20022.Camt053;
import org.personalbudget.payments.iso20022.Camt054;
import org.personalbudget.payments.iso20022.Pain002;
import org.personalbudget.payments.openbanking.OpenBankingTransactions;

/** Every format that comes from a bank, with files in it and with what may spoil them. */
record BankFormat(String name, Reader reader, List<String> words, List<byte[]> files) {

    /** Reads a file of the format. */
    interface Reader {
        Object read(byte[] file) throws FileUnreadable;
    }

    static Stream<BankFormat> all() {
        return Stream.of(
                format("camt.053", Camt053::read, Words.XML, "/iso20022/camt053-02.xml", "/iso20022/camt053-08.xml"),
                format("camt.054", Camt054::read, Words.XML, "/iso20022/camt054-02.xml", "/iso20022/camt054-08.xml"),
                format("pain.002", Pain002::read, Words.XML, "/iso20022/pain002-03.xml", "/iso20022/pain002-10.xml"),
                format("ARUCS", Arucs::read, Words.XML, "/bacs/arucs.xml"),
                format(
                        "Open Banking",
                        OpenBankingTransactions::read,
                        Words.JSON,
                        "/openbanking/transactions-3.json",
                        "/openbanking/transactions-4.json"),
                format(
                        "a bank's table",
                        file -> BankCsv.read(file, StatementMappings.sampleBank()),
                        Words.CSV,
                        "/bankcsv/bank.csv"),
                format(
                        "a card programme's table",
                        file -> BankCsv.read(file, StatementMappings.sampleCardProgramme()),
                        Words.CSV,
                        "/bankcsv/card-programme.csv"));
    }

    private static BankFormat format(String name, Reader reader, List<String> words, String... files) {
        return new BankFormat(
                name, reader, words, Stream.of(files).map(Fixture::bytes).toList());
    }

    @Override
    public String toString() {
        return name;
    }

    private static final class Words {

        private static final String LONG = "x".repeat(20_000);

        static final List<String> XML = List.of(
                "<!DOCTYPE a [<!ENTITY b 'cc'><!ENTITY d '&b;&b;&b;&b;'>]>",
                "<!DOCTYPE a SYSTEM 'file:///etc/hostname'>",
                "&d;",
                "&#0;",
                "&#x10FFFF;",
                "&amp;",
                "&",
                "<",
                ">",
                "/>",
                "<a>".repeat(300),
                "<a " + "b='' ".repeat(3),
                "<![CDATA[",
                "]]>",
                "<!--",
                "-->",
                "<?pi ?>",
                "<?xml version='1.0' encoding='UTF-16'?>",
                "xmlns='urn:other'",
                "Ccy=\"EUR\"",
                "<Ntry>",
                "</Ntry>",
                "<TxDtls/>",
                "<Amt Ccy=\"GBP\">0.01</Amt>",
                "<RtrInf/>",
                "9999999999.99",
                "99999999999999999999",
                "-1",
                "1e9",
                "2025-02-30",
                "+999999999-12-31",
                "DBIT",
                "CRDT",
                "BOOK",
                "PDNG",
                "RJCT",
                "PART",
                "OPBD",
                "CLBD",
                "camt.053.001.08",
                "",
                "\u0000",
                "\uFFFE",
                "\uFEFF",
                "é",
                LONG);

        static final List<String> JSON = List.of(
                "{",
                "}",
                "[",
                "]",
                "[".repeat(300),
                "{\"a\":".repeat(300),
                "\"",
                "\\",
                "\\u0000",
                "\\uD800",
                ",",
                ":",
                "null",
                "true",
                "1e999999999",
                "-0",
                "9".repeat(200),
                "NaN",
                "\"Booked\"",
                "\"Debit\"",
                "\"9999999999.99\"",
                "\"99999999999\"",
                "\"2025-02-30T00:00:00Z\"",
                "\"+999999999-12-31T00:00:00Z\"",
                "\"Data\": 1,",
                "\"Transaction\": {},",
                "/* no comment */",
                "\u0000",
                "\uFEFF",
                "é",
                LONG);

        static final List<String> CSV = List.of(
                ",",
                "\"",
                "\"\"",
                "\n",
                "\r",
                "\r\n",
                ";",
                "9999999999.99",
                "99999999999",
                "-",
                "(1.00)",
                "(",
                "1,000.00",
                "1e9",
                "0",
                "£",
                "30/02/2025",
                "31/12/9999",
                "2025-02-30",
                "DECLINED",
                "SETTLED",
                "EUR",
                "Balance",
                "amount",
                "=1+1",
                "\u0000",
                "\uFEFF",
                "é",
                "",
                LONG);
    }
}
