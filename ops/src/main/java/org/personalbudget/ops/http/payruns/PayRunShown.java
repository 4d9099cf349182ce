package org.personalbudget.ops.http.payruns;

import java.util.List;
import org.personalbudget.ledger.payrun.PayRunRefusal.UnknownPayRun;
import org.personalbudget.ledger.terms.PayRunId;
import org.personalbudget.ops.http.payruns.PayRunAnswer.Alert;
import org.personalbudget.ops.http.payruns.PayRunAnswer.Difference;
import org.personalbudget.ops.http.payruns.PayRunAnswer.Excluded;
import org.personalbudget.ops.http.payruns.PayRunAnswer.Item;
import org.personalbudget.ops.http.payruns.PayRunAnswer.Varied;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.ops.http.problem.Refusals;
import org.personalbudget.projections.payruns.PayRunQuery;
import org.personalbudget.projections.payruns.PayRunView;
import org.personalbudget.projections.payruns.VarianceQuery;

/** Puts together what is shown of a run: its head in full, and the first of each of its lists. */
public final class PayRunShown {

    private static final int FIRST = 100;

    private final PayRunQuery runs;
    private final VarianceQuery variance;

    public PayRunShown(PayRunQuery runs, VarianceQuery variance) {
        this.runs = runs;
        this.variance = variance;
    }

    PayRunView find(PayRunId run) {
        return runs.find(run).orElseThrow(() -> new ProblemException(Refusals.problemOf(new UnknownPayRun(run))));
    }

    PayRunAnswer of(PayRunId run) {
        PayRunView view = find(run);
        return new PayRunAnswer(
                run,
                view.kind(),
                view.dueBy(),
                view.period(),
                view.standing(),
                view.dates(),
                view.builtOn().isAfter(view.dates().input()),
                view.hash(),
                view.totals(),
                view.released(),
                view.builtBy(),
                view.builtAt(),
                view.approvedBy(),
                view.approvedAt(),
                view.submittedBy(),
                view.submittedAt(),
                runs.alerts(run),
                runs.alerts(run, 0, FIRST).items().stream().map(Alert::of).toList(),
                varied(run),
                runs.excluded(run, 0, FIRST).items().stream().map(Excluded::of).toList(),
                items(runs.dropped(run, 0, FIRST).items()),
                items(runs.items(run, 0, FIRST).items()));
    }

    private Varied varied(PayRunId run) {
        PayRunView.Variance it = variance.of(run);
        return new Varied(
                it.previous(),
                it.added(),
                it.gone(),
                it.changed(),
                it.unchanged(),
                it.before(),
                it.now(),
                variance.differences(run, FIRST).stream().map(Difference::of).toList());
    }

    static List<Item> items(List<PayRunView.Item> items) {
        return items.stream().map(Item::of).toList();
    }
}
