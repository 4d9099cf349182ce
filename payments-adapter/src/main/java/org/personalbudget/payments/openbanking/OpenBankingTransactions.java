package org.personalbudget.payments.openbanking;

import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.personalbudget.ledger.statement.BankStatement;
import org.personalbudget.payments.FileText;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the answer to {@code GET /transactions} of Open Banking, versions 3 and 4, in pounds sterling: one statement for
 * each account, without opening and closing balance, and without the number of the account. Only what is booked moves money; what is pending is kept as
 * pending, what was rejected as declined. Fields that are not known are passed over.
 */
public final class OpenBankingTransactions {

    private static final int MOST_BYTES = 256 << 20;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxStringLength(4_000)
                            .maxNameLength(100)
                            .maxNumberLength(30)
                            .build())
                    .build())
            // Each transaction is read by itself, with the next one behind it.
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonParser json;
    private final Map<String, OpenBankingAccount> accounts = new LinkedHashMap<>();
    private boolean any;

    private OpenBankingTransactions(JsonParser json) {
        this.json = json;
    }

    /** @throws FileUnreadable if it is no such answer, or one of its transactions cannot be read */
    public static List<BankStatement> read(byte[] file) throws FileUnreadable {
        Reader text = FileText.reader(file, MOST_BYTES);
        try (JsonParser json = JSON.createParser(text)) {
            return new OpenBankingTransactions(json).statements();
        } catch (JacksonException broken) {
            throw unreadable(broken);
        }
    }

    private List<BankStatement> statements() throws FileUnreadable {
        begin(json.nextToken(), JsonToken.START_OBJECT, "The answer is an object.");
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean data = json.currentName().equals("Data");
            JsonToken value = json.nextToken();
            if (data) data(value);
            else json.skipChildren();
        }
        if (json.nextToken() != null) throw unreadable(Fault.MALFORMED, "Something follows the answer.");
        if (!any) throw unreadable(Fault.UNKNOWN_FORMAT, "There is no Data with a list Transaction.");
        return accounts.values().stream().map(OpenBankingAccount::statement).toList();
    }

    private void data(JsonToken value) throws FileUnreadable {
        begin(value, JsonToken.START_OBJECT, "Data is an object.");
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean transactions = json.currentName().equals("Transaction");
            JsonToken inside = json.nextToken();
            if (transactions) transactions(inside);
            else json.skipChildren();
        }
    }

    private void transactions(JsonToken value) throws FileUnreadable {
        begin(value, JsonToken.START_ARRAY, "Transaction is a list.");
        any = true;
        int number = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            int line = json.currentTokenLocation().getLineNr();
            JsonNode node = JSON.readTree(json);
            OpenBankingTransaction each = new OpenBankingTransaction(node, ++number, line);
            accounts.computeIfAbsent(each.account(), _ -> new OpenBankingAccount())
                    .add(each);
        }
    }

    private void begin(JsonToken found, JsonToken expected, String detail) throws FileUnreadable {
        if (found != expected) throw unreadable(Fault.UNKNOWN_FORMAT, detail);
    }

    private FileUnreadable unreadable(Fault fault, String detail) {
        return new FileUnreadable(fault, "line " + json.currentTokenLocation().getLineNr(), detail);
    }

    /** The parser's own words are left out: they may quote the file. */
    private static FileUnreadable unreadable(JacksonException broken) {
        int line = broken.getLocation() == null
                ? 1
                : Math.max(1, broken.getLocation().getLineNr());
        String place = "line " + line;
        if (broken instanceof StreamConstraintsException) {
            boolean depth = broken.getOriginalMessage().contains("depth");
            return new FileUnreadable(
                    depth ? Fault.TOO_DEEP : Fault.TOO_LARGE, place, "The answer is deeper or longer than any is.");
        }
        if (broken instanceof UnexpectedEndOfInputException) {
            return new FileUnreadable(Fault.TRUNCATED, place, "The file ends before its end.");
        }
        return new FileUnreadable(Fault.MALFORMED, place, "This is not JSON, or a field stands twice.");
    }
}
