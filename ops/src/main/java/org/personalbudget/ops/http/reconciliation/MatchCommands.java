package org.personalbudget.ops.http.reconciliation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.cardprogramme.CardProgrammeCommand.FundProgramme;
import org.personalbudget.ledger.cardprogramme.CardProgrammeEvent.ProgrammeFunded;
import org.personalbudget.ledger.money.Money;
import org.personalbudget.ledger.statement.LineMatch;
import org.personalbudget.ledger.statement.MatchRule;
import org.personalbudget.ledger.statement.StatementAccount;
import org.personalbudget.ledger.statement.StatementCommand.MatchLines;
import org.personalbudget.ledger.statement.StatementCommand.UndoMatch;
import org.personalbudget.ledger.statement.StatementEvent.LineUnmatched;
import org.personalbudget.ledger.statement.StatementEvent.LinesMatched;
import org.personalbudget.ledger.statement.StatementId;
import org.personalbudget.ledger.statement.StatementRefusal.UnknownStatementLine;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.problem.Refusals;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.http.request.Desk;
import org.personalbudget.ops.matching.Effects;
import org.personalbudget.ops.matching.Matcher;
import org.personalbudget.ops.matching.Undoing;
import org.personalbudget.ops.security.Asks;
import org.personalbudget.projections.reconciliation.LineView;
import org.personalbudget.projections.reconciliation.LineView.ItemView;
import org.personalbudget.projections.reconciliation.LineView.LineKey;
import org.personalbudget.projections.reconciliation.StatementQuery;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets people say what a line is, and take it back. */
@Tag(name = "Reconciliation")
@RestController
@RequestMapping("/api/v1")
public final class MatchCommands {

    private static final int LONGEST_REASON = 500;

    private final Desk desk;
    private final StatementQuery statements;
    private final MatchByHand byHand;
    private final Effects effects;
    private final Undoing undoing;
    private final Matcher matcher;

    MatchCommands(
            Desk desk,
            StatementQuery statements,
            MatchByHand byHand,
            Effects effects,
            Undoing undoing,
            Matcher matcher) {
        this.desk = desk;
        this.statements = statements;
        this.byHand = byHand;
        this.effects = effects;
        this.undoing = undoing;
        this.matcher = matcher;
    }

    @Operation(
            summary = "Match a line",
            description =
                    "Says what a line is: items of the queue's suggestions (which together come to the line), a"
                            + " spend, a merchant's refund, a contribution, or money that nobody knows (receipt, unknownCredit).")
    @PostMapping("/reconciliation/matches")
    @Asks(MatchLines.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MatchAnswer> match(@RequestBody MatchRequest body, Call call) {
        ResponseEntity<LinesMatched> matched = desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> {
                    StatementId id = new StatementId(fields.uuid("statementId", body.statementId()));
                    int number = body.line() == null ? 0 : body.line();
                    if (body.line() == null) fields.wrong("line", "missing-field", "is missing");
                    fields.verify();
                    LineView line = lineOf(id, number);
                    return new MatchLines(
                            id,
                            List.of(new MatchLines.Proposed(
                                    number, MatchRule.BY_HAND, byHand.itemsOf(body, line, call, fields))),
                            false);
                },
                facts -> facts.the(LinesMatched.class));
        LinesMatched event = Objects.requireNonNull(matched.getBody());
        matcher.await();
        long position = Math.max(position(matched), effects.carryOut(event.statement()));
        matcher.await();
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(Desk.POSITION, Long.toString(position))
                .body(answerOf(event));
    }

    private static long position(ResponseEntity<?> answer) {
        return Long.parseLong(Objects.requireNonNull(answer.getHeaders().getFirst(Desk.POSITION)));
    }

    /** Where what it does was refused, the match is undone already, and the caller is told why. */
    private MatchAnswer answerOf(LinesMatched event) {
        LineMatch match = event.matches().getFirst();
        LineKey line = new LineKey(event.statement(), match.line());
        List<ItemView> items = statements.items(List.of(line)).getOrDefault(line, List.of()).stream()
                .filter(item -> item.attempt() == match.attempt())
                .toList();
        for (ItemView item : items) {
            if (item.refused() == null) continue;
            throw new ProblemException(Problem.of(
                            422,
                            item.refused(),
                            "The line is open again: what it was said to be was refused as " + item.refused() + ".")
                    .with("statementId", event.statement().toString())
                    .with("line", match.line()));
        }
        return new MatchAnswer(event.statement(), match.line(), match.rule(), items);
    }

    private LineView lineOf(StatementId id, int number) {
        matcher.await();
        return statements
                .line(id, number)
                .orElseThrow(() -> new ProblemException(Refusals.problemOf(new UnknownStatementLine(id, number))));
    }

    @Operation(
            summary = "Undo a match",
            description = "The line is open again. What its match had done is taken back by the exact mirror where that"
                    + " can be done; what stays says why, and waits for the line that shows it.")
    @PostMapping("/reconciliation/matches/{statementId}/{line}/undoing")
    @Asks(UndoMatch.class)
    ResponseEntity<UndoAnswer> undo(
            @PathVariable UUID statementId, @PathVariable int line, @RequestBody UndoRequest body, Call call) {
        StatementId id = new StatementId(statementId);
        LineView there = lineOf(id, line);
        ResponseEntity<LineUnmatched> undone = desk.ask(
                call,
                HttpStatus.OK,
                fields -> new UndoMatch(
                        id,
                        line,
                        there.attempt() == null ? 0 : there.attempt(),
                        fields.note("reason", body.reason(), LONGEST_REASON),
                        null),
                facts -> facts.the(LineUnmatched.class));
        LineUnmatched event = Objects.requireNonNull(undone.getBody());
        Undoing.Result result = undoing.takeBack(event, there.bookedOn());
        return ResponseEntity.ok()
                .header(Desk.POSITION, Long.toString(Math.max(position(undone), result.position())))
                .body(new UndoAnswer(id, line, result.items()));
    }

    @Operation(summary = "Fund the card programme", description = "The council's bank paid into it; negative if back.")
    @PostMapping("/card-programme/fundings")
    @Asks(FundProgramme.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<FundingAnswer> fund(@RequestBody FundingRequest body, Call call) {
        return desk.ask(
                call,
                HttpStatus.CREATED,
                fields -> new FundProgramme(fields.money("amount", body.amount()), fields.date("on", body.on())),
                facts -> FundingAnswer.of(facts.the(ProgrammeFunded.class)));
    }

    @Schema(name = "UndoMatch")
    record UndoRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason) {}

    @Schema(name = "MatchAnswer")
    record MatchAnswer(StatementId statementId, int line, MatchRule rule, List<ItemView> items) {}

    @Schema(name = "UndoAnswer")
    record UndoAnswer(StatementId statementId, int line, List<Undoing.TakenBack> items) {}

    @Schema(name = "FundProgramme")
    record FundingRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "10000.00") @Nullable
            String amount,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date") @Nullable
            String on) {}

    @Schema(name = "ProgrammeFunded")
    record FundingAnswer(Money amount, LocalDate on, String account) {
        static FundingAnswer of(ProgrammeFunded it) {
            return new FundingAnswer(it.amount(), it.effectiveOn(), StatementAccount.CARD_PROGRAMME.value());
        }
    }
}
