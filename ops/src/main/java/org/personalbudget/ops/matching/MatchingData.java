package org.personalbudget.ops.matching;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.MerchantCode;

/**
 * What a council has written down about statements: by which words it knows a fee, and which kinds of merchant are
 * which category. Data of the installation, as the column names of its bank's files are.
 *
 * @param fees in upper case, words parted by single spaces
 */
public record MatchingData(Set<String> fees, Map<MerchantCode, Category> merchants) {
    public MatchingData {
        fees = Set.copyOf(fees);
        merchants = Map.copyOf(merchants);
    }

    /** Reads what is configured: fees as they are written on statements, categories by their codes. */
    static MatchingData read(Set<String> fees, Map<String, String> merchants) {
        Set<String> marks = fees.stream()
                .map(fee -> fee.toUpperCase(Locale.ROOT)
                        .replaceAll("[^A-Z0-9]+", " ")
                        .strip())
                .filter(mark -> !mark.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        Map<MerchantCode, Category> kinds = merchants.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        each -> new MerchantCode(each.getKey()), each -> Category.valueOf(each.getValue())));
        return new MatchingData(marks, kinds);
    }
}
