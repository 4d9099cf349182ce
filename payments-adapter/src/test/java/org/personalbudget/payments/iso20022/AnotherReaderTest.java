package org.personalbudget.payments.iso20022;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.mx.MxCamt05300102;
import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.MxCamt05400102;
import com.prowidesoftware.swift.model.mx.MxCamt05400108;
import com.prowidesoftware.swift.model.mx.MxPain00200103;
import com.prowidesoftware.swift.model.mx.MxPain00200110;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.payrun.PaymentReport;
import org.personalbudget.ledger.statement.BankStatement;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.Fixture;

/** Every sample is read by an independent library as well, and says the same. */
class AnotherReaderTest {

    @ParameterizedTest
    @CsvSource({"camt053-02,2", "camt053-08,8"})
    void statementsSayTheSame(String name, int version) throws FileUnreadable {
        String text = Fixture.text("/iso20022/" + name + ".xml");
        Object theirs = version == 2 ? MxCamt05300102.parse(text) : MxCamt05300108.parse(text);
        List<BankStatement> ours = Camt053.read(Fixture.bytes("/iso20022/" + name + ".xml"));

        List<Bean> statements = Bean.of(theirs).get("BkToCstmrStmt").list("Stmt");
        assertThat(ours).hasSameSizeAs(statements);
        for (int i = 0; i < ours.size(); i++) {
            Bean stmt = statements.get(i);
            BankStatement statement = ours.get(i);
            assertThat(statement.number()).isEqualTo(stmt.get("Id").text());
            assertThat(statement.opening()).isEqualTo(balance(stmt, "OPBD", "PRCD"));
            assertThat(statement.closing()).isEqualTo(balance(stmt, "CLBD"));
            assertThat(statement.lines().stream()
                            .map(line -> Stream.of(
                                            line.amount(),
                                            line.status().name().charAt(0),
                                            line.endToEndId(),
                                            line.counterparty(),
                                            line.returnReason())
                                    .map(String::valueOf)
                                    .toList()))
                    .containsExactlyElementsOf(lines(stmt));
        }
    }

    @ParameterizedTest
    @CsvSource({"camt054-02,2", "camt054-08,8"})
    void notificationsSayTheSame(String name, int version) throws FileUnreadable {
        String text = Fixture.text("/iso20022/" + name + ".xml");
        Object theirs = version == 2 ? MxCamt05400102.parse(text) : MxCamt05400108.parse(text);
        PaymentReport ours = Camt054.read(Fixture.bytes("/iso20022/" + name + ".xml"));

        Bean message = Bean.of(theirs).get("BkToCstmrDbtCdtNtfctn");
        assertThat(ours.id()).isEqualTo(message.get("GrpHdr").get("MsgId").text());
        List<String> ids = message.list("Ntfctn").stream()
                .flatMap(each -> each.list("Ntry").stream())
                .flatMap(each -> each.list("NtryDtls").stream())
                .flatMap(each -> each.list("TxDtls").stream())
                .map(each -> each.get("Refs").get("EndToEndId").text())
                .toList();
        assertThat(ours.payments()).extracting(each -> each.endToEndId()).containsExactlyElementsOf(ids);
    }

    @ParameterizedTest
    @CsvSource({"pain002-03,3", "pain002-10,10"})
    void statusReportsSayTheSame(String name, int version) throws FileUnreadable {
        String text = Fixture.text("/iso20022/" + name + ".xml");
        Object theirs = version == 3 ? MxPain00200103.parse(text) : MxPain00200110.parse(text);
        PaymentReport ours = Pain002.read(Fixture.bytes("/iso20022/" + name + ".xml"));

        Bean message = Bean.of(theirs).get("CstmrPmtStsRpt");
        assertThat(ours.id()).isEqualTo(message.get("GrpHdr").get("MsgId").text());
        List<Bean> payments = message.list("OrgnlPmtInfAndSts").stream()
                .flatMap(each -> each.list("TxInfAndSts").stream())
                .toList();
        assertThat(ours.payments().stream().map(each -> each.endToEndId()).filter(Objects::nonNull))
                .containsExactlyElementsOf(payments.stream()
                        .map(each -> each.get("OrgnlEndToEndId").text())
                        .toList());
        assertThat(ours.payments().stream().map(each -> each.amount()).filter(Objects::nonNull))
                .containsExactlyElementsOf(payments.stream()
                        .map(each -> each.get("OrgnlTxRef")
                                .get("Amt")
                                .get("InstdAmt")
                                .get("Value"))
                        .filter(Bean::isThere)
                        .map(each -> money(Objects.requireNonNull(each.text())))
                        .toList());
    }

    private static @Nullable Money balance(Bean stmt, String... codes) {
        for (Bean each : stmt.list("Bal")) {
            String code = each.get("Tp").get("CdOrPrtry").get("Cd").text();
            if (List.of(codes).contains(code)) return signed(each);
        }
        return null;
    }

    private static List<List<String>> lines(Bean stmt) {
        List<List<String>> lines = new ArrayList<>();
        for (Bean entry : stmt.list("Ntry")) {
            List<Bean> details = entry.list("NtryDtls").stream()
                    .flatMap(each -> each.list("TxDtls").stream())
                    .toList();
            boolean booked = entry.get("Sts").firstOf("Cd").equals("BOOK");
            Function<Bean, List<String>> line = each -> Stream.of(
                            details.size() > 1 ? signed(each) : signed(entry),
                            booked ? 'B' : 'P',
                            given(each.get("Refs").get("EndToEndId")),
                            party(
                                    each,
                                    signed(entry).isPositive()
                                                    && !each.get("RtrInf").isThere()
                                            ? "Dbtr"
                                            : "Cdtr"),
                            each.get("RtrInf").get("Rsn").get("Cd").text())
                    .map(String::valueOf)
                    .toList();
            boolean each = details.size() > 1
                    && details.stream().allMatch(it -> it.get("Amt").isThere());
            if (each || details.size() == 1) details.stream().map(line).forEach(lines::add);
            else lines.add(List.of(signed(entry).toString(), booked ? "B" : "P", "null", "null", "null"));
        }
        return lines;
    }

    private static @Nullable String given(Bean id) {
        return "NOTPROVIDED".equals(id.text()) ? null : id.text();
    }

    private static @Nullable String party(Bean each, String side) {
        Bean party = each.get("RltdPties").get(side);
        return party.get("Pty").isThere()
                ? party.get("Pty").get("Nm").text()
                : party.get("Nm").text();
    }

    private static Money signed(Bean owner) {
        Money amount =
                money(Objects.requireNonNull(owner.get("Amt").get("Value").text()));
        return "CRDT".equals(owner.get("CdtDbtInd").text()) ? amount : amount.negated();
    }

    private static Money money(String value) {
        return Money.ofPence(new BigDecimal(value).movePointRight(2).longValueExact());
    }
}
