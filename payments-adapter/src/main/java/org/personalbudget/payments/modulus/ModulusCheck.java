package org.personalbudget.payments.modulus;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.personalbudget.ledger.bankdetails.ModulusOutcome;

/**
 * The modulus check that the clearing banks publish ("Validating account numbers"), with its exceptions 1 to 14. It says
 * whether an account can have a number, not whether there is such an account.
 */
public final class ModulusCheck {

    private static final Pattern SORT_CODE = Pattern.compile("[0-9]{6}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{8}");
    /** Exceptions of a first rule that needs not pass if the second one does. */
    private static final Set<Integer> EITHER = Set.of(2, 10, 12);

    private static final String EXCEPTION_8_SORT_CODE = "090126";
    private static final String EXCEPTION_9_SORT_CODE = "309634";
    private static final List<Integer> EXCEPTION_2 = List.of(0, 0, 1, 2, 5, 3, 6, 4, 8, 7, 10, 9, 3, 1);
    private static final List<Integer> EXCEPTION_2_G9 = List.of(0, 0, 0, 0, 0, 0, 0, 0, 8, 7, 10, 9, 3, 1);
    private static final int EXCEPTION_1_MORE = 27;
    /** The weights of the sort code and of a and b. */
    private static final int UP_TO_B = 8;

    private final ModulusTables tables;

    public ModulusCheck(ModulusTables tables) {
        this.tables = tables;
    }

    /**
     * @param sortCode six digits
     * @param accountNumber eight digits
     * @throws IllegalArgumentException for anything else
     */
    public ModulusOutcome check(String sortCode, String accountNumber) {
        if (!SORT_CODE.matcher(sortCode).matches()
                || !ACCOUNT.matcher(accountNumber).matches()) {
            throw new IllegalArgumentException("a sort code has six digits, an account number eight");
        }
        List<ModulusRule> rules = tables.rulesFor(sortCode);
        if (rules.isEmpty()) return ModulusOutcome.NOT_COVERED;
        return passes(rules, new Digits(sortCode, accountNumber)) ? ModulusOutcome.VALID : ModulusOutcome.FAILED;
    }

    private boolean passes(List<ModulusRule> rules, Digits digits) {
        ModulusRule first = rules.getFirst();
        if (rules.size() == 1) return passes(first, digits);
        ModulusRule second = rules.getLast();
        if (EITHER.contains(first.exception())) return passes(first, digits) || passes(second, digits);
        return passes(first, digits) && passes(second, digits);
    }

    private boolean passes(ModulusRule rule, Digits digits) {
        return switch (rule.exception()) {
            case 1 -> remainder(rule, rule.sum(digits, rule.weights()) + EXCEPTION_1_MORE) == 0;
            case 2 -> divides(rule, digits, digits.a() == 0 ? rule.weights() : exception2(digits));
            case 3 -> digits.c() == 6 || digits.c() == 9 || divides(rule, digits, rule.weights());
            case 4 -> remainder(rule, rule.sum(digits, rule.weights())) == digits.g() * 10 + digits.h();
            case 5 -> isCheckDigit(rule, digits);
            case 6 -> isForeignCurrency(digits) || divides(rule, digits, rule.weights());
            case 7 -> divides(rule, digits, digits.g() == 9 ? withoutFirst(rule) : rule.weights());
            case 8 -> divides(rule, digits.at(EXCEPTION_8_SORT_CODE), rule.weights());
            case 9 -> divides(rule, digits.at(EXCEPTION_9_SORT_CODE), rule.weights());
            case 10 -> divides(rule, digits, isException10(digits) ? withoutFirst(rule) : rule.weights());
            case 14 -> divides(rule, digits, rule.weights()) || passesShifted(rule, digits);
            // 11, 12 and 13 only say how two rules go together.
            default -> divides(rule, digits, rule.weights());
        };
    }

    private static boolean divides(ModulusRule rule, Digits digits, List<Integer> weights) {
        return remainder(rule, rule.sum(digits, weights)) == 0;
    }

    private static int remainder(ModulusRule rule, int sum) {
        return Math.floorMod(sum, rule.method().modulus());
    }

    private static List<Integer> exception2(Digits digits) {
        return digits.g() == 9 ? EXCEPTION_2_G9 : EXCEPTION_2;
    }

    /** g is the check digit of the sum by eleven, h that of the sum by ten; another sort code may stand in. */
    private boolean isCheckDigit(ModulusRule rule, Digits digits) {
        String sortCode = tables.substitutes().getOrDefault(digits.sortCode(), digits.sortCode());
        int modulus = rule.method().modulus();
        int remainder = remainder(rule, rule.sum(digits.at(sortCode), rule.weights()));
        int checked = rule.method() == ModulusMethod.MOD11 ? digits.g() : digits.h();
        return (remainder == 0 ? 0 : modulus - remainder) == checked;
    }

    /** Such an account cannot be checked, and so passes. */
    private static boolean isForeignCurrency(Digits digits) {
        return digits.a() >= 4 && digits.a() <= 8 && digits.g() == digits.h();
    }

    private static boolean isException10(Digits digits) {
        return (digits.a() == 0 || digits.a() == 9) && digits.b() == 9 && digits.g() == 9;
    }

    private static List<Integer> withoutFirst(ModulusRule rule) {
        List<Integer> weights = new ArrayList<>(rule.weights());
        for (int i = 0; i < UP_TO_B; i++) weights.set(i, 0);
        return weights;
    }

    private static boolean passesShifted(ModulusRule rule, Digits digits) {
        if (digits.h() != 0 && digits.h() != 1 && digits.h() != 9) return false;
        return divides(rule, digits.shifted(), rule.weights());
    }
}
