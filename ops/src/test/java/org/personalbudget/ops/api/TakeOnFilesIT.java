package org.personalbudget.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a file of an old system may not say, and when it may not be approved. */
class TakeOnFilesIT extends TakesBudgetsOn {

    /** Lines of their own: a carer, aftercare and the NHS alone cannot be charged for; without a contribution they come over. */
    @Test
    void aContributionThatNobodyMayBeAskedForIsRejectedWithItsReason() {
        String file = String.join(
                "\n",
                "record,ref,person,careGroup,aftercare,weekly,funders,contribution,line,kind,category,outcome,statement,method,holder",
                uncharged(old + "1", "CARER", "", "LA:100.00", "5.00"),
                uncharged(old + "2", "ADULT", "YES", "LA:100.00", "5.00"),
                uncharged(old + "3", "ADULT", "NO", "ICB:100.00", "5.00"),
                uncharged(old + "4", "ADULT", "perhaps", "LA:100.00", ""),
                uncharged(old + "5", "CARER", "", "LA:100.00", ""),
                uncharged(old + "6", "ADULT", "YES", "LA:100.00", "0.00"),
                uncharged(old + "7", "ADULT", "NO", "LA:100.00", "5.00"));
        Reply prepared = prepare("controller", file).granted();

        assertThat(rejections(prepared))
                .containsExactly(
                        "2 contribution contribution must be empty: the policy charges no carers.",
                        "6 contribution contribution must be empty: aftercare is never charged for.",
                        "10 contribution contribution must be empty: no council pays for this budget.",
                        "14 aftercare aftercare must be one of NO, YES.");
        Reply approved = approve("controller-2", file).granted();
        assertThat(statuses(approved)).containsExactly("OLD-5 TAKEN_ON", "OLD-6 TAKEN_ON", "OLD-7 TAKEN_ON");
        ledger.as("contributions-officer")
                .post(
                        "/budgets/" + approved.text("/budgets/1/budgetId") + "/contributions",
                        "weekly",
                        "5.00",
                        "from",
                        day)
                .refused(422, "aftercare-is-free");
    }

    /** What somebody is said to owe, or to have paid in, is rejected on its own row, for aftercare, carers and the NHS. */
    @Test
    void noContributionIsOpenWhereNobodyMayBeAskedForOne() {
        String item = ",,,,,,,,CONTRIBUTION,,,,,,CLIENT,10.00," + day;
        String file = String.join(
                "\n",
                "record,ref,person,careGroup,aftercare,weekly,funders,contribution,line,kind,category,outcome,statement,"
                        + "method,holder,source,amount,dueOn",
                open("D-1", "CARER", "", "LA:100.00", "ITEM,D-1" + item),
                open("D-2", "ADULT", "YES", "LA:100.00", "ITEM,D-2" + item),
                open("D-3", "ADULT", "NO", "ICB:100.00", "ITEM,D-3" + item),
                open("D-4", "ADULT", "NO", "LA:100.00", "ITEM,D-4" + item));
        Reply prepared = prepare("controller", file).granted();

        assertThat(rejections(prepared))
                .containsExactly(
                        "6 source source cannot be CLIENT: the policy charges no carers.",
                        "11 source source cannot be CLIENT: aftercare is never charged for.",
                        "16 source source cannot be CLIENT: no council pays for this budget.");
        assertThat(statuses(approve("controller-2", file).granted())).containsExactly("D-4 TAKEN_ON");
    }

    private static String open(String ref, String group, String aftercare, String funders, String item) {
        return uncharged(ref, group, aftercare, funders, "").replace("\n", ",,,\n") + ",,,\n" + item;
    }

    private static String uncharged(String ref, String group, String aftercare, String funders, String contribution) {
        return String.join(
                "\n",
                "BUDGET," + ref + ",P-" + ref + "," + group + "," + aftercare + ",70.00," + funders + "," + contribution
                        + ",,,,,,,",
                "OUTCOME," + ref + ",,,,,,,,,,O1,Seeing friends,,",
                "LINE," + ref + ",,,,70.00,,,club,OUTCOME,FLEXIBLE,O1,,,",
                "ACCOUNT," + ref + ",,,,,,,,DIRECT_PAYMENT,,,,NET,P-" + ref);
    }

    /** Found by a review: the first was added up in silence, the second proved and then refused. */
    @Test
    void aBalanceComesOnceAndADebtOfLaterNotAtAll() {
        String twice = "BALANCE," + old + "7" + ",".repeat(15) + "DIRECT_PAYMENT,,,LA,10.00,\n";
        String later = "ITEM," + old + "8" + ",".repeat(8) + "CONTRIBUTION" + ",".repeat(10) + "CLIENT,10.00,"
                + day.plusDays(1) + "\n";
        String header = file().lines().findFirst().orElseThrow() + "\n";
        Reply prepared = prepare("controller", header + plain("7") + twice + twice + plain("8") + later)
                .granted();

        assertThat(rejections(prepared))
                .containsExactly(
                        "6 source source is there twice for this account.",
                        "10 dueOn dueOn is " + day.plusDays(1) + ", after the day of the take-on, " + day + ".");
    }

    @Test
    void aTakeOnIsApprovedOnItsDayOrLater() {
        String file = file().lines().findFirst().orElseThrow() + "\n" + plain("1");
        prepare(batch, day.plusDays(1), file).granted();
        approve(batch, day, file).refused(409, "take-on-not-yet");
        assertThat(statuses(approve(batch, day.plusDays(1), file).granted())).containsExactly("OLD-1 TAKEN_ON");
    }

    @Test
    void whatIsNoTableIsToldWithItsLine() {
        Reply quote = prepare("controller", "record,ref\nBUDGET,\"A").refused(400, "not-a-table");
        assertThat(quote.json().get("line").asInt()).isEqualTo(2);
        assertThat(quote.text("/fault")).isEqualTo("NOT_CSV");
        prepare("controller", "record,colour\n").refused(400, "not-a-table");
        prepare("controller", "").refused(400, "not-a-table");
        ledger.as("controller")
                .postJson("/take-ons?batch=" + batch + "&on=" + day, "{}")
                .refused(415, "unsupported-media-type");
        ledger.as("controller")
                .with("Content-Type", "text/csv")
                .postJson("/take-ons?on=" + day, file())
                .refused(400, "missing-field")
                .about("batch");
    }

    @Test
    void thereHasToBeSomethingToTakeOn() {
        String nothing = "record,ref\nBUDGET,OLD-9\n";
        approve("controller-2", nothing).refused(404, "take-on-not-prepared");
        Reply prepared = prepare("controller", nothing).granted();
        assertThat(prepared.json().get("budgets").asInt()).isZero();
        approve("controller-2", nothing).refused(422, "nothing-to-take-on");
    }
}
