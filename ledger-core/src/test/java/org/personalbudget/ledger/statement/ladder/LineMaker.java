package org.personalbudget.ledger.statement.ladder;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.statement.LineDigest;
import org.personalbudget.ledger.statement.LineStatus;
import org.personalbudget.ledger.statement.StatementLine;
import org.personalbudget.ledger.terms.MerchantCode;

/** A line in the making. */
final class LineMaker {
    private final Money amount;
    private final LocalDate on;
    private int number = 1;
    private LineStatus status = LineStatus.BOOKED;
    private @Nullable LineDigest endToEnd;
    private @Nullable LineDigest file;
    private List<LineDigest> references = List.of();
    private @Nullable LineDigest counterparty;
    private @Nullable LineDigest payer;
    private @Nullable MerchantCode merchant;
    private @Nullable ReturnCode returned;
    private String words = "";

    LineMaker(Money amount, LocalDate on) {
        this.amount = amount;
        this.on = on;
    }

    LineMaker number(int other) {
        number = other;
        return this;
    }

    LineMaker status(LineStatus other) {
        status = other;
        return this;
    }

    LineMaker endToEnd(String id) {
        endToEnd = new LineDigest(id);
        return this;
    }

    LineMaker file(String name) {
        file = new LineDigest(name);
        return this;
    }

    LineMaker quoting(String reference) {
        references = List.of(new LineDigest(reference));
        return this;
    }

    LineMaker of(String account) {
        counterparty = new LineDigest(account);
        return this;
    }

    LineMaker by(String name) {
        payer = new LineDigest(name);
        return this;
    }

    LineMaker merchant(String code) {
        merchant = new MerchantCode(code);
        return this;
    }

    LineMaker returned() {
        returned = ReturnCode.ACCOUNT_CLOSED;
        return this;
    }

    LineMaker words(String text) {
        words = text;
        return this;
    }

    WordedLine make() {
        return WordedLine.of(
                new StatementLine(
                        number,
                        on,
                        amount,
                        status,
                        new LineDigest("d" + number),
                        endToEnd,
                        file,
                        references,
                        counterparty,
                        payer,
                        merchant,
                        returned,
                        null),
                words);
    }
}
