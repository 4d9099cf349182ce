package org.personalbudget.ledger.kernel;

/** What somebody may do. The table stands in {@link Command#permitted()}, command by command. */
public enum Role {
    PRACTITIONER,
    APPROVER,
    PANEL,
    CONTRIBUTIONS_OFFICER,
    PAYMENTS_OFFICER,
    PAYMENTS_APPROVER,
    INVOICE_OFFICER,
    RECONCILER,
    FINANCE_CONTROLLER,
    PROVIDER,
    ACCOUNT_HOLDER,
    AUDITOR,
    ADMIN,
    /** A reaction of the ledger itself to a fact. */
    SYSTEM
}
