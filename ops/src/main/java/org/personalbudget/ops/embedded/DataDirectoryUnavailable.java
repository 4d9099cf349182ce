package org.personalbudget.ops.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** The data directory cannot be ours; the message is the sentence the operator reads. */
public final class DataDirectoryUnavailable extends RuntimeException {

    private DataDirectoryUnavailable(String sentence) {
        super(sentence);
    }

    static DataDirectoryUnavailable inUse(Path directory) {
        return new DataDirectoryUnavailable("Another ledger is running on the data in " + directory
                + ": stop it, or name another directory with --ledger.data-dir.");
    }

    static DataDirectoryUnavailable unwritable(Path directory, IOException cause) {
        var unwritable = new DataDirectoryUnavailable("The ledger cannot write its data to " + directory
                + ": make it writable, or name another directory with --ledger.data-dir.");
        unwritable.initCause(cause);
        return unwritable;
    }
}
