package org.personalbudget.ops.http.request;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * One thing that is wrong with one field.
 *
 * @param field a JSON pointer into the body, or the name of a parameter
 * @param code which rule it breaks
 * @param detail the rule, in a sentence
 */
@Schema(description = "One thing that is wrong with one field of a request.")
public record FieldError(String field, String code, String detail) {}
