package org.personalbudget.ledger.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/**
 * The file that holds the register's key. It is kept apart from the database on purpose: who has only one of the two
 * can neither prove nor guess the words behind a note.
 */
public record KeyFile(Path path) {

    private static final int KEY_LENGTH = 32;

    /** The digest under the key that is there. */
    public Digest digest() {
        try {
            return new Digest(Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException("the register's key cannot be read from " + path, e);
        }
    }

    /** The digest under the key that is there, or else under a new one, readable by its owner only. */
    public Digest digestOrNew() {
        if (!Files.exists(path)) create();
        return digest();
    }

    private void create() {
        byte[] key = new byte[KEY_LENGTH];
        new SecureRandom().nextBytes(key);
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(path, key, StandardOpenOption.CREATE);
        } catch (IOException e) {
            throw new UncheckedIOException("the register's key cannot be written to " + path, e);
        }
    }
}
