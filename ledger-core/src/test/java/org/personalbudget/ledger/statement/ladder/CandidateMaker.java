package org.personalbudget.ledger.statement.ladder;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.statement.LineDigest;
import org.personalbudget.ledger.statement.LineEffect;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PaymentId;

/** A candidate in the making. */
final class CandidateMaker {
    private final String key;
    private final CandidateKind kind;
    private final Money amount;
    private final LocalDate on;
    private BudgetId budget = new BudgetId(new UUID(0, 1));
    private Set<LineDigest> references = Set.of();
    private @Nullable LineDigest file;
    private Set<LineDigest> known = Set.of();
    private Set<LineDigest> payers = Set.of();

    CandidateMaker(String key, CandidateKind kind, Money amount, LocalDate on) {
        this.key = key;
        this.kind = kind;
        this.amount = amount;
        this.on = on;
    }

    CandidateMaker budget(BudgetId other) {
        budget = other;
        return this;
    }

    CandidateMaker quoted(String reference) {
        references = Set.of(new LineDigest(reference));
        return this;
    }

    CandidateMaker file(String name) {
        file = new LineDigest(name);
        return this;
    }

    CandidateMaker known(String account) {
        known = Set.of(new LineDigest(account));
        return this;
    }

    CandidateMaker payer(String name) {
        payers = Set.of(new LineDigest(name));
        return this;
    }

    Candidate make() {
        LineEffect effect = switch (kind) {
            case PAYMENT, ARRIVAL ->
                new LineEffect.Settles(budget, new PaymentId(LadderTest.id(key)), SettlementLeg.BANK);
            case RETURN -> new LineEffect.Returns(budget, new PaymentId(LadderTest.id(key)), ReturnCode.OTHER);
            case CONTRIBUTION -> new LineEffect.PaysContribution(budget, null);
            case DEBT, MOVEMENT -> new LineEffect.Confirms(LadderTest.id(key), 1, budget);
        };
        return new Candidate(key, kind, amount, on, budget, references, file, known, payers, effect);
    }
}
