package org.personalbudget.ledger.terms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceNumberTest {

    @ParameterizedTest
    @CsvSource({
        "INV-004417, 4417",
        "inv 4417, 4417",
        "'Invoice No. 4417', 4417",
        "4417, 4417",
        "'#4417', 4417",
        "4417-A, 4417A",
        "HC-2201, HC2201",
        "CN-17, CN17",
        "0, 0",
        "INV, INV",
        "'INV-000', INV000",
        "2025/06/001, 202506001"
    })
    void isComparedWithoutItsDecoration(String written, String normalised) {
        assertThat(new InvoiceNumber(written).normalised()).isEqualTo(normalised);
    }

    @Test
    void makesThePaymentOfItsSupplier() {
        SupplierId one = SupplierId.of(new SupplierRef("AG-17"));
        SupplierId other = SupplierId.of(new SupplierRef("AG-18"));
        PaymentId payment = PaymentId.invoice(one, new InvoiceNumber("INV-004417"));
        assertThat(PaymentId.invoice(one, new InvoiceNumber("4417"))).isEqualTo(payment);
        assertThat(PaymentId.invoice(other, new InvoiceNumber("4417"))).isNotEqualTo(payment);
    }
}
