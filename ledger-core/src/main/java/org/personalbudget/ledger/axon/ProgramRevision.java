package org.personalbudget.ledger.axon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Which program this is: a digest of all its classes that have to do with deciding. Any change of code is another
 * program, and nobody has to remember to say so.
 */
final class ProgramRevision {

    private static final String CLASSES = "classpath*:org/personalbudget/ledger/**/*.class";

    private ProgramRevision() {}

    /** Found out once, beside whatever else is going on: nobody has to wait for it. */
    static CompletableFuture<String> known() {
        return Once.REVISION;
    }

    private static final class Once {
        static final CompletableFuture<String> REVISION = CompletableFuture.supplyAsync(ProgramRevision::compute);
    }

    private static String compute() {
        try {
            Resource[] classes = new PathMatchingResourcePatternResolver().getResources(CLASSES);
            Arrays.sort(classes, Comparator.comparing(Resource::getDescription));
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Resource each : classes) digest.update(each.getContentAsByteArray());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("the program cannot read itself", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
