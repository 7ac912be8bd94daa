package pl.goniec.upkeep.control;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import pl.goniec.upkeep.api.ConsistencyRule;
import pl.goniec.upkeep.api.Finding;

/**
 * Asks for what breaks the rules. A rule is one statement, true of one moment, so that an office at work looks no worse than one at
 * rest; what a person does meanwhile is whole or not there.
 */
public final class ConsistencyQueries {

    private static final int PAGE = 1000;

    private final Connection connection;
    private long files;

    public ConsistencyQueries(Connection connection) {
        this.connection = connection;
    }

    /** Asks every rule that is a statement and reads every file through. */
    public List<Finding> findings() throws SQLException {
        var findings = new ArrayList<Finding>();
        for (var rule : ConsistencyRule.values()) {
            if (!rule.statement().isEmpty()) {
                ask(rule).ifPresent(findings::add);
            }
        }
        hashes().ifPresent(findings::add);
        return findings;
    }

    /** Returns how many contents of files were read through so far. */
    public long files() {
        return files;
    }

    private Optional<Finding> ask(ConsistencyRule rule) throws SQLException {
        var sql = "SELECT o.id, COUNT(*) OVER () FROM (" + rule.statement() + ") AS o (id) ORDER BY o.id LIMIT "
                + Finding.MOST_EXAMPLES;
        try (var query = connection.prepareStatement(sql);
                var rows = query.executeQuery()) {
            long count = 0;
            var examples = new ArrayList<String>();
            while (rows.next()) {
                examples.add(rows.getString(1).strip());
                count = rows.getLong(2);
            }
            return count == 0 ? Optional.empty() : Optional.of(new Finding(rule, count, examples));
        }
    }

    /** One piece of a file is in memory at a time, whatever the driver would like to read ahead. */
    private Optional<Finding> hashes() throws SQLException {
        var wrong = new ArrayList<String>();
        try (var pieces =
                connection.prepareStatement("SELECT bytes FROM content_chunk WHERE hash = ? AND number = ?")) {
            for (var page = hashesAfter(""); !page.isEmpty(); page = hashesAfter(page.get(page.size() - 1))) {
                for (var hash : page) {
                    files++;
                    if (!hash.equals(hashOf(hash, pieces))) {
                        wrong.add(hash);
                    }
                }
            }
        }
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        ConsistencyRule.CONTENT_HASH,
                        wrong.size(),
                        wrong.subList(0, Math.min(wrong.size(), Finding.MOST_EXAMPLES))));
    }

    private List<String> hashesAfter(String last) throws SQLException {
        try (var query = connection.prepareStatement("SELECT hash FROM content WHERE hash > ? ORDER BY hash LIMIT ?")) {
            query.setString(1, last);
            query.setInt(2, PAGE);
            try (var rows = query.executeQuery()) {
                var hashes = new ArrayList<String>();
                while (rows.next()) {
                    hashes.add(rows.getString(1));
                }
                return hashes;
            }
        }
    }

    private static String hashOf(String hash, PreparedStatement pieces) throws SQLException {
        var digest = sha256();
        for (int number = 0; ; number++) {
            pieces.setString(1, hash);
            pieces.setInt(2, number);
            try (var piece = pieces.executeQuery()) {
                if (!piece.next()) {
                    return HexFormat.of().formatHex(digest.digest());
                }
                digest.update(piece.getBytes(1));
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
