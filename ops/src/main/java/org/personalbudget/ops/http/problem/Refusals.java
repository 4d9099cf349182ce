package org.personalbudget.ops.http.problem;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.bankdetails.BankDetailsRefusal;
import org.personalbudget.ledger.budget.BudgetRefusal;
import org.personalbudget.ledger.bulkchange.BulkChangeRefusal;
import org.personalbudget.ledger.calendar.DateRange;
import org.personalbudget.ledger.cardprogramme.CardProgrammeRefusal;
import org.personalbudget.ledger.intake.IntakeRefusal;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.CommonRefusal;
import org.personalbudget.ledger.kernel.Refusal;
import org.personalbudget.ledger.payrun.PayRunRefusal;
import org.personalbudget.ledger.period.PeriodRefusal;
import org.personalbudget.ledger.policy.PolicyRefusal;
import org.personalbudget.ledger.pooledfund.PoolRefusal;
import org.personalbudget.ledger.receipt.ReceiptRefusal;
import org.personalbudget.ledger.statement.StatementRefusal;
import org.personalbudget.ledger.supplier.SupplierRefusal;
import org.personalbudget.ledger.takeon.TakeOnBatchRefusal;

/** Refusals of the ledger as problems: the status is that of their nature, the figures are their own. */
public final class Refusals {

    private Refusals() {}

    public static Problem problemOf(Refusal refusal) {
        Sentence sentence = switch (refusal) {
            case CommonRefusal common -> of(common);
            case BudgetRefusal budget -> BudgetSentences.of(budget);
            case SupplierRefusal supplier -> SupplierSentences.of(supplier);
            case TakeOnBatchRefusal takeOn -> TakeOnBatchSentences.of(takeOn);
            case IntakeRefusal file -> IntakeSentences.of(file);
            case StatementRefusal statement -> StatementSentences.of(statement);
            case CardProgrammeRefusal programme -> StatementSentences.of(programme);
            case ReceiptRefusal receipt -> ReceiptSentences.of(receipt);
            case PolicyRefusal policy -> PolicySentences.of(policy);
            case PeriodRefusal period -> PeriodSentences.of(period);
            case PoolRefusal pool -> PoolSentences.of(pool);
            case BankDetailsRefusal details -> BankDetailsSentences.of(details);
            case PayRunRefusal run -> PayRunSentences.of(run);
            case BulkChangeRefusal batch -> BulkChangeSentences.of(batch);
            default -> throw new IllegalArgumentException("no words for " + refusal.getClass());
        };
        return Problem.of(statusOf(refusal.nature()), refusal.code(), sentence.text())
                .about(sentence.field())
                .with(figuresOf(refusal));
    }

    private static Sentence of(CommonRefusal refusal) {
        return switch (refusal) {
            case CommonRefusal.RoleMayNot it -> Sentence.say("The role " + it.role() + " may not do this.");
            case CommonRefusal.PeriodClosed it ->
                Sentence.say("Period " + it.period() + " is closed, and nothing is posted in it any more.");
            case CommonRefusal.AlreadyClaimed it ->
                Sentence.say("The " + it.tag().kind().replace('-', ' ') + " "
                        + it.tag().value() + " is taken.");
        };
    }

    private static int statusOf(Refusal.Nature nature) {
        return switch (nature) {
            case UNKNOWN -> 404;
            case FORBIDDEN -> 403;
            case CONFLICT -> 409;
            case RULE -> 422;
        };
    }

    /** The components of the refusal under their own names; what names the field at fault is not a figure. */
    private static Map<String, Object> figuresOf(Refusal refusal) {
        Map<String, Object> figures = new LinkedHashMap<>();
        for (RecordComponent component : refusal.getClass().getRecordComponents()) {
            if (component.getName().equals("field")) continue;
            Object value = valueOf(refusal, component);
            if (value != null) figures.put(component.getName(), value);
        }
        return figures;
    }

    private static @Nullable Object valueOf(Refusal refusal, RecordComponent component) {
        try {
            Object value = component.getAccessor().invoke(refusal);
            return switch (value) {
                case null -> null;
                case Integer number -> number;
                case ActorId actor -> actor.value();
                case DateRange range ->
                    Map.of(
                            "first",
                            range.first().toString(),
                            "last",
                            range.last().toString());
                default -> value.toString();
            };
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a refusal is a public record: " + refusal.getClass(), e);
        }
    }
}
