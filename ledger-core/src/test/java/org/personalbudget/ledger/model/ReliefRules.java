package org.personalbudget.ledger.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.budget.ReclaimCommand.ApproveRelief;
import org.personalbudget.ledger.budget.ReclaimCommand.ProposeRelief;
import org.personalbudget.ledger.budget.ReclaimCommand.RejectRelief;
import org.personalbudget.ledger.budget.ReclaimEvent.ReliefProposed;
import org.personalbudget.ledger.budget.ReliefOf;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.model.Amounts.Pot;
import org.personalbudget.ledger.model.Claims.Claim;
import org.personalbudget.ledger.model.Claims.Concession;
import org.personalbudget.ledger.model.Claims.Stage;
import org.personalbudget.ledger.model.Dossier.Custody;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ledger.terms.ReliefId;
import org.personalbudget.ledger.terms.Source;

/** Money that is let go: proposed by one, agreed to by another, and above a limit by the panel. */
final class ReliefRules {

    private ReliefRules() {}

    static Opinion propose(ProposeRelief command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        setting.positive(command.amount(), doubts);
        limit(command, dossier, doubts);
        if (doubts.any()) return Opinion.no(doubts);
        Answer.Figures figures = new Answer.Figures().note("relief proposed " + command.of());
        return Opinion.yes(
                figures.add("to let go", Sums.pounds(command.amount())),
                made -> dossier.claims.concessions.put(
                        Opinion.the(ReliefProposed.class, made).relief(),
                        new Concession(command, setting.step().actor().id())));
    }

    private static void limit(ProposeRelief command, Dossier dossier, Answer.Doubts doubts) {
        @Nullable
        BigDecimal most = switch (command.of()) {
            case CONTRIBUTION -> Sums.atLeastNil(dossier.outstanding());
            case RECLAIM -> owed(command, dossier, doubts);
            case ACCOUNT -> held(command, dossier, doubts);
        };
        boolean more = most != null && Sums.pounds(command.amount()).compareTo(most) > 0;
        doubts.when(more, "exceeds-relievable");
    }

    private static @Nullable BigDecimal owed(ProposeRelief command, Dossier dossier, Answer.Doubts doubts) {
        if (doubts.when(command.reclaim() == null, "relief-needs")) return null;
        Claim claim = ReclaimRules.find(command.reclaim(), dossier, doubts);
        if (claim == null) return null;
        boolean never = claim.stage != Stage.OWED && claim.misused == null;
        if (doubts.when(never, "reclaim-not-decided")) return null;
        return claim.owed.total();
    }

    private static @Nullable BigDecimal held(ProposeRelief command, Dossier dossier, Answer.Doubts doubts) {
        if (doubts.when(command.account() == null, "relief-needs")) return null;
        Custody account = dossier.accounts.get(command.account());
        if (doubts.when(account == null, "unknown-account")) return null;
        if (doubts.when(!account.holdsMoney(), "account-holds-no-money")) return null;
        return Sums.atLeastNil(account.pots.publicOnly().total());
    }

    static Opinion approve(ApproveRelief command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Concession relief = find(command.relief(), dossier, setting, doubts);
        if (relief == null) return Opinion.no(doubts);
        ProposeRelief what = relief.proposed;
        BigDecimal amount = Sums.pounds(what.amount());
        boolean above =
                amount.compareTo(Sums.pounds(setting.policy().reclaiming().reliefLimit())) > 0;
        doubts.when(above && setting.step().actor().role() != Role.PANEL, "above-relief-limit");
        limit(what, dossier, doubts);
        if (doubts.any()) return Opinion.no(doubts);
        Amounts split = split(what, amount, dossier, setting);
        return Opinion.yes(new Answer.Figures().add("let go " + what.kind() + " " + what.of(), split), _ -> {
            relief.open = false;
            letGo(what, split, dossier, setting);
        });
    }

    private static Amounts split(ProposeRelief what, BigDecimal amount, Dossier dossier, Setting setting) {
        return switch (what.of()) {
            case CONTRIBUTION ->
                new Amounts().add(new Pot(dossier.council().orElseThrow(), Source.CLIENT, null), amount);
            case RECLAIM -> ReclaimRules.part(dossier.claims.claims.get(what.reclaim()).owed, amount, dossier.lead());
            case ACCOUNT ->
                Attributor.takeOfAll(
                        dossier.accounts.get(what.account()).pots,
                        dossier.lead(),
                        amount,
                        setting.policy().attribution());
        };
    }

    private static void letGo(ProposeRelief what, Amounts split, Dossier dossier, Setting setting) {
        Custody account = what.of() == ReliefOf.ACCOUNT ? dossier.accounts.get(what.account()) : null;
        int from = switch (what.of()) {
            case CONTRIBUTION -> 1300;
            case RECLAIM -> 1350;
            case ACCOUNT -> account.code();
        };
        switch (what.of()) {
            case CONTRIBUTION -> dossier.claims.letOff = dossier.claims.letOff.add(split.total());
            case RECLAIM -> dossier.claims.claims.get(what.reclaim()).owed.takeAll(split);
            case ACCOUNT -> account.take(split, setting.today());
        }
        Funder lead = dossier.lead();
        Books.Entry entry = dossier.books.entry(setting.today()).in(account == null ? null : account.id);
        split.each((pot, part) -> entry.debit(5900, pot.book(), part).credit(from, pot, part));
        ReclaimRules.ofCoFunders(split, lead)
                .each((pot, part) -> entry.debit(2500, pot.book(), part).credit(4100, pot.book(), part));
        entry.done();
    }

    static Opinion reject(RejectRelief command, Dossier dossier, Setting setting) {
        Answer.Doubts doubts = new Answer.Doubts();
        Concession relief = find(command.relief(), dossier, setting, doubts);
        if (relief == null || doubts.any()) return Opinion.no(doubts);
        return Opinion.yes(new Answer.Figures().note("not let go"), _ -> relief.open = false);
    }

    private static @Nullable Concession find(ReliefId id, Dossier dossier, Setting setting, Answer.Doubts doubts) {
        Concession relief = dossier.claims.concessions.get(id);
        if (doubts.when(relief == null, "unknown-relief")) return null;
        doubts.when(!relief.open, "relief-not-open");
        doubts.when(relief.proposer.equals(setting.step().actor().id()), "proposer-may-not-relieve");
        return relief;
    }
}
