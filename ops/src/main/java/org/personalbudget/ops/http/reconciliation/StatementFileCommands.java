package org.personalbudget.ops.http.reconciliation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.payrun.Payer;
import org.personalbudget.ledger.statement.BankStatement;
import org.personalbudget.ledger.statement.LineDigest;
import org.personalbudget.ledger.statement.StatementAccount;
import org.personalbudget.ledger.statement.StatementCommand.ImportStatement;
import org.personalbudget.ledger.statement.StatementCommand.ImportStatements;
import org.personalbudget.ledger.statement.StatementId;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.http.request.Fields;
import org.personalbudget.ops.matching.LineDigests;
import org.personalbudget.ops.matching.Matcher;
import org.personalbudget.ops.security.Asks;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.projections.reconciliation.CandidateQuery;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes in all statements of one file: several days, or several accounts. */
@Tag(name = "Statements")
@RestController
@RequestMapping("/api/v1/statement-files")
public final class StatementFileCommands {

    private static final byte[] NOTHING = {};

    private final Desk desk;
    private final LineDigests digests;
    private final CandidateQuery accounts;
    private final Matcher matcher;
    private final StatementAnswers answers;
    private final Payer payer;

    StatementFileCommands(
            Desk desk,
            LineDigests digests,
            CandidateQuery accounts,
            Matcher matcher,
            StatementAnswers answers,
            Payer payer) {
        this.desk = desk;
        this.digests = digests;
        this.accounts = accounts;
        this.matcher = matcher;
        this.answers = answers;
        this.payer = payer;
    }

    /** One statement of the file, and whose it is. */
    private record Named(BankStatement statement, StatementAccount account, LineDigest owner, FileDigest file) {

        StatementId id() {
            return StatementId.of(account, file);
        }
    }

    @Operation(
            summary = "Import every statement of a file",
            description = "camt.053 (application/xml) or Open Banking transactions (application/json) with one or more"
                    + " statements, all of them or none. Each is a statement of its own account, by the name that the file"
                    + " gives it: the council's bank, or an account of which a statement was imported before.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = "application/xml", schema = @Schema(type = "string")),
                                @Content(mediaType = "application/json", schema = @Schema(type = "object"))
                            }))
    @PostMapping
    @Asks(ImportStatements.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<FileSummary> takeFile(
            @RequestHeader(value = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String type,
            @RequestBody(required = false) byte @Nullable [] body,
            Call call)
            throws FileUnreadable {
        matcher.await();
        List<Named> named = named(type, body == null ? NOTHING : body);
        ResponseEntity<Integer> taken = desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> new ImportStatements(imports(named, fields)),
                facts -> named.size());
        String known = taken.getHeaders().getFirst(Desk.POSITION);
        long position = known == null ? 0 : Long.parseLong(known);
        for (Named each : named) position = Math.max(position, matcher.match(each.id()));
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(Desk.POSITION, Long.toString(position))
                .body(new FileSummary(
                        named.stream().map(each -> answers.summary(each.id())).toList()));
    }

    private List<Named> named(@Nullable String type, byte[] bytes) throws FileUnreadable {
        List<BankStatement> read = StatementFiles.readAll(type, bytes);
        FileDigest file = StatementCommands.digestOf(bytes);
        List<Named> named = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            BankStatement each = read.get(i);
            LineDigest owner = digests.account(each.account());
            FileDigest own = read.size() == 1 ? file : part(file, i + 1);
            named.add(new Named(each, accountOf(each, owner, i + 1), owner, own));
        }
        return named;
    }

    /** A part of a file is known by the file and its place there. */
    private static FileDigest part(FileDigest file, int place) {
        return StatementCommands.digestOf((file.value() + "/" + place).getBytes(StandardCharsets.UTF_8));
    }

    private StatementAccount accountOf(BankStatement statement, LineDigest owner, int place) {
        if (!statement.account().isEmpty()) {
            List<StatementAccount> known = accounts.named(owner);
            if (known.size() == 1) return known.getFirst();
            boolean ours = statement.account().equals(payer.sortCode() + payer.accountNumber());
            if (known.isEmpty() && ours) return StatementAccount.BANK;
        }
        throw new ProblemException(Problem.of(
                        422,
                        "unknown-statement-account",
                        "Statement " + place
                                + " of the file is of an account of which none was imported before. Import one"
                                + " of it by itself, saying which account it is of.")
                .with("statement", place));
    }

    private List<ImportStatement> imports(List<Named> named, Fields fields) {
        List<ImportStatement> imports = new ArrayList<>();
        for (Named each : named) {
            PersonRef about = each.account()
                    .custody()
                    .flatMap(custody -> accounts.personOf(custody.value()))
                    .orElse(null);
            Fields own =
                    fields.in("statements").in(Integer.toString(imports.size())).about(about);
            BankStatement statement = each.statement();
            imports.add(new ImportStatement(
                    each.account(),
                    each.file(),
                    each.owner(),
                    statement.from(),
                    statement.to(),
                    statement.opening(),
                    statement.closing(),
                    digests.linesOf(statement, (name, words) -> own.note(name, words, LineDigests.LONGEST_WORDS))));
        }
        return imports;
    }

    /** @param statements in the order of the file */
    @Schema(name = "ImportedFile")
    record FileSummary(List<StatementAnswers.Summary> statements) {}
}
