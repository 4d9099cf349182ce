package org.personalbudget.ops.http.problem;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a body that is no JSON, or JSON of another shape: which field, and what was expected there. */
final class UnreadableBody {

    private UnreadableBody() {}

    static Problem problemOf(HttpMessageNotReadableException unreadable) {
        return switch (unreadable.getCause()) {
            case StreamConstraintsException it -> tooMuch(it);
            case StreamReadException it -> malformed(it);
            case UnrecognizedPropertyException it -> unknownField(it);
            case MismatchedInputException it -> wrongType(it);
            case JacksonException it -> malformed(it);
            case null, default -> Problem.of(400, "body-missing", "This needs a body of JSON.");
        };
    }

    private static Problem tooMuch(StreamConstraintsException it) {
        return it.getOriginalMessage().contains("depth")
                ? Problem.of(400, "body-too-deep", "The body is nested more deeply than any request here needs.")
                : Problem.of(400, "value-too-long", "The body holds a text or number that is too long.");
    }

    private static Problem malformed(JacksonException it) {
        boolean twice = it.getOriginalMessage().startsWith("Duplicate");
        String where = it.getLocation() == null
                ? ""
                : " at line " + it.getLocation().getLineNr() + ", column "
                        + it.getLocation().getColumnNr();
        return twice
                ? Problem.of(400, "field-twice", "The body names a field twice" + where + ".")
                : Problem.of(400, "malformed-json", "The body is not JSON: it cannot be read" + where + ".");
    }

    private static Problem unknownField(UnrecognizedPropertyException it) {
        Collection<Object> known = it.getKnownPropertyIds();
        String names = known == null
                ? ""
                : " Known here: "
                        + known.stream().map(Object::toString).sorted().collect(Collectors.joining(", ")) + ".";
        return Problem.of(400, "unknown-field", "There is no field " + pointer(it) + "." + names)
                .about(pointer(it));
    }

    private static Problem wrongType(MismatchedInputException it) {
        String field = pointer(it);
        if (field.isEmpty()) return Problem.of(400, "wrong-type", "The body must be a JSON object, alone.");
        return Problem.of(400, "wrong-type", field + " must be " + wanted(it.getTargetType()) + ".")
                .about(field);
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null) return "of another type";
        if (type == String.class) return "a string (money, too: \"1240.00\")";
        if (type == Boolean.class || type == boolean.class) return "true or false";
        if (type == Integer.class || type == int.class) return "a whole number";
        if (Collection.class.isAssignableFrom(type)) return "a list";
        return "an object";
    }

    /** Where it went wrong, as RFC 6901 writes it. */
    private static String pointer(JacksonException it) {
        return it.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(Collectors.joining());
    }
}
