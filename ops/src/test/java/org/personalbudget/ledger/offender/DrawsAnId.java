package org.personalbudget.ledger.offender;

public class DrawsAnId {
    java.util.UUID next() {
        return java.util.UUID.randomUUID();
    }
}
