package org.personalbudget.payments.openbanking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.personalbudget.ledger.statement.BankLine;
import org.personalbudget.ledger.statement.BankStatement;
import org.personalbudget.payments.FileUnreadable;

/** The lines of one account of an answer, which knows the account by an id of the bank's and not by its number. */
final class OpenBankingAccount {

    private final List<BankLine> lines = new ArrayList<>();

    void add(OpenBankingTransaction transaction) throws FileUnreadable {
        lines.add(transaction.line(lines.size() + 1));
    }

    BankStatement statement() {
        List<LocalDate> days = lines.stream()
                .map(BankLine::bookedOn)
                .sorted(Comparator.naturalOrder())
                .toList();
        return new BankStatement("", null, days.getFirst(), days.getLast(), null, null, lines);
    }
}
