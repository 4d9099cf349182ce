package org.personalbudget.ops.sample;

import static org.personalbudget.ledger.kernel.Role.PRACTITIONER;
import static org.personalbudget.ledger.kernel.Role.RECONCILER;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.personalbudget.ledger.budget.FundingCommand.PayIntoPool;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.pooledfund.MemberShare;
import org.personalbudget.ledger.pooledfund.PoolCommand.AgreeShares;
import org.personalbudget.ledger.pooledfund.PoolCommand.OpenPool;
import org.personalbudget.ledger.pooledfund.PoolCommand.RecordPoolSpend;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.PoolId;

/** A few neighbours of the sample council who share a minibus. */
final class SamplePool {

    private static final PoolId POOL =
            new PoolId(UUID.nameUUIDFromBytes("sample/minibus".getBytes(StandardCharsets.UTF_8)));
    private static final int WHOLE = 10_000;

    /** A budget that takes part, with the account it pays from. */
    record Member(BudgetId budget, AccountId account, LineId line) {}

    private final SampleDesk desk;
    private final List<Member> members;

    SamplePool(SampleDesk desk, List<Member> members) {
        this.desk = desk;
        this.members = members;
    }

    /** The first bears what does not divide. */
    void open(LocalDate from) {
        desk.send(PRACTITIONER, new OpenPool(POOL, new PersonRef("minibus-club"), from));
        int each = WHOLE / members.size();
        List<MemberShare> shares = IntStream.range(0, members.size())
                .mapToObj(i ->
                        new MemberShare(members.get(i).budget(), i == 0 ? WHOLE - each * (members.size() - 1) : each))
                .toList();
        desk.send(PRACTITIONER, new AgreeShares(POOL, from, shares));
    }

    /** Everybody pays in, and the bus runs. */
    void run(LocalDate day) {
        for (Member member : members) {
            desk.ifAccepted(
                    RECONCILER,
                    new PayIntoPool(member.budget(), POOL, member.account(), member.line(), Money.of("12.00"), day));
        }
        Money fuel = Money.of("9.50").times(members.size());
        desk.ifAccepted(RECONCILER, new RecordPoolSpend(POOL, fuel, day, Category.TRANSPORT, null));
    }
}
