package org.personalbudget.ops.http.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A number that is no money, such as hours a week; taken as a number or as a string. */
@Schema(type = "number", example = "12.5")
public record Quantity(String text) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Quantity of(String text) {
        return new Quantity(text);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Quantity of(BigDecimal number) {
        // A number such as 1e9 stays as it is and is refused as too long for a quantity, rather than written out.
        return new Quantity(number.toString());
    }

    public static @Nullable String textOf(@Nullable Quantity quantity) {
        return quantity == null ? null : quantity.text;
    }
}
