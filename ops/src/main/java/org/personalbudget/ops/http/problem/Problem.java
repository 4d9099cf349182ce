package org.personalbudget.ops.http.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A no in the form of RFC 9457. The code is stable and made for programs; the detail is a sentence made for people; the
 * figures are whatever explains the two.
 *
 * @param field the field or parameter at fault, as a JSON pointer where it lies in the body, or null
 * @param figures further members of the problem, by name
 */
@Schema(description = "Why a request was refused (RFC 9457), with the figures that explain it as further members.")
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "field"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        @Schema(example = "urn:personal-budget-ledger:problem:exceeds-headroom")
        String type,

        @Schema(example = "Exceeds headroom") String title,
        @Schema(example = "422") int status,

        @Schema(example = "620.00 is more than the 600.00 that line care has left.")
        String detail,

        @Schema(description = "Stable, for programs.", example = "exceeds-headroom")
        String code,

        @Schema(description = "What is at fault: a JSON pointer into the body, or the name of a parameter or header.")
        @Nullable
        String field,

        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> figures) {

    private static final String TYPES = "urn:personal-budget-ledger:problem:";

    public static Problem of(int status, String code, String detail) {
        return new Problem(TYPES + code, titleOf(code), status, detail, code, null, Map.of());
    }

    public Problem about(@Nullable String otherField) {
        return new Problem(type, title, status, detail, code, otherField, figures);
    }

    public Problem with(String name, Object figure) {
        Map<String, Object> more = new LinkedHashMap<>(figures);
        more.put(name, figure);
        return new Problem(type, title, status, detail, code, field, more);
    }

    public Problem with(Map<String, ?> more) {
        Map<String, Object> all = new LinkedHashMap<>(figures);
        all.putAll(more);
        return new Problem(type, title, status, detail, code, field, all);
    }

    /** The answer that carries this problem. */
    public ResponseEntity<Object> response(HttpHeaders headers) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(this);
    }

    public ResponseEntity<Object> response() {
        return response(new HttpHeaders());
    }

    private static String titleOf(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
    }
}
