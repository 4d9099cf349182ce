package org.personalbudget.ledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalbudget.ledger.testing.TestPostgres;

/** What the role that serves requests may do, and above all what it may not. */
class RightsTest {

    private static final String SERVICE = "ledger_service_test";
    private static final String DENIED = "42501";
    private static TestPostgres database;

    @BeforeAll
    static void migrate() throws SQLException {
        database = TestPostgres.fresh();
        LedgerSchema.migrate(database.dataSource(), SERVICE, "secret");
        asOwner("INSERT INTO events.request VALUES (gen_random_uuid(), '', 0, 0)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO events.event SELECT * FROM events.event",
                "UPDATE events.event SET actor = 'nobody'",
                "DELETE FROM events.event",
                "TRUNCATE events.event",
                "ALTER TABLE events.event ADD COLUMN more text",
                "ALTER TABLE events.event DISABLE TRIGGER ALL",
                "DROP TABLE events.event",
                "CREATE INDEX ON events.event (actor)",
                "INSERT INTO events.request VALUES (gen_random_uuid(), '', 1, 1)",
                "UPDATE events.request SET hash = ''",
                "DELETE FROM events.request",
                "TRUNCATE events.request",
                "INSERT INTO events.tag VALUES ('a', 'b', 1)",
                "UPDATE events.tag SET position = 1",
                "DELETE FROM events.tag",
                "TRUNCATE events.tag",
                "CREATE TABLE events.more (x int)",
                "CREATE OR REPLACE FUNCTION events.refuse_change() RETURNS trigger LANGUAGE sql AS ''",
                "DROP FUNCTION events.append",
                "ALTER FUNCTION events.append SECURITY INVOKER",
                "DROP SCHEMA events CASCADE",
                "DROP TABLE register.entry",
                "CREATE TABLE register.more (x int)",
                "CREATE TABLE work.more (x int)",
                "CREATE TABLE public.more (x int)",
                "CREATE ROLE more",
                "ALTER ROLE CURRENT_USER SUPERUSER",
                "SET ROLE postgres",
                "SET session_replication_role = replica"
            })
    void theServiceIsDenied(String sql) {
        assertThatThrownBy(() -> asService(sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        denied -> assertThat(denied.getSQLState()).isEqualTo(DENIED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM events.event",
                "SELECT count(*) FROM events.request",
                "SELECT count(*) FROM events.tag",
                "INSERT INTO register.entry VALUES ('WORDS', 'r', NULL, 'words', NULL)",
                "UPDATE register.entry SET body = NULL, erased_at = now() WHERE body IS NOT NULL",
                "DELETE FROM register.entry",
                "DELETE FROM work.snapshot",
                "DELETE FROM work.token",
                "DELETE FROM work.todo",
                "CREATE TABLE read.more (x int); DROP TABLE read.more"
            })
    void theServiceMay(String sql) {
        assertThatCode(() -> asService(sql)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UPDATE events.request SET hash = 'x'", "DELETE FROM events.request", "TRUNCATE events.event"})
    void evenTheOwnerChangesNothingByASlip(String sql) {
        assertThatThrownBy(() -> asOwner(sql)).hasMessageContaining("events are facts");
    }

    @Test
    void nobodyElseMayAppend() throws SQLException {
        asOwner("CREATE ROLE somebody_else_%1$s; GRANT USAGE ON SCHEMA events TO somebody_else_%1$s"
                .formatted(database.hashCode() & 0xffff));

        assertThatThrownBy(() -> asOwner("SET ROLE somebody_else_%s; SELECT * FROM events.append(%s)"
                        .formatted(database.hashCode() & 0xffff, "now()" + ", NULL".repeat(26))))
                .hasMessageContaining("permission denied for function append");
    }

    @Test
    void anotherIsolationThanReadCommittedIsRefused() {
        assertThatThrownBy(() -> asService("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT * FROM events.append(now(), "
                        + "'{}', '{}'" + ", '{}'".repeat(24) + ")"))
                .hasMessageContaining("READ COMMITTED");
    }

    private static void asService(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), SERVICE, "secret")) {
            execute(connection, sql);
        }
    }

    private static void asOwner(String sql) throws SQLException {
        try (Connection connection = database.connect()) {
            execute(connection, sql);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
