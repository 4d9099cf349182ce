package org.personalbudget.ops.http.replays;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.personalbudget.ledger.kernel.Role;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.request.Call;
import org.personalbudget.ops.reading.Replays;
import org.personalbudget.ops.reading.Replays.Replay;
import org.personalbudget.ops.security.Open;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rebuilds everything that people read from the log, and says whether it came out the same. It writes no event. */
@Tag(name = "Admin")
@RestController
public final class ReplayController {

    private final Replays replays;

    ReplayController(Replays replays) {
        this.replays = replays;
    }

    /**
     * A replay and its progress.
     *
     * @param state RUNNING, IDENTICAL, DIFFERENT or FAILED
     * @param position the last event read
     * @param head the last event there was at the start
     * @param different the tables that did not hold the same rows before
     */
    record ReplayView(UUID replayId, String state, long position, long head, List<String> different) {
        static ReplayView of(Replay it) {
            return new ReplayView(it.id(), it.state().name(), it.position(), it.head(), it.different());
        }
    }

    @Operation(
            summary = "Replay the whole log",
            description = "Builds every view anew beside the live ones, compares them row by row, and replaces them."
                    + " The live views answer meanwhile. The body is empty.")
    @PostMapping("/api/v1/admin/replays")
    @Open(to = {Role.ADMIN, Role.AUDITOR, Role.FINANCE_CONTROLLER})
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReplayView start(Call call) {
        return replays.start(call.newId("replay"))
                .map(ReplayView::of)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(409, "replay-running", "Another replay is running; only one runs at a time.")));
    }

    @Operation(summary = "How far a replay has got", description = "Known until the node stops.")
    @GetMapping("/api/v1/admin/replays/{replayId}")
    @Open(to = Role.ADMIN)
    ReplayView show(@PathVariable UUID replayId) {
        return replays.find(replayId)
                .map(ReplayView::of)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(404, "unknown-replay", "No replay " + replayId + " was started on this node.")));
    }
}
