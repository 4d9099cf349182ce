package org.personalbudget.ops.http.payruns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.personalbudget.ledger.payrun.Payer;
import org.personalbudget.ops.http.bankdetails.ModulusChecks;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.bacs.BacsCalendar;
import org.personalbudget.payments.bacs.BacsStandard18;
import org.personalbudget.payments.bankholidays.BankHolidays;
import org.personalbudget.payments.bankholidays.OneOffDay;
import org.personalbudget.payments.modulus.ModulusCheck;
import org.personalbudget.payments.modulus.ModulusTables;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the council pays from, and the days on which its bank works. */
@Configuration(proxyBeanMethods = false)
public class PayerConfiguration {

    @Bean
    Payer payer(
            @Value("${ledger.payer.name}") String name,
            @Value("${ledger.payer.sort-code}") String sortCode,
            @Value("${ledger.payer.account-number}") String accountNumber,
            @Value("${ledger.payer.service-user-number}") String serviceUserNumber) {
        return new Payer(name, sortCode, accountNumber, serviceUserNumber);
    }

    /**
     * @param closed days that were proclaimed bank holidays, such as {@code 2023-05-08}
     * @param open days on which a bank holiday was moved away
     */
    @Bean
    BankHolidays bankHolidays(
            @Value("${ledger.bank-holidays.closed:}") List<String> closed,
            @Value("${ledger.bank-holidays.open:}") List<String> open) {
        List<OneOffDay> oneOffs = Stream.concat(
                        closed.stream().map(day -> new OneOffDay(LocalDate.parse(day), true)),
                        open.stream().map(day -> new OneOffDay(LocalDate.parse(day), false)))
                .toList();
        return BankHolidays.ofEngland(oneOffs);
    }

    @Bean
    BacsCalendar bacsCalendar(BankHolidays holidays) {
        return new BacsCalendar(holidays);
    }

    @Bean
    BacsStandard18 bacsStandard18(BacsCalendar calendar) {
        return new BacsStandard18(calendar);
    }

    /**
     * The weight table belongs to its owner and is loaded from where the council keeps it; without one, a sample that
     * covers a single sort code.
     *
     * @param weights path of the table, or nothing
     * @param substitutes path of the substitute sort codes, or nothing
     */
    @Bean
    ModulusChecks modulusChecks(
            @Value("${ledger.modulus.weights:}") String weights,
            @Value("${ledger.modulus.substitutes:}") String substitutes)
            throws IOException, FileUnreadable {
        ModulusTables tables = weights.isEmpty()
                ? ModulusTables.sample()
                : ModulusTables.read(
                        Files.readAllBytes(Path.of(weights)),
                        substitutes.isEmpty() ? new byte[0] : Files.readAllBytes(Path.of(substitutes)));
        return new ModulusCheck(tables)::check;
    }
}
