package org.personalbudget.ledger.model;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.personalbudget.ledger.budget.ReclaimCommand.GiveReclaimNotice;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.policy.Arrears;
import org.personalbudget.ledger.policy.Attribution;
import org.personalbudget.ledger.policy.Changing;
import org.personalbudget.ledger.policy.Monitoring;
import org.personalbudget.ledger.policy.MonitoringFactor;
import org.personalbudget.ledger.policy.Policy;
import org.personalbudget.ledger.policy.Querying;
import org.personalbudget.ledger.policy.Reclaiming;
import org.personalbudget.ledger.policy.Reviewing;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.Category;
import org.personalbudget.ledger.terms.MerchantCode;

/** Policies that different councils might adopt, now and then one that none may. */
final class Policies {

    private Policies() {}

    static Policy some(World world) {
        Dice dice = world.dice;
        LocalDate from = dice.chance(5) ? world.today.minusDays(1) : world.within(0, 20);
        Set<Category> excluded = new HashSet<>();
        if (dice.chance(25)) excluded.add(dice.one(Category.values()));
        Map<RiskTier, Money> evidence = new EnumMap<>(RiskTier.class);
        for (RiskTier tier : RiskTier.values()) if (dice.chance(30)) evidence.put(tier, dice.money(0, 30_000));
        return new Policy(
                0,
                from,
                dice.chance(2) ? Money.ofPence(-1) : dice.money(0, 90_000),
                dice.one(Attribution.values()),
                dice.chance(5) ? dice.one(-1, 101) : dice.one(0, 10, 25, 33, 100),
                excluded,
                dice.chance(50) ? merchants("7995", "5813") : merchants("7995"),
                dice.chance(50) ? merchants("5921", "6011") : merchants(),
                evidence,
                dice.one(Money.ZERO, Money.of("0.05"), Money.of("1.00")),
                dice.chance(50),
                arrears(dice),
                new Querying(
                        dice.one(2, 13),
                        dice.chance(2) ? -1 : dice.one(1, 14, 28),
                        dice.chance(2) ? 101 : dice.one(0, 20, 100)),
                reclaiming(dice),
                dice.chance(2)
                        ? new Reviewing(8, 53, 26, 52)
                        : dice.one(Policy.initial().reviewing(), new Reviewing(6, 26, 20, 40)),
                monitoring(dice),
                new Changing(
                        dice.one(0, 14, 42),
                        dice.one(300, 1_000),
                        Set.of(Category.EMPLOYER_COST, Category.SUPPORT_FEE)),
                Policy.initial().paying(),
                Policy.initial().invoicing());
    }

    private static Arrears arrears(Dice dice) {
        if (dice.chance(2)) return new Arrears(3, 2);
        return dice.one(Policy.initial().arrears(), new Arrears(1, 4), new Arrears(3, 3));
    }

    private static Reclaiming reclaiming(Dice dice) {
        Reclaiming usual = Policy.initial().reclaiming();
        if (!Modelled.asks(GiveReclaimNotice.class)) return usual;
        return new Reclaiming(
                dice.one(0, 2, 8),
                dice.one(0, 4),
                dice.one(0, 1, 12),
                dice.one(0, 7, 28),
                usual.payDays(),
                dice.one(Money.ZERO, Money.of("50.00"), usual.reliefLimit()));
    }

    private static Monitoring monitoring(Dice dice) {
        Monitoring usual = Policy.initial().monitoring();
        if (dice.chance(2)) return new Monitoring(usual.points(), 6, 3, usual.returnWeeks());
        if (dice.chance(2)) return new Monitoring(usual.points(), 3, 6, Map.of(RiskTier.LOW, 52));
        Map<MonitoringFactor, Integer> others = Map.of(
                MonitoringFactor.NEW_ACCOUNT, 2, MonitoringFactor.UNPAID_CONTRIBUTION, 3, MonitoringFactor.SURPLUS, 5);
        return dice.one(usual, new Monitoring(others, 4, 5, usual.returnWeeks()));
    }

    private static Set<MerchantCode> merchants(String... codes) {
        return Stream.of(codes).map(MerchantCode::new).collect(Collectors.toSet());
    }
}
