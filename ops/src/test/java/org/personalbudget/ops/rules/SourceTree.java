package org.personalbudget.ops.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The project's files as they are written, without what a build or an editor puts beside them. */
record SourceTree(Path root) {

    private static final Set<String> NOT_WRITTEN_BY_US = Set.of(".git", ".idea", ".vscode", "target", "data");

    /** The tree this test runs in, from whichever module. */
    static SourceTree ofThisProject() {
        var directory = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(directory.resolve("ledger-core"))) directory = directory.getParent();
        return new SourceTree(directory);
    }

    record Line(Path file, int number, String text) {
        @Override
        public String toString() {
            return file + ":" + number + ": " + text.strip();
        }
    }

    /** Files whose path below the root, written with slashes, matches the expression. */
    List<Path> files(String expression) {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return NOT_WRITTEN_BY_US.contains(directory.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    var path = root.relativize(file);
                    if (path.toString().replace('\\', '/').matches(expression)) found.add(path);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().sorted().toList();
    }

    /** Every line of every such file. */
    Stream<Line> lines(String expression) {
        return files(expression).stream().flatMap(file -> {
            var lines = read(file).lines().toList();
            return IntStream.range(0, lines.size()).mapToObj(i -> new Line(file, i + 1, lines.get(i)));
        });
    }

    /** What stands at the top level. */
    List<String> topLevel() {
        try (var entries = Files.list(root)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !NOT_WRITTEN_BY_US.contains(name))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(Path file) {
        try {
            // Any byte is a character here, so that a picture is read past and not stumbled over.
            return Files.readString(root.resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
