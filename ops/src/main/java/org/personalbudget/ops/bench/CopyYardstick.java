package org.personalbudget.ops.bench;

import java.io.IOException;
import java.io.Reader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** PostgreSQL's own {@code COPY}: rows of about 300 bytes into one table with a primary key, in one transaction. */
final class CopyYardstick {

    static final String TABLE = """
            create table bench_copied (
                statement uuid not null,
                line      integer not null,
                booked_on date not null,
                amount    bigint not null,
                words     text not null,
                primary key (statement, line)
            )
            """;
    private static final String WORDS = "0123456789abcdef".repeat(15);

    private final DataSource owner;

    CopyYardstick(DataSource owner) {
        this.owner = owner;
    }

    /** @return rows a second, the table being empty before */
    double run(int rows) throws SQLException, IOException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate bench_copied");
            long start = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY bench_copied FROM STDIN", new Rows(rows));
            return rows * 1e9 / (System.nanoTime() - start);
        }
    }

    /** The rows as text, made as they are read. */
    private static final class Rows extends Reader {

        private final int most;
        private int next;
        private String row = "";
        private int at;

        Rows(int most) {
            this.most = most;
        }

        @Override
        public int read(char[] into, int from, int length) {
            int read = 0;
            while (read < length) {
                if (at == row.length() && !advance()) break;
                int some = Math.min(length - read, row.length() - at);
                row.getChars(at, at + some, into, from + read);
                at += some;
                read += some;
            }
            return read == 0 ? -1 : read;
        }

        private boolean advance() {
            if (next == most) return false;
            next++;
            at = 0;
            row = "00000000-0000-0000-0000-000000000001\t" + next + "\t2025-06-02\t" + (1_000 + next) + "\t" + WORDS
                    + "\n";
            return true;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
