package org.personalbudget.ledger.budget;

import org.personalbudget.ledger.money.Money;

/**
 * What became of a person's contribution once it was due, over all periods.
 *
 * @param received paid by the person, into accounts and to the council
 * @param relieved waived or written off
 * @param givenUp of what was received, what no longer counts as a contribution: it is owed back, or was paid back
 * @param clientParts the person's parts of surpluses and closing reclaims: owed back beside it
 * @param refunded instructed to be paid back
 */
record ContributionMoney(Money received, Money relieved, Money givenUp, Money clientParts, Money refunded) {

    static final ContributionMoney NONE =
            new ContributionMoney(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    ContributionMoney receive(Money amount) {
        return new ContributionMoney(received.plus(amount), relieved, givenUp, clientParts, refunded);
    }

    ContributionMoney relieve(Money amount) {
        return new ContributionMoney(received, relieved.plus(amount), givenUp, clientParts, refunded);
    }

    ContributionMoney giveUp(Money amount) {
        return new ContributionMoney(received, relieved, givenUp.plus(amount), clientParts, refunded);
    }

    ContributionMoney owedBack(Money clientPart) {
        return new ContributionMoney(received, relieved, givenUp, clientParts.plus(clientPart), refunded);
    }

    ContributionMoney refund(Money amount) {
        return new ContributionMoney(received, relieved, givenUp, clientParts, refunded.plus(amount));
    }

    /** What the person has paid and still counts as paid. */
    Money paid() {
        return received.minus(givenUp);
    }

    /** What pays for what is due: paid, or let go. */
    Money settles() {
        return paid().plus(relieved);
    }

    /** What stands in 2300 and nobody has yet been told to pay. */
    Money standing() {
        return givenUp.plus(clientParts).minus(refunded);
    }

    /** What was received and has not been promised back: the most that a client part can be. */
    Money kept() {
        return paid().minus(clientParts).atLeastZero();
    }
}
