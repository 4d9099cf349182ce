package org.personalbudget.ops.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ops.api.YearsDirt.Why;

/** A statement of the council's own in a generated year, with what is to become of each line. */
final class YearsStatement {

    private record Meant(
            long pence, @Nullable String rule, @Nullable Why why) {}

    private final YearsDirt dirt;
    private final String account;
    private final CamtFile camt;
    private final List<Meant> lines = new ArrayList<>();

    YearsStatement(YearsDirt dirt, String account, CamtFile camt) {
        this.dirt = dirt;
        this.account = account;
        this.camt = camt;
    }

    /** A line that is to be found by a rule. */
    void clean(String rule, long pence, LocalDate on, @Nullable String endToEnd, String text) {
        camt.line(pence, on, endToEnd, text);
        lines.add(new Meant(pence, rule, null));
    }

    void cameBack(long pence, LocalDate on, String endToEnd) {
        camt.line(pence, on, endToEnd, "returned", null, null, "FOCR");
        lines.add(new Meant(pence, "R8", null));
    }

    void transferred(long pence, LocalDate on, String other) {
        camt.line(pence, on, null, "own account", null, other, null);
        lines.add(new Meant(pence, "R9", null));
    }

    /** A line that nobody can know. */
    void dirty(Why why, long pence, LocalDate on, @Nullable String endToEnd) {
        camt.line(pence, on, endToEnd, "unexpected");
        lines.add(new Meant(pence, null, why));
    }

    /** Imports it, and answers what the account holds then. */
    long importedBy(Client reconciler) {
        Reply taken = camt.importedBy(reconciler, account).granted();
        dirt.found(taken);
        for (int i = 0; i < lines.size(); i++) {
            Meant line = lines.get(i);
            if (line.rule != null) dirt.clean(line.rule);
            if (line.why != null) dirt.left(line.why, account, taken.text("/statementId"), i + 1, line.pence);
        }
        return camt.closing();
    }
}
