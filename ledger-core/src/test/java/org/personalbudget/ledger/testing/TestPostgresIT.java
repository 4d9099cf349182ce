package org.personalbudget.ledger.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestPostgresIT {

    @Test
    void aFreshDatabaseIsEmptyAndNobodyElses() throws SQLException {
        var one = TestPostgres.fresh();
        var other = TestPostgres.fresh();

        query(one, "CREATE TABLE t (x int); INSERT INTO t VALUES (1); SELECT count(*) FROM t");

        assertThat(query(one, "SELECT current_database()")).isNotEqualTo(query(other, "SELECT current_database()"));
        assertThat(query(other, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                .isEqualTo("0");
    }

    @Test
    void theServerIsAsDurableAsProduction() throws SQLException {
        var database = TestPostgres.fresh();

        assertThat(query(database, "SHOW fsync")).isEqualTo("on");
        assertThat(query(database, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(query(database, "SHOW full_page_writes")).isEqualTo("on");
    }

    @Test
    void theServerHasRoomForManyCallers() throws SQLException {
        assertThat(Integer.parseInt(query(TestPostgres.fresh(), "SHOW max_connections")))
                .isGreaterThanOrEqualTo(200);
    }

    @Test
    void theUserMayCreateRolesAndSchemas() throws SQLException {
        assertThat(query(TestPostgres.fresh(), "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("t");
    }

    /** The last statement's single value; earlier statements are run for their effect. */
    private static String query(TestPostgres database, String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            while (statement.getUpdateCount() != -1) statement.getMoreResults();
            var rows = statement.getResultSet();
            rows.next();
            return rows.getString(1);
        }
    }
}
