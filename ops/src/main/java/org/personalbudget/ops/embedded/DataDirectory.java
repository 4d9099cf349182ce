package org.personalbudget.ops.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.util.FileSystemUtils;

/**
 * The directory that holds everything the embedded database keeps, held by one process at a time. The operating system
 * gives the lock back however the holder dies, so a lock is never stale.
 */
final class DataDirectory implements AutoCloseable {

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** @throws DataDirectoryUnavailable where another process holds it, or we may not write there */
    static DataDirectory hold(Path directory) {
        var named = directory.toAbsolutePath().normalize();
        try {
            createForUsAlone(named);
            var root = named.toRealPath();
            var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel)) return new DataDirectory(root, channel);
            channel.close();
        } catch (IOException e) {
            throw DataDirectoryUnavailable.unwritable(named, e);
        }
        throw DataDirectoryUnavailable.inUse(named);
    }

    private static void createForUsAlone(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(directory);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    Path cluster() {
        return root.resolve("postgres");
    }

    /** Where PostgreSQL's programs are unpacked: not the shared temporary directory, which others sweep and write. */
    Path programs() {
        return root.resolve("postgres-programs");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    /** Prepares a new cluster beside its place and moves it there whole: an interrupted first start leaves no ruin. */
    void prepareCluster(Preparation preparation) throws IOException {
        if (Files.exists(cluster())) return;
        var unfinished = root.resolve("postgres-unfinished");
        var orphan = Postmaster.of(unfinished);
        if (orphan.isPresent()) orphan.get().stop();
        FileSystemUtils.deleteRecursively(unfinished);
        preparation.prepare(unfinished);
        Files.move(unfinished, cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return root.toString();
    }

    @FunctionalInterface
    interface Preparation {
        void prepare(Path cluster) throws IOException;
    }
}
