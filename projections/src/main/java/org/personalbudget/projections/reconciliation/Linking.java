package org.personalbudget.projections.reconciliation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;

/** Ties movements to the lines that show them: by the request that carried a match out, or by what a match confirms. */
final class Linking {

    /** Each step finds its rows by a key: a page costs the same however much has been matched before. */
    private static final String BY_REQUEST = """
            UPDATE bank_movement AS v
            SET statement = CASE WHEN m.undone THEN NULL ELSE m.statement END,
                line = CASE WHEN m.undone THEN NULL ELSE m.line END,
                cancelled = m.undone AND m.mirrored
            FROM (SELECT * FROM bank_match WHERE effect_id = ANY (?)
                  UNION SELECT * FROM bank_match WHERE mirror_id = ANY (?)) AS m
                 CROSS JOIN LATERAL (VALUES (m.effect_id), (m.mirror_id)) AS c (command)
            WHERE v.command = c.command AND v.account = m.account
            """;

    private static final String BY_CONFIRMING = """
            UPDATE bank_movement AS v SET statement = x.statement, line = x.line
            FROM (SELECT v.account, v.position, m.statement, m.line
                  FROM unnest(?::uuid[]) AS e (event)
                       JOIN bank_movement AS v ON v.event = e.event
                       LEFT JOIN bank_match AS m ON m.account = v.account AND m.subject = v.event
                                                    AND m.effect = 'Confirms' AND NOT m.undone
                  WHERE NOT EXISTS (SELECT FROM bank_match AS by_effect
                                    WHERE by_effect.effect_id = v.command AND by_effect.account = v.account
                                      AND NOT by_effect.undone)) AS x
            WHERE v.account = x.account AND v.position = x.position
            """;

    private Linking() {}

    static void link(MatchRows matches, MovementRows movements, Connection connection) throws SQLException {
        update(
                connection,
                "UPDATE bank_match SET done = true WHERE effect_id = ANY (?) AND NOT done",
                movements.commands());
        update(
                connection,
                "UPDATE bank_match SET mirrored = true WHERE mirror_id = ANY (?) AND NOT mirrored",
                movements.commands());
        update(connection, BY_REQUEST, all(matches.effects(), movements.commands()), movements.commands());
        update(connection, BY_CONFIRMING, all(matches.confirmed(), movements.events()));
    }

    private static Collection<UUID> all(Collection<UUID> some, Collection<UUID> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    @SafeVarargs
    private static void update(Connection connection, String sql, Collection<UUID>... ids) throws SQLException {
        if (Stream.of(ids).allMatch(Collection::isEmpty)) return;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < ids.length; i++) {
                statement.setArray(i + 1, connection.createArrayOf("uuid", ids[i].toArray()));
            }
            statement.executeUpdate();
        }
    }
}
