package org.personalbudget.payments.modulus;

/** Six digits of a sort code and eight of an account number; the latter are called a to h, as in the published rules. */
record Digits(String sortCode, String account) {

    /** The digit at a place, from 0; the account number begins at 6. */
    int at(int place) {
        char digit = place < 6 ? sortCode.charAt(place) : account.charAt(place - 6);
        return digit - '0';
    }

    int a() {
        return at(6);
    }

    int b() {
        return at(7);
    }

    int c() {
        return at(8);
    }

    int g() {
        return at(12);
    }

    int h() {
        return at(13);
    }

    Digits at(String otherSortCode) {
        return new Digits(otherSortCode, account);
    }

    /** The account number without its last digit, with a zero before it. */
    Digits shifted() {
        return new Digits(sortCode, "0" + account.substring(0, 7));
    }
}
