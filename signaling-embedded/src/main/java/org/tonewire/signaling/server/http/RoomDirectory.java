package org.tonewire.signaling.server.http;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.tonewire.signaling.room.Rooms;

/// The list of rooms.
@FunctionalInterface
public interface RoomDirectory {
    /// All rooms, oldest first. Completes on the thread of the rooms; exceptionally if the server
    /// has closed. Thread-safe.
    CompletionStage<List<Rooms.Summary>> summaries();
}
