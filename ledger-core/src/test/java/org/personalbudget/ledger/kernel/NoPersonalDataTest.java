package org.personalbudget.ledger.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.bankdetails.BankDetailsEvent;
import org.personalbudget.ledger.bankdetails.BankDetailsRefusal;
import org.personalbudget.ledger.budget.BudgetEvent;
import org.personalbudget.ledger.budget.BudgetRefusal;
import org.personalbudget.ledger.bulkchange.BulkChangeEvent;
import org.personalbudget.ledger.bulkchange.BulkChangeRefusal;
import org.personalbudget.ledger.cardprogramme.CardProgrammeEvent;
import org.personalbudget.ledger.cardprogramme.CardProgrammeRefusal;
import org.personalbudget.ledger.intake.IntakeEvent;
import org.personalbudget.ledger.intake.IntakeRefusal;
import org.personalbudget.ledger.invoice.DocumentEvent;
import org.personalbudget.ledger.payment.PaymentEvent;
import org.personalbudget.ledger.payrun.PayRunEvent;
import org.personalbudget.ledger.payrun.PayRunRefusal;
import org.personalbudget.ledger.payrun.PaymentReportEvent;
import org.personalbudget.ledger.policy.PolicyEvent;
import org.personalbudget.ledger.policy.PolicyRefusal;
import org.personalbudget.ledger.pooledfund.PoolEvent;
import org.personalbudget.ledger.pooledfund.PoolRefusal;
import org.personalbudget.ledger.receipt.ReceiptEvent;
import org.personalbudget.ledger.receipt.ReceiptRefusal;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.statement.ChainEvent;
import org.personalbudget.ledger.statement.LineDigest;
import org.personalbudget.ledger.statement.StatementAccount;
import org.personalbudget.ledger.statement.StatementEvent;
import org.personalbudget.ledger.statement.StatementRefusal;
import org.personalbudget.ledger.supplier.SupplierEvent;
import org.personalbudget.ledger.supplier.SupplierRefusal;
import org.personalbudget.ledger.takeon.TakeOnBatchEvent;
import org.personalbudget.ledger.takeon.TakeOnBatchRefusal;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ledger.terms.InvoiceLineId;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.MerchantCode;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.RefusalCode;
import org.personalbudget.ledger.terms.SupplierRef;
import org.personalbudget.ledger.terms.VisitId;

/** The log is kept for ever, so nothing in it may be text: only codes, references and digests. */
class NoPersonalDataTest {

    /** Records whose string is a code or a reference, bounded where it enters the ledger. */
    private static final Set<Class<?>> CODES = Set.of(
            ActorId.class,
            BatchId.class,
            FileDigest.class,
            InvoiceLineId.class,
            InvoiceNumber.class,
            LineDigest.class,
            LineId.class,
            MerchantCode.class,
            Note.class,
            OutcomeId.class,
            StatementAccount.class,
            PersonRef.class,
            RefusalCode.class,
            SupplierRef.class,
            StreamId.class,
            UniqueTag.class,
            VisitId.class);

    /** Components that name a part of the program: a command, or a field of a request. */
    private static final Set<String> NAMES = Set.of("command", "field");

    private static final List<Class<?>> FAMILIES = List.of(
            BudgetEvent.class,
            PaymentEvent.class,
            SupplierEvent.class,
            PolicyEvent.class,
            PoolEvent.class,
            PoolRefusal.class,
            BulkChangeEvent.class,
            BulkChangeRefusal.class,
            ReceiptEvent.class,
            DocumentEvent.class,
            TakeOnBatchEvent.class,
            IntakeEvent.class,
            BankDetailsEvent.class,
            BankDetailsRefusal.class,
            PayRunEvent.class,
            PayRunRefusal.class,
            PaymentReportEvent.class,
            StatementEvent.class,
            StatementRefusal.class,
            ChainEvent.class,
            CardProgrammeEvent.class,
            CardProgrammeRefusal.class,
            CommandRefused.class,
            BudgetRefusal.class,
            SupplierRefusal.class,
            PolicyRefusal.class,
            ReceiptRefusal.class,
            TakeOnBatchRefusal.class,
            IntakeRefusal.class,
            CommonRefusal.class);

    @Test
    void noEventOrRefusalHoldsText() {
        List<String> texts = new ArrayList<>();
        Set<Type> seen = new HashSet<>();
        for (Class<?> family : FAMILIES) {
            for (Class<?> member : Feature.membersOf(family)) collect(member, seen, texts);
        }
        assertThat(seen).as("the records that were looked at").hasSizeGreaterThan(100);
        assertThat(texts).as("components that may hold personal data").isEmpty();
    }

    @Test
    void textIsFoundWhereverItHides() {
        List<String> texts = new ArrayList<>();
        collect(Offender.class, new HashSet<>(), texts);
        assertThat(texts).containsExactlyInAnyOrder("Offender.name", "Hidden.note", "Offender.remarks");
    }

    record Offender(UUID id, String name, List<Hidden> hidden, List<String> remarks) {}

    record Hidden(CharSequence note, PersonRef person) {}

    private static void collect(Class<?> type, Set<Type> seen, List<String> texts) {
        if (!seen.add(type) || CODES.contains(type) || !type.isRecord()) return;
        for (RecordComponent component : type.getRecordComponents()) {
            for (Class<?> part : partsOf(component.getGenericType())) {
                if (CharSequence.class.isAssignableFrom(part) && !NAMES.contains(component.getName())) {
                    texts.add(type.getSimpleName() + "." + component.getName());
                }
                collect(part, seen, texts);
                if (part.isSealed()) Feature.membersOf(part).forEach(member -> collect(member, seen, texts));
            }
        }
    }

    private static List<Class<?>> partsOf(Type type) {
        List<Class<?>> parts = new ArrayList<>();
        if (type instanceof Class<?> plain) parts.add(plain);
        if (type instanceof ParameterizedType generic) {
            parts.addAll(partsOf(generic.getRawType()));
            for (Type argument : generic.getActualTypeArguments()) parts.addAll(partsOf(argument));
        }
        return parts;
    }
}
