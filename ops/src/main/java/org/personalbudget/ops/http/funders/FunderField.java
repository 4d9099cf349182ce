package org.personalbudget.ops.http.funders;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.money.FunderShare;
import org.personalbudget.ledger.terms.Funder;
import org.personalbudget.ops.http.request.Fields;

/** One funder's share, as requests name it. */
@Schema(name = "FunderShare")
public record FunderField(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"LA", "LA_CHILDREN", "ICB", "EDUCATION", "POOLED"})
        @Nullable
        String funder,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "In percent.", example = "70.00") @Nullable
        String share) {

    public static FunderShare share(Fields fields, FunderField field) {
        return new FunderShare(
                fields.oneOf("funder", field.funder, Funder.class), fields.percent("share", field.share));
    }
}
