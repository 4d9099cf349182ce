package org.personalbudget.ops.http.payruns;

import static org.personalbudget.ledger.kernel.Role.PAYMENTS_APPROVER;
import static org.personalbudget.ledger.kernel.Role.PAYMENTS_OFFICER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.payment.Channel;
import org.personalbudget.ledger.payrun.PayRunItem;
import org.personalbudget.ledger.payrun.PayRunRefusal.PayRunNotReady;
import org.personalbudget.ledger.payrun.Payer;
import org.personalbudget.ledger.payrun.PaymentFile;
import org.personalbudget.ledger.payrun.PaymentOrder;
import org.personalbudget.ledger.register.Register;
import org.personalbudget.ledger.register.RegisterEntry.BankDetails;
import org.personalbudget.ledger.terms.PayRunId;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.problem.Refusals;
import org.personalbudget.ops.http.view.FromProjections;
import org.personalbudget.ops.security.Open;
import org.personalbudget.payments.FileUnwritable;
import org.personalbudget.payments.bacs.BacsStandard18;
import org.personalbudget.payments.iso20022.Pain001;
import org.personalbudget.projections.payruns.BankDetailsQuery;
import org.personalbudget.projections.payruns.PayRunQuery;
import org.personalbudget.projections.payruns.PayRunView;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Writes the files of a run. They are made of what was approved and of the register, dated by the approval, so that they
 * are the same bytes whenever they are asked for.
 */
@Tag(name = "Pay runs")
@RestController
@RequestMapping("/api/v1/pay-runs")
@FromProjections
public final class PayRunFiles {

    private final PayRunQuery runs;
    private final PayRunShown shown;
    private final BankDetailsQuery details;
    private final Register register;
    private final BacsStandard18 bacs;
    private final Payer payer;

    PayRunFiles(
            PayRunQuery runs,
            PayRunShown shown,
            BankDetailsQuery details,
            Register register,
            BacsStandard18 bacs,
            Payer payer) {
        this.runs = runs;
        this.shown = shown;
        this.details = details;
        this.register = register;
        this.bacs = bacs;
        this.payer = payer;
    }

    @Operation(
            summary = "The file of a pay run",
            description = "pain.001 (ISO 20022, pain.001.001.09) or bacs18 (Bacs Standard 18); the same bytes each time.")
    @GetMapping("/{runId}/file")
    @Open(to = {PAYMENTS_OFFICER, PAYMENTS_APPROVER})
    ResponseEntity<byte[]> file(
            @PathVariable UUID runId, @RequestParam(value = "format", required = false) @Nullable String format) {
        PayRunView run = shown.find(new PayRunId(runId));
        if (run.released() == null) {
            throw new ProblemException(Refusals.problemOf(new PayRunNotReady(run.run(), run.standing())));
        }
        return switch (format == null ? "" : format) {
            case "pain.001" -> answer(run, MediaType.APPLICATION_XML, "xml", pain001(run));
            case "bacs18" -> answer(run, MediaType.TEXT_PLAIN, "txt", bacs18(run));
            default ->
                throw new ProblemException(Problem.of(
                                400, "unknown-format", "format must be pain.001 or bacs18.")
                        .about("format"));
        };
    }

    private static ResponseEntity<byte[]> answer(PayRunView run, MediaType type, String ending, byte[] bytes) {
        var named = ContentDisposition.attachment()
                .filename("pay-run-" + run.run() + "." + ending)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                .contentType(type)
                .body(bytes);
    }

    private byte[] pain001(PayRunView run) {
        var bytes = new ByteArrayOutputStream();
        try {
            Pain001.write(paymentFile(run), bytes);
            return bytes.toByteArray();
        } catch (FileUnwritable e) {
            throw unwritable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bacs18(PayRunView run) {
        var bytes = new ByteArrayOutputStream();
        try {
            bacs.write(paymentFile(run), bytes);
            return bytes.toByteArray();
        } catch (FileUnwritable e) {
            throw unwritable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemException unwritable(FileUnwritable e) {
        return new ProblemException(Problem.of(422, "file-unwritable", e.getMessage())
                .about(e.field())
                .with("place", e.place()));
    }

    private PaymentFile paymentFile(PayRunView run) {
        List<PaymentOrder> orders = new ArrayList<>();
        for (int part = 1; part <= run.parts(); part++) {
            List<PayRunItem> items = runs.part(run.run(), part).stream()
                    .filter(item -> item.channel() == Channel.BANK)
                    .toList();
            if (!items.isEmpty()) orders.addAll(orders(items));
        }
        return new PaymentFile(
                PayRunFileId.of(run.run()),
                Objects.requireNonNull(run.approvedAt()),
                run.dates().payOn(),
                payer,
                orders);
    }

    private List<PaymentOrder> orders(List<PayRunItem> items) {
        Map<Integer, UUID> refs = details.detailsOf(items);
        Map<UUID, BankDetails> accounts = register.bankDetails(refs.values());
        return items.stream().map(item -> order(item, accounts.get(refs.get(item.number())))).toList();
    }

    private static PaymentOrder order(PayRunItem item, @Nullable BankDetails account) {
        if (account == null) {
            throw new ProblemException(Problem.of(
                            410,
                            "bank-details-erased",
                            "The account of item " + item.number() + " was erased from the register: the file can no"
                                    + " longer be written.")
                    .with("number", item.number()));
        }
        return new PaymentOrder(
                item.endToEndId(),
                item.bacsReference(),
                item.amount(),
                account.name(),
                account.sortCode(),
                account.accountNumber());
    }
}
