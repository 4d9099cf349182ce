package org.personalbudget.ledger.testing;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A fresh, empty database on a real PostgreSQL, with the superuser's credentials. The three values are all another
 * process needs to reach it, so a test hands them to a child JVM as they are.
 *
 * <p>The server is shared by all tests of a JVM and stops with it. Databases are a test's own; <em>roles are the
 * server's</em>, so a migration that creates a role must be content to find it there.
 *
 * @see TestServer how the server is chosen
 */
public record TestPostgres(String jdbcUrl, String user, String password) {

    /** A database that nobody has used before and nobody else will be given. */
    public static TestPostgres fresh() {
        return TestServer.shared().freshDatabase();
    }

    /** Opens a connection at every call: no pool, nothing to close. */
    public DataSource dataSource() {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl);
        dataSource.setUser(user);
        dataSource.setPassword(password);
        return dataSource;
    }

    public Connection connect() throws SQLException {
        return dataSource().getConnection();
    }
}
