package org.personalbudget.ops.http.request;

import io.swagger.v3.oas.annotations.media.Schema;

/** The body of a request that needs none: left out, or an empty object. */
@Schema(description = "No fields: leave the body out, or send {}.")
public record Nothing() {}
