package org.personalbudget.ops.rules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the tree promises beside the code: each rule lists what breaks it, and says why that matters. */
enum TidyRule {
    LINKS_LEAD_SOMEWHERE(
            "a reader who follows a dead link stops trusting the page",
            tree -> tree.files("README\\.md|ops/docs/.*\\.md").stream().flatMap(page -> deadLinks(tree, page))),

    A_FILE_HOLDS_ONE_IDEA(
            "a file over 400 lines holds more than one idea: give each a file of its own",
            tree -> tree.files(".*\\.(java|sql|html)").stream()
                    .filter(file -> tree.read(file).lines().count() > 400)
                    .map(Path::toString)),

    NOTHING_IS_LEFT_FOR_LATER(
            "what is left to do belongs in an issue, where somebody sees it; a test that does not run protects nothing",
            // Written in two halves, so that this line is not itself a find.
            tree -> tree.lines(".*\\.(java|xml|yml|html|sql)")
                    .filter(line -> Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b|@Dis" + "abled")
                            .matcher(line.text())
                            .find())
                    .map(SourceTree.Line::toString)),

    THE_SERVICE_LOGS(
            "what a service prints past its log is found by nobody and may hold what a log must not",
            tree -> tree.lines(".*/src/main/java/.*\\.java")
                    .filter(line -> line.text().contains("System.out"))
                    .map(SourceTree.Line::toString)),

    THE_PROJECT_STANDS_ALONE(
            "a path out of the project exists on one machine only",
            tree -> tree.lines(".*")
                    .filter(line -> line.text().contains("../" + "shared"))
                    .map(SourceTree.Line::toString)),

    THE_TOP_LEVEL_IS_A_TABLE_OF_CONTENTS(
            "five names and a README are seen at a glance; whatever is new belongs in a module",
            tree -> tree.topLevel().stream()
                    .filter(name -> !name.startsWith("."))
                    .filter(name -> !Set.of(
                                    "pom.xml", "README.md", "ledger-core", "payments-adapter", "projections", "ops")
                            .contains(name)));

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s#]+)(#[^)\\s]*)?[^)]*\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

    final String reason;
    private final Function<SourceTree, Stream<String>> broken;

    TidyRule(String reason, Function<SourceTree, Stream<String>> broken) {
        this.reason = reason;
        this.broken = broken;
    }

    Stream<String> brokenIn(SourceTree tree) {
        return broken.apply(tree);
    }

    private static Stream<String> deadLinks(SourceTree tree, Path page) {
        return LINK.matcher(tree.read(page))
                .results()
                .map((MatchResult link) -> link.group(1))
                .filter(target -> !ELSEWHERE.matcher(target).matches())
                .filter(target -> Files.notExists(tree.root().resolve(page).resolveSibling(target)))
                .map(target -> page + " -> " + target);
    }
}
