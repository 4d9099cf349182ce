package org.personalbudget.ops.http.payruns;

import static org.personalbudget.ledger.kernel.Role.PAYMENTS_APPROVER;
import static org.personalbudget.ledger.kernel.Role.PAYMENTS_OFFICER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.payrun.PayRunRefusal.PayRunNotReady;
import org.personalbudget.ledger.terms.PayRunId;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.problem.Refusals;
import org.personalbudget.ops.http.view.FromProjections;
import org.personalbudget.ops.security.Open;
import org.personalbudget.payments.FileUnwritable;
import org.personalbudget.payments.bacs.BacsStandard18;
import org.personalbudget.payments.iso20022.Pain001;
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

    private final PayRunShown shown;
    private final PaymentFiles files;
    private final BacsStandard18 bacs;

    PayRunFiles(PayRunShown shown, PaymentFiles files, BacsStandard18 bacs) {
        this.shown = shown;
        this.files = files;
        this.bacs = bacs;
    }

    @Operation(
            summary = "The file of a pay run",
            description =
                    "pain.001 (ISO 20022, pain.001.001.09) or bacs18 (Bacs Standard 18); the same bytes each time.")
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
                throw new ProblemException(Problem.of(400, "unknown-format", "format must be pain.001 or bacs18.")
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
            Pain001.write(files.of(run), bytes);
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
            bacs.write(files.of(run), bytes);
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
}
