package pl.goniec.upkeep.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import pl.goniec.upkeep.api.Figures;

/** Counts what waits, in one statement, which looks at what waits and at nothing that is done. */
public final class FigureQueries {

    private static final double MILLIS = 1000;

    private final Connection connection;

    public FigureQueries(Connection connection) {
        this.connection = connection;
    }

    /** Returns what waits at this moment. */
    public Figures figures(Instant now) throws SQLException {
        try (var query = connection.prepareStatement("""
                        SELECT (SELECT COUNT(*) FROM broadcast_chunk c
                                JOIN receipt r ON r.broadcast_id = c.broadcast_id AND r.chunk = c.number
                                WHERE c.state = 'PENDING'),
                            (SELECT MIN(b.accepted_at) FROM broadcast_chunk c JOIN broadcast b ON b.id = c.broadcast_id
                                WHERE c.state = 'PENDING'),
                            (SELECT COUNT(*) FROM broadcast_chunk c
                                JOIN receipt r ON r.broadcast_id = c.broadcast_id AND r.chunk = c.number
                                WHERE c.state = 'FAILED'),
                            (SELECT COUNT(*) FROM letter WHERE state = 'WAITING'),
                            (SELECT COUNT(*) FROM letter WHERE state = 'REFUSED'),
                            (SELECT COUNT(*) FROM company_event WHERE relayed_at IS NULL)
                        """);
                var row = query.executeQuery()) {
            row.next();
            return new Figures(
                    row.getLong(1),
                    seconds(row.getObject(2, OffsetDateTime.class), now),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6));
        }
    }

    private static double seconds(OffsetDateTime since, Instant now) {
        return since == null
                ? 0
                : Math.max(0, Duration.between(since.toInstant(), now).toMillis() / MILLIS);
    }
}
