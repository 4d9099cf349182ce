package org.personalbudget.ops.http.takeons;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Why a line cannot be taken on; its budget is not taken on either.
 *
 * @param line in the file, from 1
 * @param field the column at fault
 * @param reason a sentence; it never quotes the file
 */
@Schema(name = "RejectedLine")
record Rejection(long line, String field, String reason) {}
