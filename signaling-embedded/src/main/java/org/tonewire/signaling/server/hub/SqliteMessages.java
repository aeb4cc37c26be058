package org.tonewire.signaling.server.hub;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tonewire.signaling.extend.MessageTap;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;

/// Stores texts in an SQLite file, the newest hundred thousand. Thread-safe; calls wait for the
/// disk.
public final class SqliteMessages implements MessageTap, AutoCloseable {
    private static final long MAX_MESSAGES = 100_000;
    private static final long CLEAN_EVERY = 1000;

    private final Connection database;

    private SqliteMessages(Connection database) {
        this.database = database;
    }

    /// Opens the file; creates it if it does not exist. The caller closes it.
    public static SqliteMessages open(Path file) throws SQLException {
        Connection database = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try (Statement statement = database.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=NORMAL");
            statement.execute(
                    """
                    CREATE TABLE IF NOT EXISTS messages (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        room TEXT NOT NULL,
                        sender TEXT NOT NULL,
                        text TEXT NOT NULL,
                        at_millis INTEGER NOT NULL)
                    """);
            statement.execute("CREATE INDEX IF NOT EXISTS by_room ON messages (room, id)");
        } catch (SQLException e) {
            database.close();
            throw e;
        }
        return new SqliteMessages(database);
    }

    @Override
    public synchronized void received(RoomName room, ParticipantId sender, String text)
            throws SQLException {
        try (PreparedStatement insert =
                database.prepareStatement(
                        "INSERT INTO messages (room, sender, text, at_millis) VALUES (?, ?, ?, ?)"
                                + " RETURNING id")) {
            insert.setString(1, room.value());
            insert.setString(2, sender.value());
            insert.setString(3, text);
            insert.setLong(4, System.currentTimeMillis());
            try (ResultSet row = insert.executeQuery()) {
                if (row.next() && row.getLong(1) % CLEAN_EVERY == 0) {
                    deleteUpTo(row.getLong(1) - MAX_MESSAGES);
                }
            }
        }
    }

    /// The texts of a room with a greater id than this one, oldest first.
    ///
    /// @param limit the maximum number
    public synchronized List<StoredMessage> since(RoomName room, long id, int limit)
            throws SQLException {
        try (PreparedStatement select =
                database.prepareStatement(
                        "SELECT id, sender, text, at_millis FROM messages"
                                + " WHERE room = ? AND id > ? ORDER BY id LIMIT ?")) {
            select.setString(1, room.value());
            select.setLong(2, id);
            select.setInt(3, limit);
            List<StoredMessage> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(
                            new StoredMessage(
                                    rows.getLong(1),
                                    rows.getString(2),
                                    rows.getString(3),
                                    Instant.ofEpochMilli(rows.getLong(4))));
                }
            }
            return found;
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        database.close();
    }

    private void deleteUpTo(long id) throws SQLException {
        try (PreparedStatement delete =
                database.prepareStatement("DELETE FROM messages WHERE id <= ?")) {
            delete.setLong(1, id);
            delete.executeUpdate();
        }
    }

    /// A stored text.
    ///
    /// @param id increases with each text of any room
    public record StoredMessage(long id, String sender, String text, Instant at) {}
}
