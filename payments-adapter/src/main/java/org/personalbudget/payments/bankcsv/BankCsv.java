package org.personalbudget.payments.bankcsv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.personalbudget.ledger.statement.BankLine;
import org.personalbudget.ledger.statement.BankStatement;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;
import org.personalbudget.payments.bankcsv.StatementMapping.Order;
import org.personalbudget.payments.csv.CsvFiles;
import org.personalbudget.payments.csv.CsvRow;
import org.personalbudget.payments.csv.CsvShape;
import org.personalbudget.payments.csv.CsvTable;

/**
 * Reads a statement of one account from a table (in the manner of RFC 4180, UTF-8), as a mapping says. Balances, where there are any,
 * have to follow from each other row by row; the opening balance is what makes the first of them right.
 */
public final class BankCsv {

    private static final int MOST_BYTES = 64 << 20;
    private static final int MOST_ROWS = 250_000;
    private static final int LONGEST_FIELD = 1_000;

    private BankCsv() {}

    /** @throws FileUnreadable if it is no such table, a row cannot be read, or the balances do not follow */
    public static BankStatement read(byte[] file, StatementMapping mapping) throws FileUnreadable {
        CsvShape shape = new CsvShape(
                mapping.columns().all(),
                Set.of(),
                MOST_ROWS,
                LONGEST_FIELD,
                true,
                mapping.separatorOrComma(),
                mapping.mostPreamble());
        CsvTable table = CsvFiles.read(file, shape, MOST_BYTES);
        if (table.rows().isEmpty()) throw new FileUnreadable(Fault.EMPTY, "line 1", "There is no row in the file.");
        List<BankLine> lines = new ArrayList<>();
        Set<String> accounts = new TreeSet<>();
        BalanceChain chain = new BalanceChain();
        for (CsvRow row : inTime(table.rows(), mapping)) {
            if (!table.fits(row)) {
                throw new FileUnreadable(
                        Fault.ORDER,
                        "line " + row.line(),
                        "The row has " + row.width() + " fields, the header "
                                + table.columns().size() + ".");
            }
            RowReader reader = new RowReader(row, mapping);
            BankLine line = reader.line(lines.size() + 1);
            chain.add(line, reader.balance());
            lines.add(line);
            accounts.add(reader.account());
            if (accounts.size() > 1) throw reader.unreadable(Fault.ORDER, "A statement is of one account.");
        }
        return new BankStatement(
                accounts.iterator().next(), null, first(lines), last(lines), chain.opening(), chain.closing(), lines);
    }

    /** The rows from the oldest to the newest: a balance follows from the one before. */
    private static List<CsvRow> inTime(List<CsvRow> rows, StatementMapping mapping) {
        return mapping.order() == Order.NEWEST_FIRST ? rows.reversed() : rows;
    }

    private static LocalDate first(List<BankLine> lines) {
        return lines.stream()
                .map(BankLine::bookedOn)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static LocalDate last(List<BankLine> lines) {
        return lines.stream()
                .map(BankLine::bookedOn)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
