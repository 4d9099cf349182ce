package org.personalbudget.payments.modulus;

import java.util.List;

/**
 * One line of the weight table.
 *
 * @param from the first sort code it is for, as a number
 * @param to the last one
 * @param weights of the six digits of the sort code and the eight of the account number
 * @param exception the published exception of that number, 1 to 14; 0 for none
 */
record ModulusRule(int from, int to, ModulusMethod method, List<Integer> weights, int exception) {

    ModulusRule {
        weights = List.copyOf(weights);
    }

    boolean covers(String sortCode) {
        int number = Integer.parseInt(sortCode);
        return from <= number && number <= to;
    }

    /** The weighted sum of a sort code and an account number. */
    int sum(Digits digits, List<Integer> by) {
        int sum = 0;
        for (int i = 0; i < by.size(); i++) sum += method.part(by.get(i) * digits.at(i));
        return sum;
    }
}
