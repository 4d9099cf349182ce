package org.personalbudget.ledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writer's own connection to the log. It is not lent to anybody: in a shared pool, callers that wait for the
 * writer could hold every connection that the writer waits for.
 *
 * <p>If the connection is lost in a commit, nobody knows whether it was one. The same group is then sent again: what
 * was recorded answers as recorded, by the requests' identities, and what was not is recorded now. The lost call may
 * even still be running; whichever of the two comes second finds the first one's answers.
 */
public final class AppendConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AppendConnection.class);

    /** SQLSTATE classes after which the connection, and with it the outcome, is lost. */
    private static final Set<String> LOST = Set.of("08", "57", "58", "53", "XX");

    private final DataSource source;
    private final Clock clock;
    private final Duration patience;
    private @Nullable PreparedStatement statement;

    /**
     * @param source opens a connection when asked, as the service's role; used by nobody else
     * @param patience how long to look for the database before an outcome is given up as unknown
     */
    public AppendConnection(DataSource source, Clock clock, Duration patience) {
        this.source = source;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Appends a group; one outcome a request, in their order. Not to be called by two threads at once.
     *
     * @throws OutcomeUnknown if the database stays away
     * @throws AppendRefused if the log will not have a request, whatever stands around it
     */
    List<Outcome> append(List<Append> group) {
        long deadline = System.nanoTime() + patience.toNanos();
        for (long pause = 20; ; pause = Math.min(pause * 2, 1_000)) {
            try {
                return once(group);
            } catch (SQLException e) {
                if (!lost(e)) return oneByOne(group, e);
                LOG.warn("lost the log while appending, asking again: {}", AppendRefused.reason(e));
                close();
                if (System.nanoTime() > deadline) throw new OutcomeUnknown(e);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
            }
        }
    }

    private List<Outcome> once(List<Append> group) throws SQLException {
        return new AppendCall(group).run(statement(), clock.instant());
    }

    /** The database refused the group as a whole, and none of it is recorded: only one of them can be the reason. */
    private List<Outcome> oneByOne(List<Append> group, SQLException cause) {
        if (group.size() == 1) return List.of(new Outcome.Impossible(new AppendRefused(cause)));
        LOG.warn(
                "a request spoilt its group of {}, appending one by one: {}",
                group.size(),
                AppendRefused.reason(cause));
        List<Outcome> outcomes = new ArrayList<>();
        for (Append each : group) outcomes.addAll(append(List.of(each)));
        return outcomes;
    }

    private PreparedStatement statement() throws SQLException {
        if (statement == null) {
            Connection connection = source.getConnection();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            statement = connection.prepareStatement(AppendCall.SQL);
            statement.unwrap(PGStatement.class).setPrepareThreshold(1);
        }
        return statement;
    }

    private static boolean lost(SQLException e) {
        String state = e.getSQLState();
        return state == null || LOST.contains(state.substring(0, Math.min(2, state.length())));
    }

    @Override
    public void close() {
        var last = statement;
        statement = null;
        if (last == null) return;
        try {
            last.getConnection().close();
        } catch (SQLException e) {
            LOG.debug("closing a lost connection", e);
        }
    }
}
