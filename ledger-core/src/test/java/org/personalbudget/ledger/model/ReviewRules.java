package org.personalbudget.ledger.model;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.personalbudget.ledger.budget.ReclaimKind;
import org.personalbudget.ledger.budget.ReviewCommand.RecordReview;
import org.personalbudget.ledger.budget.ReviewCommand.ScoreMonitoring;
import org.personalbudget.ledger.budget.ReviewEvent.ReviewRecorded;
import org.personalbudget.ledger.budget.ReviewKind;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.policy.Monitoring;
import org.personalbudget.ledger.policy.MonitoringFactor;
import org.personalbudget.ledger.policy.RiskTier;
import org.personalbudget.ledger.terms.AccountKind;

/** Reviews and the clocks that they move, and how closely a budget is watched. */
final class ReviewRules {

    private ReviewRules() {}

    static Opinion record(RecordReview command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        LocalDate on = command.on();
        setting.hasHappened(on, doubts);
        boolean planned =
                dossier.course.firstPlan().filter(day -> !day.isAfter(on)).isPresent();
        doubts.when(command.kind() == ReviewKind.PLAN && !planned, "no-plan-to-review");
        boolean direct = dossier.accounts.values().stream()
                .anyMatch(each ->
                        isDirect(each.opened.kind()) && !each.opened.startsOn().isAfter(on));
        doubts.when(command.kind() == ReviewKind.ACCOUNT && !direct, "no-account-to-review");
        if (doubts.any()) return Opinion.no(doubts);
        ReviewKind clock = Watch.clockOf(command.kind());
        LocalDate last = dossier.watch.last(clock);
        int weeks = clock == ReviewKind.PLAN
                ? setting.policy().reviewing().planWeeks()
                : setting.policy().reviewing().accountWeeks();
        LocalDate due = (last.isAfter(on) ? last : on).plusDays(7L * weeks);
        Answer.Figures figures = new Answer.Figures()
                .note("reviewed " + command.kind() + " " + on)
                .note("review " + clock + " " + due);
        return Opinion.yes(figures, made -> {
            boolean anew = command.kind() == ReviewKind.REASSESSMENT;
            if (anew)
                dossier.reassessments.add(
                        Opinion.the(ReviewRecorded.class, made).review());
            dossier.watch.held.add(new Watch.Held(command.kind(), on));
            dossier.watch.next.put(clock, due);
        });
    }

    static boolean isDirect(AccountKind kind) {
        return kind == AccountKind.DIRECT_PAYMENT || kind == AccountKind.PREPAID_CARD;
    }

    /** The first plan that is approved is looked at after so many weeks. */
    static void firstPlan(Dossier dossier, LocalDate from, Setting setting, Answer.Figures figures) {
        if (dossier.hasPlan()) return;
        LocalDate due = from.plusDays(7L * setting.policy().reviewing().planFirstWeeks());
        figures.note("review PLAN " + due);
    }

    /** So is the first direct payment. */
    static void firstAccount(
            Dossier dossier, AccountKind kind, LocalDate from, Setting setting, Answer.Figures figures) {
        boolean another = dossier.accounts.values().stream().anyMatch(each -> isDirect(each.opened.kind()));
        if (!isDirect(kind) || another) return;
        LocalDate due = from.plusDays(7L * setting.policy().reviewing().accountFirstWeeks());
        figures.note("review ACCOUNT " + due);
    }

    static Opinion score(ScoreMonitoring command, Dossier dossier, Setting setting) {
        Monitoring policy = setting.policy().monitoring();
        Answer.Figures figures = new Answer.Figures().note("scored");
        int score = 0;
        for (Map.Entry<MonitoringFactor, Integer> each :
                counts(dossier, setting).entrySet()) {
            if (each.getValue() == 0) continue;
            int points = each.getValue() * policy.points().getOrDefault(each.getKey(), 0);
            figures.note("factor " + each.getKey() + " " + each.getValue() + " " + points);
            score += points;
        }
        RiskTier tier = RiskTier.LOW;
        if (score >= policy.mediumFrom()) tier = RiskTier.MEDIUM;
        if (score >= policy.highFrom()) tier = RiskTier.HIGH;
        Integer weeks = policy.returnWeeks().get(tier);
        if (weeks == null) throw new IllegalStateException("the policy knows no weeks for " + tier);
        figures.note("tier " + tier + " " + score + " " + setting.today().plusDays(7L * weeks));
        RiskTier now = tier;
        return Opinion.yes(figures, _ -> dossier.watch.tier = now);
    }

    private static Map<MonitoringFactor, Integer> counts(Dossier dossier, Setting setting) {
        Map<MonitoringFactor, Integer> counts = new EnumMap<>(MonitoringFactor.class);
        boolean fresh = dossier.accounts.values().stream()
                .filter(Custody::holdsMoney)
                .limit(1)
                .anyMatch(
                        first -> first.opened.startsOn().isAfter(setting.today().minusYears(1)));
        counts.put(MonitoringFactor.NEW_ACCOUNT, fresh ? 1 : 0);
        counts.put(MonitoringFactor.UNPAID_CONTRIBUTION, new Unpaid(dossier, setting.policy()).periods());
        long open =
                dossier.spends.values().stream().filter(Bought::isUnderQuery).count();
        counts.put(MonitoringFactor.OPEN_QUERY, (int) open);
        counts.put(MonitoringFactor.MISUSE, dossier.claims.misuses());
        counts.put(MonitoringFactor.OVERDRAWN, dossier.watch.overdrawn);
        counts.put(MonitoringFactor.OVERSPENT, dossier.watch.overspent);
        boolean relative = dossier.necessities.stream()
                .anyMatch(decided -> !setting.today().isBefore(decided.dates().first())
                        && !setting.today().isAfter(decided.dates().last()));
        counts.put(MonitoringFactor.PAYS_RELATIVE, relative ? 1 : 0);
        long above = dossier.accounts.values().stream()
                .filter(each -> each.holdsMoney() && isAboveCap(each, dossier, setting))
                .count();
        counts.put(MonitoringFactor.SURPLUS, (int) above);
        return counts;
    }

    /** Whether an account has more than its cap, when all that is spoken for is left out. */
    private static boolean isAboveCap(Custody account, Dossier dossier, Setting setting) {
        boolean fund = account.opened.kind() == AccountKind.INDIVIDUAL_SERVICE_FUND;
        ReclaimKind kind = fund ? ReclaimKind.SERVICE_FUND : ReclaimKind.SURPLUS;
        return new SurplusRules(account, kind, dossier, setting).reclaimable.signum() > 0;
    }
}
