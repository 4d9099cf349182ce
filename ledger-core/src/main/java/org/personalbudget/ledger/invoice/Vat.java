package org.personalbudget.ledger.invoice;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.money.Shares;
import org.personalbudget.ledger.policy.Invoicing;
import org.personalbudget.ledger.terms.Category;

/** VAT of an invoice: worked out once for each category and rate, as EN 16931 has it, then shared between its lines. */
final class Vat {

    private static final long WHOLE = 10_000;

    private Vat() {}

    private record Kind(VatCategory category, int basisPoints) {}

    /** Whether a line of this kind may be taxed in this way. Only what is taxable at the standard rate bears any. */
    static boolean fits(InvoiceLine line, Category category, Invoicing rules) {
        return switch (line.vat()) {
            case EXEMPT, ZERO_RATED, OUTSIDE_SCOPE -> line.vatBasisPoints() == 0;
            case STANDARD ->
                line.vatBasisPoints() == rules.standardVat() && rules.taxable().contains(category);
        };
    }

    /** The VAT on these amounts, by line; the lines and the amounts belong together. */
    static List<Money> on(List<InvoiceLine> lines, List<Money> amounts) {
        Map<Kind, List<Integer>> kinds = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            var kind = new Kind(lines.get(i).vat(), lines.get(i).vatBasisPoints());
            kinds.computeIfAbsent(kind, _ -> new ArrayList<>()).add(i);
        }
        Money[] taxes = new Money[lines.size()];
        kinds.forEach((kind, members) -> {
            List<Money> bases = members.stream().map(amounts::get).toList();
            Money base = bases.stream().reduce(Money.ZERO, Money::plus);
            Money tax = base.timesRatio(kind.basisPoints(), WHOLE, RoundingMode.HALF_UP);
            List<Money> parts =
                    Shares.split(tax, bases.stream().map(Money::pence).toList());
            for (int i = 0; i < members.size(); i++) taxes[members.get(i)] = parts.get(i);
        });
        return List.of(taxes);
    }

    static Money total(List<InvoiceLine> lines, List<Money> amounts) {
        return on(lines, amounts).stream().reduce(Money.ZERO, Money::plus);
    }
}
