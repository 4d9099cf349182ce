package org.personalbudget.ledger.eventstore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Loses connections at the worst moment: when the commit has happened and nobody has been told. */
final class LossyConnections {

    private LossyConnections() {}

    /** Connections whose calls are carried out, committed, and then said to have been lost. */
    static DataSource losing(DataSource source, AtomicInteger losses) {
        return proxy(
                DataSource.class,
                source,
                (method, result) -> result instanceof Connection connection ? losing(connection, losses) : result);
    }

    private static Connection losing(Connection connection, AtomicInteger losses) {
        return proxy(
                Connection.class,
                connection,
                (method, result) -> result instanceof PreparedStatement statement
                        ? proxy(PreparedStatement.class, statement, (called, rows) -> {
                            if (called.equals("executeQuery") && losses.getAndDecrement() > 0) {
                                throw new SQLException("connection lost", "08006");
                            }
                            return rows;
                        })
                        : result);
    }

    private interface Afterwards {
        Object apply(String method, Object result) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T target, Afterwards afterwards) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    try {
                        return afterwards.apply(method.getName(), method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
