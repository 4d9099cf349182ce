package org.personalbudget.ledger.offender;

public class TakesAFloat {
    long pence(float pounds) {
        return (long) pounds * 100;
    }
}
