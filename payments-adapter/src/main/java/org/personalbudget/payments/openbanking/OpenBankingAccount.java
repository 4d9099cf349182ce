package org.personalbudget.payments.openbanking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.personalbudget.ledger.statement.BankLine;
import org.personalbudget.ledger.statement.BankStatement;
import org.personalbudget.payments.FileUnreadable;

/** The lines of one account of an answer. */
final class OpenBankingAccount {

    private final String account;
    private final List<BankLine> lines = new ArrayList<>();

    OpenBankingAccount(String account) {
        this.account = account;
    }

    void add(OpenBankingTransaction transaction) throws FileUnreadable {
        lines.add(transaction.line(lines.size() + 1));
    }

    BankStatement statement() {
        List<LocalDate> days = lines.stream()
                .map(BankLine::bookedOn)
                .sorted(Comparator.naturalOrder())
                .toList();
        return new BankStatement(account, null, days.getFirst(), days.getLast(), null, null, lines);
    }
}
