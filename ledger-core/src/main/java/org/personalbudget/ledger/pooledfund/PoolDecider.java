package org.personalbudget.ledger.pooledfund;

import static java.util.Objects.requireNonNull;
import static org.personalbudget.ledger.kernel.Decision.accept;
import static org.personalbudget.ledger.kernel.Decision.refuse;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.kernel.Circumstances;
import org.personalbudget.ledger.kernel.Decision;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.pooledfund.PoolCommand.AgreeShares;
import org.personalbudget.ledger.pooledfund.PoolCommand.OpenPool;
import org.personalbudget.ledger.pooledfund.PoolCommand.RecordPoolSpend;
import org.personalbudget.ledger.pooledfund.PoolEvent.PoolOpened;
import org.personalbudget.ledger.pooledfund.PoolEvent.SharesAgreed;
import org.personalbudget.ledger.pooledfund.PoolRefusal.*;
import org.personalbudget.ledger.pooledfund.PoolState.NoPool;
import org.personalbudget.ledger.pooledfund.PoolState.Pool;

/** Answers every command to a pool. */
final class PoolDecider {

    private static final int WHOLE = 10_000;

    /** No single amount is larger: £100 million, as for a budget. */
    private static final Money LARGEST = Money.of("100000000.00");

    private PoolDecider() {}

    static Decision decide(PoolCommand command, PoolState state, PoolFacts facts) {
        return switch (state) {
            case NoPool none ->
                command instanceof OpenPool open ? open(open, facts.at()) : refuse(new NoSuchPool(command.pool()));
            case Pool pool ->
                switch (command) {
                    case OpenPool c -> refuse(new PoolAlreadyOpen(c.pool()));
                    case AgreeShares c -> agree(c, pool, facts);
                    case RecordPoolSpend c -> spend(c, pool, facts.at());
                };
        };
    }

    private static Decision open(OpenPool command, Circumstances at) {
        Optional<PoolRefusal> refusal = inTable("startsOn", command.startsOn(), at);
        if (refusal.isPresent()) return refuse(refusal.get());
        return accept(new PoolOpened(
                command.pool(),
                at.now(),
                command.holder(),
                command.startsOn(),
                at.actor().id()));
    }

    private static Decision agree(AgreeShares command, Pool pool, PoolFacts facts) {
        Optional<PoolRefusal> refusal = first(
                () -> inTable("from", command.from(), facts.at()),
                () -> notBefore("from", command.from(), pool),
                () -> whole(command.members(), facts));
        if (refusal.isPresent()) return refuse(refusal.get());
        List<AgreedShare> members = command.members().stream()
                .map(share -> new AgreedShare(
                        share.budget(),
                        share.basisPoints(),
                        requireNonNull(requireNonNull(facts.leads().get(share.budget())))))
                .toList();
        return accept(new SharesAgreed(
                command.pool(),
                facts.at().now(),
                command.from(),
                members,
                facts.at().actor().id()));
    }

    private static Optional<PoolRefusal> whole(List<MemberShare> members, PoolFacts facts) {
        Set<Object> seen = new HashSet<>();
        int sum = 0;
        for (MemberShare share : members) {
            if (!seen.add(share.budget())) return Optional.of(new MemberTwice(share.budget()));
            if (share.basisPoints() <= 0 || share.basisPoints() > WHOLE) {
                return Optional.of(new MemberShareNotPositive(share.budget(), share.basisPoints()));
            }
            if (!facts.leads().containsKey(share.budget())) return Optional.of(new MemberUnknown(share.budget()));
            sum += share.basisPoints();
        }
        int total = sum;
        return when(total != WHOLE, () -> new MemberSharesNotWhole(total));
    }

    /** Money already spent is never refused for want of money: who is overdrawn is told beside it. */
    private static Decision spend(RecordPoolSpend command, Pool pool, Circumstances at) {
        Optional<PoolRefusal> refusal = first(
                () -> when(!command.amount().isPositive(), () -> new PoolAmountNotPositive(command.amount())),
                () -> when(command.amount().exceeds(LARGEST), () -> new PoolAmountTooLarge(command.amount(), LARGEST)),
                () -> when(
                        command.on().isAfter(at.today()), () -> new PoolDateInFuture("on", command.on(), at.today())),
                () -> inTable("on", command.on(), at),
                () -> notBefore("on", command.on(), pool),
                () -> when(pool.sharesOn(command.on()).isEmpty(), () -> new NoMembersYet(command.on())));
        if (refusal.isPresent()) return refuse(refusal.get());
        return PoolSpending.record(command, pool, at);
    }

    private static Optional<PoolRefusal> notBefore(String field, LocalDate date, Pool pool) {
        LocalDate startsOn = pool.opened().startsOn();
        return when(date.isBefore(startsOn), () -> new BeforePoolOpens(field, date, startsOn));
    }

    private static Optional<PoolRefusal> inTable(String field, LocalDate date, Circumstances at) {
        DateRange table = at.calendar().range();
        return when(!table.contains(date), () -> new PoolDateOutOfRange(field, date, table.first(), table.last()));
    }

    private static Optional<PoolRefusal> when(boolean broken, Supplier<PoolRefusal> refusal) {
        return broken ? Optional.of(refusal.get()) : Optional.empty();
    }

    @SafeVarargs
    private static Optional<PoolRefusal> first(Supplier<Optional<PoolRefusal>>... rules) {
        return Stream.of(rules).map(Supplier::get).flatMap(Optional::stream).findFirst();
    }
}
