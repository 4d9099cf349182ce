package org.personalbudget.ledger.offender;

public class BorrowsTheClock {
    java.util.function.Supplier<java.time.Instant> clock = java.time.Instant::now;
}
