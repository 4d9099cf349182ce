package org.personalbudget.payments;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Files that somebody or something spoilt, drawn from a seed. */
public final class Mutant {

    private static final int MOST_CHANGES = 4;

    private final SplittableRandom random;
    private final List<String> words;

    /** @param words what this format gets wrong in interesting ways: its own tokens, and hostile ones */
    public Mutant(long seed, List<String> words) {
        this.random = new SplittableRandom(seed);
        this.words = words;
    }

    /** The file with one to four changes. */
    public byte[] of(byte[] file) {
        byte[] mutant = file;
        for (int i = 1 + random.nextInt(MOST_CHANGES); i > 0; i--) mutant = changed(mutant);
        return mutant;
    }

    private byte[] changed(byte[] file) {
        int at = random.nextInt(file.length + 1);
        int to = Math.min(file.length, at + 1 + random.nextInt(1 + random.nextInt(200)));
        return switch (random.nextInt(10)) {
            case 0 -> Arrays.copyOf(file, at);
            case 1 -> spliced(file, at, to, new byte[0]);
            case 2 -> spliced(file, at, at, Arrays.copyOfRange(file, at, to));
            case 3 -> spliced(file, at, Math.min(at + 1, file.length), new byte[] {(byte) random.nextInt(256)});
            case 4 -> spliced(file, at, at, word());
            case 5 -> spliced(file, at, to, word());
            case 6 -> linesSwapped(file);
            case 7 -> digitChanged(file, at);
            case 8 -> tokenReplaced(file, at);
            default -> {
                int from = random.nextInt(file.length + 1);
                yield spliced(file, at, to, Arrays.copyOfRange(file, from, Math.min(file.length, from + to - at)));
            }
        };
    }

    private byte[] word() {
        return words.get(random.nextInt(words.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] linesSwapped(byte[] file) {
        String[] lines = new String(file, StandardCharsets.ISO_8859_1).split("\n", -1);
        int one = random.nextInt(lines.length);
        int other = random.nextInt(lines.length);
        String kept = lines[one];
        lines[one] = lines[other];
        lines[other] = kept;
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] digitChanged(byte[] file, int from) {
        for (int i = from; i < file.length; i++) {
            if (!Character.isDigit(file[i])) continue;
            return spliced(file, i, i + 1, new byte[] {(byte) ('0' + random.nextInt(10))});
        }
        return file;
    }

    /** Replaces what stands between two separators. */
    private byte[] tokenReplaced(byte[] file, int near) {
        int from = near;
        while (from > 0 && !separates(file[from - 1])) from--;
        int to = near;
        while (to < file.length && !separates(file[to])) to++;
        return spliced(file, from, to, word());
    }

    private static boolean separates(byte b) {
        return b == ',' || b == '\n' || b == '<' || b == '>' || b == '"' || b == '|';
    }

    private static byte[] spliced(byte[] file, int from, int to, byte[] with) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length + with.length);
        out.write(file, 0, from);
        out.writeBytes(with);
        out.write(file, to, file.length - to);
        return out.toByteArray();
    }
}
