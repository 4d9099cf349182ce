package org.personalbudget.payments.iso20022;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.statement.BankLine;
import org.personalbudget.ledger.statement.BankStatement;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;
import org.personalbudget.payments.xml.XmlCursor;
import org.personalbudget.payments.xml.XmlElement;

/** One statement while it is being read. */
final class CamtStatement {

    private final CamtBalances balances = new CamtBalances();
    private final CamtLines lines = new CamtLines();
    private LocalDate createdOn;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private String account = "";
    private @Nullable String number;

    /** @param createdOn the day of the file */
    CamtStatement(LocalDate createdOn) {
        this.createdOn = createdOn;
    }

    BankStatement read(XmlCursor xml) throws FileUnreadable {
        FileUnreadable backwards = xml.unreadable(Fault.BAD_VALUE, "The statement ends before it begins.");
        for (String name = xml.next(); name != null; name = xml.next()) {
            switch (name) {
                case "Id" -> number = xml.element().text();
                case "CreDtTm" -> createdOn = IsoValues.date(xml.element());
                case "FrToDt" -> days(xml.element());
                case "Acct" -> account = account(xml.element());
                case "Bal" -> balances.add(xml.element());
                case "Ntry" -> lines.add(CamtEntry.of(xml.element()), to == null ? createdOn : to);
                default -> xml.skip();
            }
        }
        balances.check(lines.lines());
        LocalDate first = first();
        LocalDate last = last();
        if (first.isAfter(last)) throw backwards;
        return new BankStatement(account, number, first, last, balances.opening(), balances.closing(), lines.lines());
    }

    private void days(XmlElement days) throws FileUnreadable {
        from = IsoValues.date(days.require("FrDtTm"));
        to = IsoValues.date(days.require("ToDtTm"));
    }

    static String account(XmlElement account) throws FileUnreadable {
        String currency = account.textAt("Ccy");
        if (currency != null && !currency.equals("GBP")) {
            throw account.unreadable(Fault.CURRENCY, "An account is in GBP.");
        }
        String number = IsoValues.account(account, account.find("Svcr"));
        if (number == null) throw account.unreadable(Fault.MISSING, "The account has neither IBAN nor Othr/Id.");
        return number;
    }

    private LocalDate first() {
        if (from != null) return from;
        if (balances.opensOn() != null) return balances.opensOn();
        return booked().min(Comparator.naturalOrder()).orElseGet(this::last);
    }

    private LocalDate last() {
        if (to != null) return to;
        if (balances.closesOn() != null) return balances.closesOn();
        return booked().max(Comparator.naturalOrder()).orElse(createdOn);
    }

    private Stream<LocalDate> booked() {
        return lines.lines().stream().map(BankLine::bookedOn);
    }
}
