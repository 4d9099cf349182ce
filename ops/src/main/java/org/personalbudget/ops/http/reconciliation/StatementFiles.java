package org.personalbudget.ops.http.reconciliation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalbudget.ledger.statement.BankStatement;
import org.personalbudget.ops.http.problem.Problem;
import org.personalbudget.ops.http.problem.ProblemException;
import org.personalbudget.payments.FileUnreadable;
import org.personalbudget.payments.bankcsv.BankCsv;
import org.personalbudget.payments.bankcsv.StatementMapping;
import org.personalbudget.payments.bankcsv.StatementMappings;
import org.personalbudget.payments.iso20022.Camt053;
import org.personalbudget.payments.openbanking.OpenBankingTransactions;

/** Reads a statement in whichever format it comes. Which columns a bank's tables have is the installation's data. */
public final class StatementFiles {

    private static final String JSON = ".json";

    private final Map<String, StatementMapping> mappings;

    private StatementFiles(Map<String, StatementMapping> mappings) {
        this.mappings = Map.copyOf(mappings);
    }

    /**
     * With the mappings of a directory, one JSON file each, by their file names, beside two samples of our own making.
     *
     * @param directory null or empty for the samples alone
     */
    public static StatementFiles withMappings(@Nullable String directory) {
        Map<String, StatementMapping> mappings = new HashMap<>();
        mappings.put("sample-bank", StatementMappings.sampleBank());
        mappings.put("sample-card-programme", StatementMappings.sampleCardProgramme());
        if (directory != null && !directory.isBlank()) mappings.putAll(read(Path.of(directory)));
        return new StatementFiles(mappings);
    }

    private static Map<String, StatementMapping> read(Path directory) {
        Map<String, StatementMapping> mappings = new HashMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!name.endsWith(JSON)) continue;
                mappings.put(
                        name.substring(0, name.length() - JSON.length()),
                        StatementMappings.read(Files.readAllBytes(file)));
            }
            return mappings;
        } catch (IOException e) {
            throw new UncheckedIOException("the mappings of statements cannot be read from " + directory, e);
        } catch (FileUnreadable e) {
            throw new IllegalStateException("a mapping in " + directory + " is none", e);
        }
    }

    /** @throws ProblemException if it is in no format that is known, or holds more than one statement */
    BankStatement read(@Nullable String type, @Nullable String mapping, byte[] bytes) throws FileUnreadable {
        String of = type == null ? "" : type;
        if (of.startsWith("application/xml") || of.startsWith("text/xml")) return only(Camt053.read(bytes));
        if (of.startsWith("application/json")) return only(OpenBankingTransactions.read(bytes));
        if (of.startsWith("text/csv")) return BankCsv.read(bytes, mapping(mapping));
        throw new ProblemException(Problem.of(
                415,
                "unsupported-media-type",
                "A statement is a body of application/xml (camt.053), text/csv or application/json (Open Banking)."));
    }

    /** @throws ProblemException if it is in no format that may hold several statements */
    static List<BankStatement> readAll(@Nullable String type, byte[] bytes) throws FileUnreadable {
        String of = type == null ? "" : type;
        List<BankStatement> all;
        if (of.startsWith("application/xml") || of.startsWith("text/xml")) all = Camt053.read(bytes);
        else if (of.startsWith("application/json")) all = OpenBankingTransactions.read(bytes);
        else {
            throw new ProblemException(
                    Problem.of(
                            415,
                            "unsupported-media-type",
                            "A file of statements is a body of application/xml (camt.053) or application/json (Open Banking)."));
        }
        if (!all.isEmpty()) return all;
        throw new ProblemException(Problem.of(422, "not-one-statement", "The file holds no statement."));
    }

    private StatementMapping mapping(@Nullable String name) {
        StatementMapping mapping = name == null ? null : mappings.get(name);
        if (mapping != null) return mapping;
        throw new ProblemException(Problem.of(
                        400,
                        "unknown-mapping",
                        "mapping names the columns of the table; known are "
                                + String.join(", ", new TreeSet<>(mappings.keySet())) + ".")
                .about("mapping"));
    }

    private static BankStatement only(List<BankStatement> statements) {
        if (statements.size() == 1) return statements.getFirst();
        throw new ProblemException(Problem.of(
                        422,
                        "not-one-statement",
                        "The file holds " + statements.size()
                                + " statements; here one is imported at a time, and all of a file at /statement-files.")
                .with("statements", statements.size()));
    }
}
