package org.personalbudget.payments.modulus;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.personalbudget.payments.FileText;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.FileUnreadable.Fault;

/**
 * The weight table and the table of substitute sort codes, as text in the layout in which the clearing banks publish
 * them (valacdos and scsubtab). The tables belong to their owner, so none is part of this project but a small sample.
 *
 * @param rules in the order of the file; a sort code has at most two
 * @param substitutes by the sort code they stand for, used by exception 5
 */
public record ModulusTables(List<ModulusRule> rules, Map<String, String> substitutes) {

    private static final int MOST_BYTES = 1 << 20;
    private static final int DIGITS = 14;

    /** {@code 089000 089999 MOD10 0 0 0 0 0 0 7 1 3 7 1 3 7 1}, and the number of an exception if there is one. */
    private static final Pattern RULE = Pattern.compile(
            "([0-9]{6})\\s+([0-9]{6})\\s+(MOD10|MOD11|DBLAL)((?:\\s+-?[0-9]{1,3}){14})(?:\\s+([0-9]{1,2}))?");

    private static final Pattern SUBSTITUTE = Pattern.compile("([0-9]{6})\\s+([0-9]{6})");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int LAST_EXCEPTION = 14;

    public ModulusTables {
        rules = List.copyOf(rules);
        substitutes = Map.copyOf(substitutes);
    }

    /**
     * @param weights the weight table
     * @param substitutes the table of substitute sort codes; may be empty
     * @throws FileUnreadable if a line is not of the published layout
     */
    public static ModulusTables read(byte[] weights, byte[] substitutes) throws FileUnreadable {
        return new ModulusTables(rules(weights), substitutes(substitutes));
    }

    /** A table of our own with a single line, for a demonstration: it covers 08-99-99 and nothing else. */
    public static ModulusTables sample() {
        try (InputStream in = ModulusTables.class.getResourceAsStream("sample-weights.txt")) {
            return read(Objects.requireNonNull(in).readAllBytes(), new byte[0]);
        } catch (IOException | FileUnreadable broken) {
            throw new IllegalStateException("the sample is part of the program", broken);
        }
    }

    private static List<ModulusRule> rules(byte[] file) throws FileUnreadable {
        List<ModulusRule> rules = new ArrayList<>();
        List<String> lines = FileText.of(file, MOST_BYTES).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) rules.add(rule(lines.get(i).strip(), i + 1));
        }
        return rules;
    }

    private static ModulusRule rule(String line, int number) throws FileUnreadable {
        Matcher matcher = RULE.matcher(line);
        if (!matcher.matches()) {
            throw unreadable(
                    number,
                    "A line is two sort codes, MOD10, MOD11 or DBLAL, " + DIGITS
                            + " weights, and an exception if there is one.");
        }
        int from = Integer.parseInt(matcher.group(1));
        int to = Integer.parseInt(matcher.group(2));
        int exception = matcher.group(5) == null ? 0 : Integer.parseInt(matcher.group(5));
        if (from > to) throw unreadable(number, "The first sort code is beyond the last.");
        if (exception > LAST_EXCEPTION) throw unreadable(number, "Exceptions are 1 to " + LAST_EXCEPTION + ".");
        List<Integer> weights = SPACES.splitAsStream(matcher.group(4).strip())
                .map(Integer::valueOf)
                .toList();
        return new ModulusRule(from, to, ModulusMethod.valueOf(matcher.group(3)), weights, exception);
    }

    private static Map<String, String> substitutes(byte[] file) throws FileUnreadable {
        Map<String, String> substitutes = new HashMap<>();
        if (file.length == 0) return substitutes;
        List<String> lines = FileText.of(file, MOST_BYTES).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) continue;
            Matcher matcher = SUBSTITUTE.matcher(lines.get(i).strip());
            if (!matcher.matches()) throw unreadable(i + 1, "A line is a sort code and its substitute.");
            substitutes.put(matcher.group(1), matcher.group(2));
        }
        return substitutes;
    }

    private static FileUnreadable unreadable(int line, String detail) {
        return new FileUnreadable(Fault.MALFORMED, "line " + line, detail);
    }

    List<ModulusRule> rulesFor(String sortCode) {
        return rules.stream().filter(rule -> rule.covers(sortCode)).limit(2).toList();
    }
}
