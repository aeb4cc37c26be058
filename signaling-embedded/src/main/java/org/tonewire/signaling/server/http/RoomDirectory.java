package org.tonewire.signaling.server.http;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.tonewire.signaling.room.Rooms;

/// Tells which rooms there are.
@FunctionalInterface
public interface RoomDirectory {
    CompletionStage<List<Rooms.Summary>> summaries();
}
