package org.personalbudget.payments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Files of our own making, kept beside the tests. */
public final class Fixture {

    private Fixture() {}

    /** @param name from the root of the resources, such as {@code /ubl/hc-2201.xml} */
    public static byte[] bytes(String name) {
        try (InputStream in = Fixture.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    public static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** The file with one piece of text in place of another, which has to be there. */
    public static byte[] with(String name, String piece, String other) {
        String text = text(name);
        if (!text.contains(piece)) throw new IllegalArgumentException(name + " does not hold " + piece);
        return text.replace(piece, other).getBytes(StandardCharsets.UTF_8);
    }
}
