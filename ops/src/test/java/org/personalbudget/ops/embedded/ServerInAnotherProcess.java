package org.personalbudget.ops.embedded;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.concurrent.CountDownLatch;

/** Starts the server on a directory, commits one row, says so, and waits to be killed. */
final class ServerInAnotherProcess {

    static final String COMMITTED = "the row is committed";

    private ServerInAnotherProcess() {}

    static void main(String[] arguments) throws Exception {
        var server = EmbeddedPostgresServer.start(Path.of(arguments[0]));
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), EmbeddedPostgresServer.OWNER, "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS kept (note text)");
            statement.execute("INSERT INTO kept VALUES ('before the kill')");
        }
        System.out.println(COMMITTED);
        new CountDownLatch(1).await();
    }
}
