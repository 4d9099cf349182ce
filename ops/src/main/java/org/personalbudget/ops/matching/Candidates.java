package org.personalbudget.ops.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.payment.SettlementLeg;
import org.personalbudget.ledger.payrun.EndToEnd;
import org.personalbudget.ledger.register.Register;
import org.personalbudget.ledger.register.RegisterEntry.Person;
import org.personalbudget.ledger.statement.LineDigest;
import org.personalbudget.ledger.statement.LineEffect;
import org.personalbudget.ledger.statement.StatementAccount;
import org.personalbudget.ledger.statement.StatementLine;
import org.personalbudget.ledger.statement.ladder.Candidate;
import org.personalbudget.ledger.statement.ladder.CandidateKind;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.RechargeId;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.SupplierRefundId;
import org.personalbudget.projections.reconciliation.CandidateQuery;
import org.personalbudget.projections.reconciliation.OpenEntry;

/** What the lines of an account may be, with everything by which the ladder may know it. */
public final class Candidates {

    private static final int SHORT_ID = 16;

    private final CandidateQuery query;
    private final Register register;
    private final LineDigests digests;

    public Candidates(CandidateQuery query, Register register, LineDigests digests) {
        this.query = query;
        this.register = register;
        this.digests = digests;
    }

    /** All candidates of an account, as far as these lines can tell them apart. */
    public List<Candidate> of(StatementAccount account, Collection<StatementLine> lines) {
        List<OpenEntry> entries = query.of(account);
        Set<LineDigest> others = new HashSet<>();
        for (StatementLine line : lines) if (line.counterparty() != null) others.add(line.counterparty());
        Map<UUID, Set<LineDigest>> known = query.counterparties(account, others);
        Map<UUID, Set<LineDigest>> names = names(entries);
        List<Candidate> candidates = new ArrayList<>(entries.size());
        for (OpenEntry entry : entries) candidates.add(candidate(entry, account, known, names));
        return candidates;
    }

    private Candidate candidate(
            OpenEntry entry,
            StatementAccount account,
            Map<UUID, Set<LineDigest>> known,
            Map<UUID, Set<LineDigest>> names) {
        UUID budget = entry.budget();
        return new Candidate(
                entry.key(),
                kind(entry),
                entry.amount(),
                entry.on(),
                budget == null ? null : new BudgetId(budget),
                references(entry),
                entry.run() == null ? null : digests.reference(entry.run().toString()),
                budget == null ? Set.of() : known.getOrDefault(budget, Set.of()),
                budget == null ? Set.of() : names.getOrDefault(budget, Set.of()),
                effect(entry, account));
    }

    /** Names are only asked for where a contribution is due: that is the only rule that goes by them. */
    private Map<UUID, Set<LineDigest>> names(List<OpenEntry> entries) {
        List<UUID> budgets = entries.stream()
                .filter(entry -> entry.kind().equals("CONTRIBUTION") && entry.budget() != null)
                .map(OpenEntry::budget)
                .distinct()
                .toList();
        if (budgets.isEmpty()) return Map.of();
        Map<UUID, Set<PersonRef>> people = query.people(budgets);
        Set<PersonRef> all = new HashSet<>();
        people.values().forEach(all::addAll);
        Map<PersonRef, Person> known = register.people(all);
        Map<UUID, Set<LineDigest>> names = new HashMap<>();
        people.forEach((budget, refs) -> {
            Set<LineDigest> theirs = new HashSet<>();
            for (PersonRef ref : refs) {
                Person person = known.get(ref);
                LineDigest name = person == null ? null : digests.name(person.name());
                if (name != null) theirs.add(name);
            }
            names.put(budget, theirs);
        });
        return names;
    }

    private static CandidateKind kind(OpenEntry entry) {
        return switch (entry.kind()) {
            case "PAYMENT" -> CandidateKind.PAYMENT;
            case "ARRIVAL" -> CandidateKind.ARRIVAL;
            case "RETURN" -> CandidateKind.RETURN;
            case "CONTRIBUTION" -> CandidateKind.CONTRIBUTION;
            case "RECLAIM", "RECHARGE", "SUPPLIER_REFUND" -> CandidateKind.DEBT;
            case "MOVEMENT" -> CandidateKind.MOVEMENT;
            default -> throw new IllegalStateException("no candidate is a " + entry.kind());
        };
    }

    private Set<LineDigest> references(OpenEntry entry) {
        Set<LineDigest> references = new HashSet<>();
        UUID payment = entry.kind().equals("MOVEMENT") ? entry.subject() : entry.id();
        if (payment != null && entry.attempt() != null) {
            PaymentId id = new PaymentId(payment);
            references.add(digests.reference(EndToEnd.idOf(id, entry.attempt())));
            references.add(digests.reference(EndToEnd.bacsReferenceOf(id, entry.attempt())));
        }
        UUID quoted = payment == null ? entry.id() : payment;
        references.add(digests.reference(shortened(quoted)));
        return references;
    }

    /** The first half of an id, as it is printed where somebody is to quote it. */
    static String shortened(UUID id) {
        return id.toString().replace("-", "").substring(0, SHORT_ID);
    }

    /** What matching a line with this does. */
    public static LineEffect effect(OpenEntry entry, StatementAccount account) {
        AccountId custody = account.custody().orElse(null);
        UUID id = entry.id();
        return switch (entry.kind()) {
            case "PAYMENT" -> new LineEffect.Settles(budget(entry), new PaymentId(id), SettlementLeg.BANK);
            case "ARRIVAL" ->
                new LineEffect.Settles(
                        budget(entry),
                        new PaymentId(id),
                        entry.leftBank() ? SettlementLeg.ACCOUNT : SettlementLeg.BOTH);
            case "RETURN" -> new LineEffect.Returns(budget(entry), new PaymentId(id), ReturnCode.OTHER);
            case "CONTRIBUTION" -> new LineEffect.PaysContribution(budget(entry), custody);
            case "RECLAIM" -> new LineEffect.PaysReclaim(budget(entry), new ReclaimId(id), custody);
            case "RECHARGE" -> new LineEffect.PaysRecharge(budget(entry), new RechargeId(id));
            case "SUPPLIER_REFUND" ->
                new LineEffect.PaysSupplierRefund(budget(entry), new SupplierRefundId(id), custody);
            case "MOVEMENT" -> new LineEffect.Confirms(id, entry.claims() + 1, budgetOrNull(entry));
            default -> throw new IllegalStateException("no candidate is a " + entry.kind());
        };
    }

    private static @Nullable BudgetId budgetOrNull(OpenEntry entry) {
        return entry.budget() == null ? null : new BudgetId(entry.budget());
    }

    private static BudgetId budget(OpenEntry entry) {
        if (entry.budget() == null) throw new IllegalStateException(entry.kind() + " of no budget");
        return new BudgetId(entry.budget());
    }
}
