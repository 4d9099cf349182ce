package org.personalbudget.ledger.statement;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.personalbudget.ledger.kernel.StreamId;
import org.personalbudget.ledger.terms.AccountId;

/**
 * An account that somebody sends statements of: the council's bank ({@code 1000}), its card programme ({@code 1010}), or
 * one custody account (its id).
 */
public record StatementAccount(String value) {

    /** The council's bank, account 1000 of the chart. */
    public static final StatementAccount BANK = new StatementAccount("1000");

    /** The card programme, account 1010 of the chart. */
    public static final StatementAccount CARD_PROGRAMME = new StatementAccount("1010");

    private static final Pattern UUID_FORMAT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    public static StatementAccount of(AccountId custody) {
        return new StatementAccount(custody.toString());
    }

    /** Reads 1000, 1010 or the id of a custody account; nothing else names an account. */
    public static Optional<StatementAccount> read(String text) {
        boolean council = text.equals(BANK.value) || text.equals(CARD_PROGRAMME.value);
        return council || UUID_FORMAT.matcher(text).matches()
                ? Optional.of(new StatementAccount(text))
                : Optional.empty();
    }

    /** The custody account, unless it is one of the council's own. */
    public Optional<AccountId> custody() {
        return UUID_FORMAT.matcher(value).matches()
                ? Optional.of(new AccountId(UUID.fromString(value)))
                : Optional.empty();
    }

    /** The stream that knows which statements of this account have come, and how they join. */
    public StreamId chain() {
        return StatementId.stream("statement-chain", "statement-chain/" + value);
    }

    @Override
    public String toString() {
        return value;
    }
}
