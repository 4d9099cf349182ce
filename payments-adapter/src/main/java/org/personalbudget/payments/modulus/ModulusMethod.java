package org.personalbudget.payments.modulus;

/** How the digits and their weights become one number, and what that is divided by. */
enum ModulusMethod {
    /** The sum of the products, by ten. */
    MOD10(10),
    /** The sum of the products, by eleven. */
    MOD11(11),
    /** The sum of the digits of the products, by ten: double alternate. */
    DBLAL(10);

    private final int modulus;

    ModulusMethod(int modulus) {
        this.modulus = modulus;
    }

    int modulus() {
        return modulus;
    }

    /** What one digit with its weight adds; a weight may be below zero. */
    int part(int product) {
        if (this != DBLAL) return product;
        int sum = 0;
        for (int rest = product; rest != 0; rest /= 10) sum += rest % 10;
        return sum;
    }
}
