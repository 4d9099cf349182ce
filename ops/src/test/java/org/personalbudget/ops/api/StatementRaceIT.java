package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.personalbudget.ledger.axon.Answer;
import org.personalbudget.ledger.axon.Ledger;
import org.personalbudget.ledger.axon.Request;
import org.personalbudget.ledger.kernel.ActorId;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.statement.BankStatement;
import org.personalbudget.ledger.statement.StatementAccount;
import org.personalbudget.ledger.statement.StatementCommand.ImportStatement;
import org.personalbudget.ledger.statement.StatementId;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ops.matching.LineDigests;
import org.personalbudget.ops.matching.Matcher;
import org.personalbudget.payments.iso20022.Camt053;
import org.personalbudget.projections.reconciliation.StatementQuery;

/** Several importers of the same file, and a node that goes down between import and match. */
class StatementRaceIT {

    private static final RunningLedger ledger = RunningLedger.ofItsOwn();

    /** It proves that of many who bring the same file at once, one has it taken, and nothing is taken twice. */
    @Test
    void ofManyWhoImportTheSameFileOneWins() throws Exception {
        LocalDate day = ledger.nextYear().starts();
        CamtFile file = new CamtFile("RACE", day, day.plusDays(1), 0).line(5_000, day, null, "once");
        ledger.as("reconciler").on(day.plusDays(5)).get("/statements").granted();
        int many = 8;
        CountDownLatch ready = new CountDownLatch(many);
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
            List<Future<Integer>> asked = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                asked.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return file.importedBy(ledger.as("reconciler"), "1010").status();
                }));
            }
            for (Future<Integer> each : asked) answers.add(each.get());
        }
        assertThat(answers).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 409);
        assertThat(ledger.as("auditor")
                        .get("/reconciliation/queue?account=1010")
                        .granted()
                        .json()
                        .get("lines"))
                .hasSize(1);
    }

    /** It proves that a statement whose import is all that was done is found again, matched and carried out. */
    @Test
    void whatANodeLeftInTheMiddleIsGoneOnWith() throws Exception {
        LocalDate day = ledger.nextYear().starts();
        ledger.as("controller")
                .on(day.plusDays(4))
                .post("/card-programme/fundings", "amount", "123.45", "on", day)
                .granted();
        CamtFile file = new CamtFile("LEFT", day, day.plusDays(1), 0).line(-12_345, day, null, "cards");
        BankStatement statement =
                Camt053.read(file.xml().getBytes(StandardCharsets.UTF_8)).getFirst();
        LineDigests digests = ledger.bean(LineDigests.class);
        var command = new ImportStatement(
                StatementAccount.BANK,
                new FileDigest("left"),
                digests.account(statement.account()),
                statement.from(),
                statement.to(),
                statement.opening(),
                statement.closing(),
                digests.linesOf(
                        statement,
                        (name, words) -> new Note(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), "0")));
        Answer answer = ledger.bean(Ledger.class)
                .gateway()
                .send(Request.once(command, new ActorId("reconciler"), Set.of(Role.RECONCILER)))
                .join();
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
        ledger.bean(Matcher.class).await();
        StatementQuery statements = ledger.bean(StatementQuery.class);
        StatementId left = StatementId.of(StatementAccount.BANK, new FileDigest("left"));
        assertThat(statements.unfinished(-100_000)).contains(left);

        ledger.bean(Matcher.class).match(left);
        ledger.bean(Matcher.class).match(left);

        assertThat(statements.find(left).orElseThrow().matched()).isEqualTo(1);
        assertThat(ledger.as("auditor")
                        .get("/reconciliation/proof?account=1000")
                        .granted()
                        .text("/unexplained"))
                .isEqualTo("0.00");
    }
}
