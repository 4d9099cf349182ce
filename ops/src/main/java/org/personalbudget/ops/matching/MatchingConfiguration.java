package org.personalbudget.ops.matching;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import org.personalbudget.ledger.axon.LedgerGateway;
import org.personalbudget.ledger.eventstore.EventReader;
import org.personalbudget.ledger.register.Digest;
import org.personalbudget.ledger.register.Register;
import org.personalbudget.ledger.statement.ladder.WorkingDays;
import org.personalbudget.payments.bankholidays.BankHolidays;
import org.personalbudget.projections.reader.LiveReader;
import org.personalbudget.projections.reconciliation.CandidateQuery;
import org.personalbudget.projections.reconciliation.StatementQuery;
import org.personalbudget.projections.reconciliation.WaitingQuery;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What matching consists of. */
@Configuration(proxyBeanMethods = false)
public class MatchingConfiguration {

    @Bean
    LineDigests lineDigests(Digest digest) {
        return new LineDigests(digest);
    }

    /** The days on which money goes out are those by which it is told what came. */
    @Bean
    WorkingDays workingDays(BankHolidays holidays) {
        return holidays::isWorkingDay;
    }

    @Bean
    Candidates candidates(CandidateQuery query, Register register, LineDigests digests) {
        return new Candidates(query, register, digests);
    }

    @Bean
    Effects effects(LedgerGateway ledger, EventReader log, WaitingQuery waiting) {
        return new Effects(ledger, log, waiting);
    }

    @Bean
    Undoing undoing(LedgerGateway ledger) {
        return new Undoing(ledger);
    }

    /** By comma-separated words and by {@code code: CATEGORY}; what is not configured is not guessed. */
    @Bean
    MatchingData matchingData(
            @Value("${ledger.matching.fees:}") Set<String> fees,
            @Value("#{${ledger.matching.merchants:{:}}}") Map<String, String> merchants) {
        return MatchingData.read(fees, merchants);
    }

    @Bean
    Matcher matcher(
            LedgerGateway ledger,
            LiveReader reader,
            StatementQuery statements,
            CandidateQuery query,
            Candidates candidates,
            Register register,
            Effects effects,
            WorkingDays days,
            MatchingData data,
            MeterRegistry meters) {
        return new Matcher(ledger, reader, statements, query, candidates, register, effects, days, data, meters);
    }

    @Bean(destroyMethod = "close")
    Sweep sweep(StatementQuery statements, Matcher matcher, @Value("${ledger.matching.sweep-seconds:30}") int seconds) {
        return new Sweep(statements, matcher, seconds).start();
    }
}
