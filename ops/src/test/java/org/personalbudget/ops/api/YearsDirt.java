package org.personalbudget.ops.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.JsonNode;

/**
 * What the dice put into a year: by which rule each line is to be found, which lines nobody can know, and why. Many may
 * write at once.
 */
final class YearsDirt {

    /** Why a line waits for a person. */
    enum Why {
        /** A holder paid something and has not said so. */
        UNREPORTED_SPEND,
        /** A holder said that it was ten days before. */
        REPORTED_FOR_ANOTHER_DAY,
        /** Somebody paid into a person's account. */
        UNKNOWN_CREDIT,
        /** A card was used with a kind of merchant that nobody has written down. */
        UNKNOWN_MERCHANT,
        /** Somebody paid the council. */
        STRAY_RECEIPT,
        /** The bank has cut the end-to-end id of a payment. */
        PART_REFERENCE;

        /** What the queue says of such a line: the reasons for its first suggestion, and none where it has none. */
        void isToldBy(JsonNode queued) {
            List<String> reasons = new ArrayList<>();
            queued.at("/suggestions/0/reasons").forEach(reason -> reasons.add(reason.asString()));
            boolean told = switch (this) {
                case UNREPORTED_SPEND, UNKNOWN_CREDIT, UNKNOWN_MERCHANT, STRAY_RECEIPT -> reasons.isEmpty();
                case REPORTED_FOR_ANOTHER_DAY ->
                    reasons.equals(List.of("SAME_AMOUNT", "FAR_DATE", "ONLY_ONE_OF_AMOUNT"));
                case PART_REFERENCE ->
                    reasons.contains("SAME_AMOUNT")
                            && reasons.contains("NEAR_DATE")
                            && !reasons.contains("SAME_REFERENCE");
            };
            if (!told) throw new AssertionError("a line that is " + this + " is told as " + queued);
        }
    }

    /** A thing of a proof: a line, or without one a movement of that account. */
    record Named(String why, String account, String line, String amount) {

        static Named line(String account, String statement, long number, long pence) {
            return new Named("LINE_NOT_IN_LEDGER", account, statement + "/" + number, Pence.text(-pence));
        }

        /** By how much the ledger is higher for a movement that no line shows. */
        static Named movement(String account, long pence) {
            return new Named("MOVEMENT_NOT_AT_BANK", account, "", Pence.text(pence));
        }

        static Named of(String account, JsonNode item) {
            boolean line = item.get("why").asString().equals("LINE_NOT_IN_LEDGER");
            return new Named(
                    item.get("why").asString(),
                    account,
                    line
                            ? item.get("statementId").asString() + "/"
                                    + item.get("line").asInt()
                            : "",
                    item.get("amount").asString());
        }
    }

    private final Map<String, LongAdder> lines = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> found = new ConcurrentHashMap<>();
    private final Map<String, Why> left = new ConcurrentHashMap<>();
    private final Map<String, ConcurrentLinkedQueue<Named>> named = new ConcurrentHashMap<>();

    /** A line that is to be found by a rule. */
    void clean(String rule) {
        lines.computeIfAbsent(rule, _ -> new LongAdder()).increment();
    }

    /** A line that nobody can know, once its statement has a name. */
    void left(Why why, String account, String statement, int line, long pence) {
        left.put(statement + "/" + line, why);
        names(Named.line(account, statement, line, pence));
        if (why == Why.REPORTED_FOR_ANOTHER_DAY || why == Why.PART_REFERENCE) names(Named.movement(account, pence));
    }

    private void names(Named item) {
        named.computeIfAbsent(item.account, _ -> new ConcurrentLinkedQueue<>()).add(item);
    }

    /** What an import found. */
    void found(Reply imported) {
        imported.json()
                .get("byRule")
                .properties()
                .forEach(it -> found.computeIfAbsent(it.getKey(), _ -> new LongAdder())
                        .add(it.getValue().asInt()));
    }

    Map<String, Long> expectedByRule() {
        return sums(lines);
    }

    Map<String, Long> foundByRule() {
        return sums(found);
    }

    private static Map<String, Long> sums(Map<String, LongAdder> of) {
        Map<String, Long> sums = new TreeMap<>();
        of.forEach((key, sum) -> sums.put(key, sum.sum()));
        return sums;
    }

    /** How many booked lines were found; declined ones are told, but not booked. */
    long matched() {
        Map<String, Long> all = foundByRule();
        return all.values().stream().mapToLong(Long::longValue).sum() - all.getOrDefault("DECLINED", 0L);
    }

    /** Every line that nobody can know, as statement and number. */
    Map<String, Why> left() {
        return Map.copyOf(left);
    }

    Why whyOf(String line) {
        return Objects.requireNonNull(left.get(line), () -> "nobody put " + line + " there");
    }

    /** Everything that the proof of an account is to name, but for what the bank held before. */
    List<Named> namedOf(String account) {
        return List.copyOf(named.getOrDefault(account, new ConcurrentLinkedQueue<>()));
    }
}
