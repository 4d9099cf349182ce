package org.personalbudget.ops.http.reconciliation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.statement.BankStatement;
import org.personalbudget.ledger.statement.LineDigest;
import org.personalbudget.ledger.statement.StatementAccount;
import org.personalbudget.ledger.statement.StatementCommand.ImportStatement;
import org.personalbudget.ledger.statement.StatementId;
import org.personalbudget.ledger.statement.StatementLine;
import org.personalbudget.ledger.terms.FileDigest;
import org.personalbudget.ledger.terms.PersonRef;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.matching.LineDigests;
import org.personalbudget.ops.matching.Matcher;
import org.personalbudget.ops.security.Asks;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.projections.reconciliation.CandidateQuery;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes statements in, and lets the ladder find what their lines are. */
@Tag(name = "Statements")
@RestController
@RequestMapping("/api/v1/statements")
public final class StatementCommands {

    private static final byte[] NOTHING = {};

    private final Desk desk;
    private final LineDigests digests;
    private final CandidateQuery accounts;
    private final Matcher matcher;
    private final StatementAnswers answers;
    private final StatementFiles files;

    StatementCommands(
            Desk desk,
            LineDigests digests,
            CandidateQuery accounts,
            Matcher matcher,
            StatementAnswers answers,
            StatementFiles files) {
        this.desk = desk;
        this.digests = digests;
        this.accounts = accounts;
        this.matcher = matcher;
        this.answers = answers;
        this.files = files;
    }

    @Operation(
            summary = "Import a statement",
            description = "camt.053 (application/xml), CSV (text/csv, with the mapping of its columns) or Open Banking"
                    + " transactions (application/json), whole or not at all, of the council's bank (1000), its card programme (1010) or a custody account (its id). What"
                    + " the ladder finds is matched and carried out; the rest waits in the queue.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = "application/xml", schema = @Schema(type = "string")),
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                                @Content(mediaType = "application/json", schema = @Schema(type = "object"))
                            }))
    @PostMapping
    @Asks(ImportStatement.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<StatementAnswers.Summary> take(
            @RequestParam(value = "account", required = false) @Nullable String account,
            @RequestParam(value = "mapping", required = false) @Nullable String mapping,
            @RequestHeader(value = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String type,
            @RequestBody(required = false) byte @Nullable [] body,
            Call call)
            throws FileUnreadable {
        StatementAccount of = accountOf(account);
        // An account that was opened a moment ago is there.
        matcher.await();
        PersonRef about = ownerOf(of);
        byte[] bytes = body == null ? NOTHING : body;
        BankStatement statement = files.read(type, mapping, bytes);
        FileDigest file = digestOf(bytes);
        LineDigest owner = ownerIn(statement, of);
        ResponseEntity<StatementId> taken = desk.ask(
                call,
                about,
                HttpStatus.CREATED,
                fields -> {
                    List<StatementLine> lines = digests.linesOf(
                            statement, (name, words) -> fields.note(name, words, LineDigests.LONGEST_WORDS));
                    return new ImportStatement(
                            of,
                            file,
                            owner,
                            statement.from(),
                            statement.to(),
                            statement.opening(),
                            statement.closing(),
                            lines);
                },
                facts -> StatementId.of(of, file));
        return summary(StatementId.of(of, file), HttpStatus.CREATED, taken.getHeaders());
    }

    @Operation(
            summary = "Match a statement again",
            description = "The ladder goes once more through what is open, since more may be known by now.")
    @PostMapping("/{statementId}/matching")
    @Asks(ImportStatement.class)
    ResponseEntity<StatementAnswers.Summary> again(@PathVariable UUID statementId, Call call) {
        StatementId id = new StatementId(statementId);
        answers.require(id);
        return summary(id, HttpStatus.OK, HttpHeaders.EMPTY);
    }

    private ResponseEntity<StatementAnswers.Summary> summary(StatementId id, HttpStatus status, HttpHeaders before) {
        long position = matcher.match(id);
        // What was refused last is told as it is: in the queue.
        matcher.await();
        String known = before.getFirst(Desk.POSITION);
        long last = Math.max(position, known == null ? 0 : Long.parseLong(known));
        return ResponseEntity.status(status)
                .header(Desk.POSITION, Long.toString(last))
                .body(answers.summary(id));
    }

    private static StatementAccount accountOf(@Nullable String account) {
        return StatementAccount.read(account == null ? "" : account)
                .orElseThrow(() -> new ProblemException(Problem.of(
                                400,
                                "not-a-statement-account",
                                "account must be 1000, 1010 or the id of a custody account.")
                        .about("account")));
    }

    /** Whose words the lines of a custody account are; and whether there is such an account at all. */
    private @Nullable PersonRef ownerOf(StatementAccount account) {
        return account.custody()
                .map(custody -> accounts.personOf(custody.value())
                        .orElseThrow(() -> new ProblemException(Problem.of(
                                        404, "unknown-account", "There is no account " + custody + " that holds money.")
                                .about("account"))))
                .orElse(null);
    }

    /**
     * The account as the file names it. Not every format does: such a file is of the account it is imported for, and
     * where it was the first, those after it are not asked either.
     */
    private LineDigest ownerIn(BankStatement statement, StatementAccount account) {
        LineDigest named = digests.account(statement.account());
        LineDigest unnamed = digests.account("");
        LineDigest known = accounts.ownerOf(account).orElse(named);
        return named.equals(unnamed) || known.equals(unnamed) ? known : named;
    }

    static FileDigest digestOf(byte[] bytes) {
        try {
            return new FileDigest(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
