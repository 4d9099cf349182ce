package org.personalbudget.ops.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.payment.ReturnCode;
import org.personalbudget.ledger.register.Digest;
import org.personalbudget.ledger.register.Note;
import org.personalbudget.ledger.statement.BankLine;
import org.personalbudget.ledger.statement.BankStatement;
import org.personalbudget.ledger.statement.LineDigest;
import org.personalbudget.ledger.statement.StatementLine;

/** Turns what a file says into what the log may keep: digests under the ledger's key, and words for the register. */
public final class LineDigests {

    private static final int LENGTH = 32;
    private static final int SHORTEST_REFERENCE = 5;
    private static final int MOST_REFERENCES = 8;
    /** How many characters of a line the register keeps. */
    public static final int LONGEST_WORDS = 500;

    private static final Pattern APART = Pattern.compile("[^A-Za-z0-9]+");
    private static final Set<String> TITLES = Set.of("MR", "MRS", "MS", "MISS", "MX", "DR", "PROF", "REV", "SIR");

    private final Digest digest;

    public LineDigests(Digest digest) {
        this.digest = digest;
    }

    /** An account as a file names it. */
    public LineDigest account(String name) {
        return of("account", APART.matcher(name).replaceAll(""));
    }

    /** A reference, however it is written. */
    public LineDigest reference(String reference) {
        return of("reference", APART.matcher(reference).replaceAll(""));
    }

    /** A name: by its last word and the first letter, since banks shorten the rest. */
    public @Nullable LineDigest name(String name) {
        List<String> words = Arrays.stream(APART.split(name.toUpperCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty() && !TITLES.contains(word))
                .toList();
        if (words.isEmpty()) return null;
        return of("name", words.getLast() + " " + words.getFirst().charAt(0));
    }

    private LineDigest of(String kind, String words) {
        return new LineDigest(
                digest.of(kind + "/" + words.toUpperCase(Locale.ROOT)).substring(0, LENGTH));
    }

    /** The lines of a statement as the log may keep them; {@code note} hands their words to the register. */
    public List<StatementLine> linesOf(BankStatement statement, BiFunction<String, String, Note> note) {
        Map<String, Integer> seen = new HashMap<>();
        List<StatementLine> lines = new ArrayList<>(statement.lines().size());
        for (BankLine line : statement.lines()) {
            String same = identity(line);
            int which = seen.merge(same, 1, Integer::sum);
            String words = words(line);
            lines.add(new StatementLine(
                    line.number(),
                    line.bookedOn(),
                    line.amount(),
                    line.status(),
                    of("line", same + "#" + which),
                    line.endToEndId() == null ? null : reference(line.endToEndId()),
                    line.fileReference() == null ? null : reference(line.fileReference()),
                    references(line),
                    line.counterpartyAccount() == null ? null : account(line.counterpartyAccount()),
                    line.counterparty() == null ? null : name(line.counterparty()),
                    line.merchant(),
                    line.returnReason() == null ? null : returned(line.returnReason()),
                    words.isEmpty() ? null : note.apply("words-" + line.number(), words)));
        }
        return lines;
    }

    /** What makes a line the same line in another file. Equal lines of one file are told apart by their order. */
    private static String identity(BankLine line) {
        String by = line.bankReference() != null
                ? "ref/" + line.bankReference()
                : "words/" + line.endToEndId() + "/" + line.text() + "/" + line.counterpartyAccount() + "/"
                        + line.counterparty();
        return line.bookedOn() + "/" + line.amount() + "/" + by;
    }

    private List<LineDigest> references(BankLine line) {
        Set<LineDigest> references = new LinkedHashSet<>();
        for (String word : APART.split(line.text(), -1)) {
            boolean likely = word.length() >= SHORTEST_REFERENCE && word.chars().anyMatch(Character::isDigit);
            if (likely && references.size() < MOST_REFERENCES) references.add(reference(word));
        }
        if (line.bankReference() != null) references.add(reference(line.bankReference()));
        return List.copyOf(references);
    }

    private static String words(BankLine line) {
        String words = line.counterparty() == null ? line.text() : line.text() + "\n" + line.counterparty();
        String plain = words.codePoints()
                .map(c -> Character.isISOControl(c) && c != '\n' ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return plain.length() <= LONGEST_WORDS ? plain : plain.substring(0, LONGEST_WORDS);
    }

    private static ReturnCode returned(String reason) {
        for (ReturnCode code : ReturnCode.values()) if (code.code().equals(reason)) return code;
        return switch (reason) {
            case "AC01", "AC02", "AC03", "BE05" -> ReturnCode.INVALID_DETAILS;
            case "AC04", "AC07" -> ReturnCode.ACCOUNT_CLOSED;
            case "MD07" -> ReturnCode.DECEASED;
            case "CUST", "FOCR" -> ReturnCode.BY_REMITTER;
            default -> ReturnCode.OTHER;
        };
    }
}
