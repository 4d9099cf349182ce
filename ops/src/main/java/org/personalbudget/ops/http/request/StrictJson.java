package org.personalbudget.ops.http.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.personalbudget.ledger.calendar.PeriodId;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.StatementId;
import org.personalbudget.ledger.terms.AccountId;
import org.personalbudget.ledger.terms.BatchId;
import org.personalbudget.ledger.terms.BudgetId;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ledger.terms.InvoiceId;
import org.personalbudget.ledger.terms.InvoiceLineId;
import org.personalbudget.ledger.terms.InvoiceNumber;
import org.personalbudget.ledger.terms.LineId;
import org.personalbudget.ledger.terms.MerchantCode;
import org.personalbudget.ledger.terms.OutcomeId;
import org.personalbudget.ledger.terms.PayRunId;
import org.personalbudget.ledger.terms.PaymentId;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ledger.terms.PoolId;
import org.personalbudget.ledger.terms.ReceiptId;
import org.personalbudget.ledger.terms.RechargeId;
import org.personalbudget.ledger.terms.ReclaimId;
import org.personalbudget.ledger.terms.RefusalCode;
import org.personalbudget.ledger.terms.ReliefId;
import org.personalbudget.ledger.terms.ReviewId;
import org.personalbudget.ledger.terms.SpendId;
import org.personalbudget.ledger.terms.SupplierId;
import org.personalbudget.ledger.terms.SupplierRef;
import org.personalbudget.ledger.terms.SupplierRefundId;
import org.personalbudget.ledger.terms.VisitId;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON as the API takes it: every field known, each once, of its own type (no number for a string), and of a bounded
 * size and depth. Money and references are written as strings.
 */
public final class StrictJson {

    private static final int MOST_DEPTH = 16;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NUMBER = 30;

    /** What is written as the string that it is. */
    public static final List<Class<?>> TEXTS = List.of(
            Money.class,
            PeriodId.class,
            BudgetId.class,
            AccountId.class,
            BatchId.class,
            FileDigest.class,
            InvoiceId.class,
            InvoiceLineId.class,
            InvoiceNumber.class,
            LineId.class,
            MerchantCode.class,
            OutcomeId.class,
            PaymentId.class,
            PersonRef.class,
            PoolId.class,
            PayRunId.class,
            ReceiptId.class,
            RechargeId.class,
            ReclaimId.class,
            RefusalCode.class,
            ReliefId.class,
            ReviewId.class,
            SpendId.class,
            StatementId.class,
            SupplierId.class,
            SupplierRef.class,
            SupplierRefundId.class,
            VisitId.class);

    private StrictJson() {}

    public static JsonMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MOST_DEPTH)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNameLength(LONGEST_NAME)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .build();
        SimpleModule texts = new SimpleModule("texts");
        TEXTS.forEach(type -> texts.addSerializer(type, ToStringSerializer.instance));
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.ALWAYS))
                .addModule(texts)
                .build();
    }
}
