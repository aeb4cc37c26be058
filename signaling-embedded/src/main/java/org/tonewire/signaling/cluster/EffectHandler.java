package org.tonewire.signaling.cluster;

import java.util.List;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// Receives what a server of a cluster has to do. Called on the thread of the rooms.
public interface EffectHandler {
    /// Performs effects for connections of this server that no event returned.
    void perform(List<RoomEffect> effects);

    /// The rooms of this server applied an event, of this server or another one. For the log.
    void applied(RoomEvent event, List<RoomEffect> effects);
}
