package org.personalbudget.ledger.model;

import java.time.LocalDate;
import org.personalbudget.ledger.budget.BudgetCommand;
import org.personalbudget.ledger.budget.ReviewCommand.RecordReview;
import org.personalbudget.ledger.budget.ReviewCommand.ScoreMonitoring;
import org.personalbudget.ledger.budget.ReviewKind;

/** Writes reviews, recorded at once or late, and asks how closely a budget should be watched. */
final class ReviewWriter {

    private final World world;
    private final Dice dice;

    ReviewWriter(World world) {
        this.world = world;
        this.dice = world.dice;
    }

    BudgetCommand look(Dossier dossier) {
        if (dice.chance(40)) return new ScoreMonitoring(dossier.terms.budget());
        LocalDate on = dice.chance(50) ? world.today : world.within(150, dice.chance(4) ? 2 : 0);
        if (dice.chance(1)) on = LocalDate.of(2001, 1, 1);
        return new RecordReview(dossier.terms.budget(), dice.one(ReviewKind.values()), on, world.note("findings"));
    }
}
