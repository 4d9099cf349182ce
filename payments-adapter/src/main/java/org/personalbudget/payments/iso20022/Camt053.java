package org.personalbudget.payments.iso20022;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.personalbudget.ledger.statement.BankStatement;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.xml.XmlCursor;

/** Reads statements of ISO 20022, camt.053.001.02 and camt.053.001.08, in pounds sterling. */
public final class Camt053 {

    private Camt053() {}

    /**
     * The statements in the file, in its order.
     *
     * @throws FileUnreadable if it is no such file, holds another currency, or does not add up
     */
    public static List<BankStatement> read(byte[] file) throws FileUnreadable {
        XmlCursor xml = IsoMessage.CAMT_053.open(file);
        List<BankStatement> statements = new ArrayList<>();
        LocalDate createdOn = LocalDate.EPOCH;
        for (String name = xml.next(); name != null; name = xml.next()) {
            switch (name) {
                case "GrpHdr" -> createdOn = IsoValues.date(xml.element().require("CreDtTm"));
                case "Stmt" -> statements.add(new CamtStatement(createdOn).read(xml));
                default -> xml.skip();
            }
        }
        IsoMessage.CAMT_053.close(xml);
        return List.copyOf(statements);
    }
}
