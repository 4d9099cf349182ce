package org.personalbudget.payments.ubl;

import com.helger.diagnostics.error.IError;
import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.executor.IValidationExecutor;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.peppol.PeppolValidation2026_05;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import com.helger.phive.xml.xsd.ValidationExecutorXSD;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The published rules: the schema of UBL 2.1, then EN 16931 and Peppol BIS Billing 3 (release of May 2026) together. They
 * come with the library and are read from nowhere else. Loaded on the first use, once, and safe to use from any thread.
 */
final class PeppolRules {

    /** Nobody mends more at once, and a document made to break rules does not grow the answer. */
    private static final int MOST_TOLD = 100;

    private static final IValidityDeterminator<IValidationSourceXML> BY_ERRORS = IValidityDeterminator.createDefault();

    private final UblSchema schema;
    private final List<IValidationExecutor<IValidationSourceXML>> rules;

    private PeppolRules(UblSchema schema, List<IValidationExecutor<IValidationSourceXML>> rules) {
        this.schema = schema;
        this.rules = List.copyOf(rules);
    }

    /** What a document breaks: of the schema, or if that is kept of the rules; warnings are not told. */
    static List<RuleBroken> brokenBy(UblNode document) {
        PeppolRules of = document.name().equals(UblDocuments.INVOICE) ? Loaded.INVOICE : Loaded.CREDIT_NOTE;
        List<RuleBroken> broken = of.schema.brokenBy(document);
        if (broken.isEmpty()) broken = of.check(document);
        return broken.size() <= MOST_TOLD ? broken : broken.subList(0, MOST_TOLD);
    }

    private List<RuleBroken> check(UblNode document) {
        var source = ValidationSourceXML.create(null, document.element().getOwnerDocument());
        List<RuleBroken> broken = new ArrayList<>();
        for (var rule : rules) {
            for (IError error :
                    rule.applyValidation(source, BY_ERRORS, Locale.UK).getErrorList()) {
                if (error.getErrorLevel().isError()) broken.add(told(error, document));
            }
        }
        return broken;
    }

    private static RuleBroken told(IError error, UblNode document) {
        String id = Objects.requireNonNullElse(error.getErrorID(), "rules-not-applied");
        String text = Objects.requireNonNullElse(error.getErrorText(Locale.UK), id);
        String mark = "[" + id + "]-";
        return new RuleBroken(
                id,
                text.startsWith(mark) ? text.substring(mark.length()).strip() : text,
                RulePlaces.placeOf(error.getErrorFieldName(), document));
    }

    private static final class Loaded {

        static final PeppolRules INVOICE;
        static final PeppolRules CREDIT_NOTE;

        static {
            var registry = new ValidationExecutorSetRegistry<IValidationSourceXML>();
            PeppolValidation2026_05.init(registry);
            INVOICE = of(registry, PeppolValidation2026_05.VID_OPENPEPPOL_INVOICE_UBL_V3);
            CREDIT_NOTE = of(registry, PeppolValidation2026_05.VID_OPENPEPPOL_CREDIT_NOTE_UBL_V3);
        }

        private static PeppolRules of(ValidationExecutorSetRegistry<IValidationSourceXML> registry, DVRCoordinate set) {
            List<IValidationExecutor<IValidationSourceXML>> rules = new ArrayList<>();
            UblSchema schema = null;
            for (var each : Objects.requireNonNull(registry.getOfID(set)).executors()) {
                if (each instanceof ValidationExecutorXSD xsd) schema = new UblSchema(xsd.getSchemaProvider());
                else rules.add(each);
            }
            return new PeppolRules(Objects.requireNonNull(schema), rules);
        }
    }
}
