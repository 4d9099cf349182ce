package org.personalbudget.ledger.offender;

public class AsksTheClock {
    java.time.LocalDate today() {
        return java.time.LocalDate.now();
    }
}
