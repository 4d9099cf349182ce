package org.personalbudget.ops.http.payruns;

import static org.personalbudget.ledger.kernel.Role.PAYMENTS_APPROVER;
import static org.personalbudget.ledger.kernel.Role.PAYMENTS_OFFICER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import org.springframework.http.MediaType;
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
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/xml", schema = @Schema(type = "string")),
                @Content(mediaType = "text/plain", schema = @Schema(type = "string"))
            })
    void file(
            @PathVariable UUID runId,
            @RequestParam(value = "format", required = false) @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        PayRunView run = shown.find(new PayRunId(runId));
        if (run.released() == null) {
            throw new ProblemException(Refusals.problemOf(new PayRunNotReady(run.run(), run.standing())));
        }
        try {
            switch (format == null ? "" : format) {
                case "pain.001" ->
                    download(run, "xml", MediaType.APPLICATION_XML)
                            .send(out -> Pain001.write(files.of(run), out), response);
                case "bacs18" ->
                    download(run, "txt", MediaType.TEXT_PLAIN).send(out -> bacs.write(files.of(run), out), response);
                default ->
                    throw new ProblemException(Problem.of(400, "unknown-format", "format must be pain.001 or bacs18.")
                            .about("format"));
            }
        } catch (FileUnwritable e) {
            throw unwritable(e);
        }
    }

    private static Download download(PayRunView run, String ending, MediaType type) {
        return new Download("pay-run-" + run.run() + "." + ending, type);
    }

    private static ProblemException unwritable(FileUnwritable e) {
        return new ProblemException(Problem.of(422, "file-unwritable", e.getMessage())
                .about(e.field())
                .with("place", e.place()));
    }
}
