package org.personalbudget.projections.course;

import static org.personalbudget.projections.course.ChangeKind.*;

import org.personalbudget.ledger.budget.JudgementEvent;
import org.personalbudget.ledger.budget.JudgementEvent.*;
import org.personalbudget.ledger.budget.ReclaimEvent;
import org.personalbudget.ledger.budget.ReclaimEvent.*;
import org.personalbudget.ledger.budget.ReclaimKind;
import org.personalbudget.ledger.budget.TakeOnEvent;
import org.personalbudget.ledger.budget.TakeOnEvent.*;
import org.personalbudget.projections.reader.Posted;

/** The part of a budget's course that is about money asked back, let go, or brought along. */
final class ReclaimCourse {

    private ReclaimCourse() {}

    static void take(ReclaimEvent event, Posted posted, CourseRows rows) {
        switch (event) {
            case ReclaimNoticeGiven e ->
                rows.change(e, posted, RECLAIM_NOTICED, e.reclaim())
                        .to("reclaim", "NOTICED")
                        .to("kind", e.reclaimKind())
                        .to("amount", e.amount())
                        .to("payBy", e.payBy());
            case ReconsiderationAsked e ->
                rows.change(e, posted, RECONSIDERATION_ASKED, e.reclaim()).to("reclaim", "RECONSIDERED");
            case ReconsiderationDecided e ->
                rows.change(e, posted, RECONSIDERATION_DECIDED, e.reclaim())
                        .to("reclaim", "RECONSIDERATION_DECIDED")
                        .to("amount", e.amount());
            case ReclaimNoticeWithdrawn e ->
                rows.change(e, posted, RECLAIM_WITHDRAWN, e.reclaim()).to("reclaim", "WITHDRAWN");
            case ReclaimDecided e ->
                rows.change(e, posted, RECLAIM_DECIDED, e.reclaim())
                        .to("reclaim", "DECIDED")
                        .to("amount", e.split().total());
            case ReclaimReceived e ->
                rows.change(e, posted, RECLAIM_RECEIVED, e.reclaim())
                        .to("received", e.split().total())
                        .to("route", e.route());
            case ReliefProposed e ->
                rows.change(e, posted, RELIEF_PROPOSED, e.relief())
                        .to("relief", "PROPOSED")
                        .to("of", e.of())
                        .to("amount", e.amount());
            case ReliefApproved e ->
                rows.change(e, posted, RELIEF_APPROVED, e.relief())
                        .to("relief", "APPROVED")
                        .to("amount", e.split().total());
            case ReliefRejected e ->
                rows.change(e, posted, RELIEF_REJECTED, e.relief()).to("relief", "REJECTED");
        }
    }

    /** Of what is judged, only what is to be paid back changes the course of the budget. */
    static void take(JudgementEvent event, Posted posted, CourseRows rows) {
        switch (event) {
            case SpendReclaimed e ->
                rows.change(e, posted, RECLAIM_NOTICED, e.reclaim())
                        .to("reclaim", "NOTICED")
                        .to("kind", ReclaimKind.MISUSE)
                        .to("amount", e.split().total())
                        .to("payBy", e.payBy());
            // A spend is followed where spends are shown.
            case SpendQueried _, QueryAnswered _, SpendAccepted _, SpendRefunded _, VirementNotified _ -> {}
        }
    }

    static void take(TakeOnEvent event, Posted posted, CourseRows rows) {
        switch (event) {
            case AccountTakenOn e ->
                rows.change(e, posted, TAKEN_ON, e.account())
                        .to("balance", e.balances().total());
            case ItemTakenOn e ->
                rows.change(e, posted, TAKEN_ON, e.reference())
                        .to("item", e.item().kind())
                        .to("amount", e.item().part().amount())
                        .to("due", e.item().dueOn());
        }
    }
}
