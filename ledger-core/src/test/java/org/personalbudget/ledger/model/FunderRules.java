package org.personalbudget.ledger.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.personalbudget.ledger.budget.FundingCommand.ChangeFunders;
import org.personalbudget.ledger.model.Course.Shares;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.terms.Funder;

/** Other shares from a day on: what is owed is shared anew, and what was paid is borne by them as well. */
final class FunderRules {

    private FunderRules() {}

    static Opinion change(ChangeFunders command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        setting.dateInTable(command.from(), doubts);
        doubts.when(command.from().isBefore(dossier.terms.startsOn()), "before-budget-starts");
        List<FunderShare> funders = command.funders();
        boolean led = !funders.isEmpty() && funders.getFirst().funder().equals(dossier.lead());
        doubts.when(!funders.isEmpty() && !led, "lead-changes");
        shares(funders, doubts);
        doubts.when(isSo(command, dossier.course), "same-funders");
        if (doubts.any()) return Opinion.no(doubts);
        Course now = dossier.course.sharing(new Shares(command.from(), funders));
        Answer.Figures figures = new Answer.Figures().note("shares from " + command.from());
        List<Allocating.Change> changes = Allocating.afterChange(dossier, now, command.from(), setting.calendar());
        Restating restating = Restating.of(dossier, now, command.from(), setting, changes);
        restating.name(figures);
        Rebearing rebearing = new Rebearing(dossier, now, setting);
        restating.release(rebearing.outgoings);
        rebearing.name(rebearing.outgoings.paid.keySet(), figures);
        return Opinion.yes(figures, made -> {
            restating.take(made);
            rebearing.take();
        });
    }

    /** The lead may bear nothing and still run the accounts; nobody else is named for nothing. */
    private static void shares(List<FunderShare> shares, Answer.Doubts doubts) {
        Set<Funder> seen = new HashSet<>();
        int whole = 0;
        for (FunderShare share : shares) {
            int least = seen.isEmpty() ? 0 : 1;
            doubts.when(!seen.add(share.funder()), "funder-twice");
            boolean odd = share.basisPoints() < least || share.basisPoints() > 10_000;
            doubts.when(odd, "funder-share-not-positive");
            whole += share.basisPoints();
        }
        doubts.when(whole != 10_000, "shares-not-whole");
    }

    private static boolean isSo(ChangeFunders command, Course course) {
        List<LocalDate> days = new ArrayList<>(List.of(command.from()));
        for (Shares each : course.shares()) if (each.from().isAfter(command.from())) days.add(each.from());
        Set<FunderShare> wanted = new HashSet<>(command.funders());
        return days.stream().allMatch(day -> new HashSet<>(course.fundersOn(day)).equals(wanted));
    }
}
