package org.personalbudget.payments.iso20022;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.BankLine;
import org.personalbudget.ledger.statement.LineStatus;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;
import org.personalbudget.payments.xml.XmlElement;

/** The balances of one statement that say where it begins and where it ends. */
final class CamtBalances {

    /** What is read; available, interim and forward balances are the bank's view, and prove nothing. */
    private enum Kind {
        /** Opening, booked. */
        OPBD,
        /** Closing, booked, of the statement before: the same as opening. */
        PRCD,
        /** Closing, booked. */
        CLBD
    }

    private record Balance(
            XmlElement element, Money amount, @Nullable LocalDate on) {}

    private final Map<Kind, Balance> balances = new EnumMap<>(Kind.class);

    void add(XmlElement balance) throws FileUnreadable {
        String code = balance.textAt("Tp/CdOrPrtry/Cd");
        for (Kind kind : Kind.values()) {
            if (!kind.name().equals(code)) continue;
            Money amount = IsoValues.signed(IsoValues.amount(balance.require("Amt")), balance);
            Balance read = new Balance(balance, amount, IsoValues.choiceOfDate(balance, "Dt"));
            if (balances.put(kind, read) != null) {
                throw balance.unreadable(Fault.ORDER, "A statement has one balance " + kind + ".");
            }
        }
    }

    @Nullable
    Money opening() {
        Balance opening = balances.containsKey(Kind.OPBD) ? balances.get(Kind.OPBD) : balances.get(Kind.PRCD);
        return opening == null ? null : opening.amount;
    }

    @Nullable
    Money closing() {
        Balance closing = balances.get(Kind.CLBD);
        return closing == null ? null : closing.amount;
    }

    /** The day of the opening balance; the previous closing balance is of a day before. */
    @Nullable
    LocalDate opensOn() {
        Balance opening = balances.get(Kind.OPBD);
        return opening == null ? null : opening.on;
    }

    @Nullable
    LocalDate closesOn() {
        Balance closing = balances.get(Kind.CLBD);
        return closing == null ? null : closing.on;
    }

    /** @throws FileUnreadable unless the opening balance and what is booked make the closing one */
    void check(List<BankLine> lines) throws FileUnreadable {
        Balance opening = balances.get(Kind.OPBD);
        Balance previous = balances.get(Kind.PRCD);
        if (opening != null && previous != null && !opening.amount.equals(previous.amount)) {
            throw opening.element.unreadable(
                    Fault.OUT_OF_BALANCE,
                    "OPBD is " + opening.amount + " and PRCD is " + previous.amount + "; they are the same balance.");
        }
        Balance closing = balances.get(Kind.CLBD);
        Money begin = opening();
        if (begin == null || closing == null) return;
        Money booked = lines.stream()
                .filter(line -> line.status() == LineStatus.BOOKED)
                .map(BankLine::amount)
                .reduce(Money.ZERO, Money::plus);
        if (begin.plus(booked).equals(closing.amount)) return;
        throw closing.element.unreadable(
                Fault.OUT_OF_BALANCE,
                "The opening balance " + begin + " and the booked entries " + booked + " make " + begin.plus(booked)
                        + ", not the closing balance " + closing.amount + ".");
    }
}
