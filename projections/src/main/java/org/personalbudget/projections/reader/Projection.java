package org.personalbudget.projections.reader;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A fold of the log into tables of its own. */
public interface Projection {

    /** Its name, under which its position is kept. */
    String name();

    /**
     * Takes events in, in position order, each for the first time. Rows go out set by set over the given connection, in
     * whose transaction the reader also stores the position; table names carry no schema.
     */
    void project(List<Posted> events, Connection connection) throws SQLException;
}
