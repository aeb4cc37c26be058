package org.tonewire.signaling.dialect;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.room.event.Family;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// The protocol state of one WebSocket: turns what happens into steps. Owned by the event loop of
/// the socket, which performs the steps in their order. Must not block.
public interface Conversation {
    /// The family of the client, as far as it is known.
    Family family();

    /// Whether a person may have to act before the client enters a room, so that the join deadline
    /// is extended once.
    default boolean waitsForPerson() {
        return false;
    }

    /// The WebSocket is open.
    default List<Step> opened() {
        return List.of();
    }

    /// The client sent this text frame.
    List<Step> received(String text);

    /// The rooms returned this effect for the connection.
    List<Step> notified(RoomEffect.ToConnection effect);

    /// The time of [Step.StartTimer] has passed.
    default List<Step> timerElapsed() {
        return List.of();
    }

    /// The settings of the running server changed.
    default List<Step> settingsChanged() {
        return List.of();
    }

    /// The first frame showed that the client belongs to another family. No further calls follow.
    default List<Step> abandoned() {
        return List.of();
    }

    /// The server is closing.
    List<Step> serverClosing();

    /// What the owner of the socket has to do.
    sealed interface Step {
        /// Sends a text frame.
        record Send(String text) implements Step {}

        /// Passes an event to the rooms.
        record Raise(RoomEvent event) implements Step {}

        /// Closes the socket with this status. Nothing is sent or read after it.
        record Close(CloseCode code, String reason) implements Step {}

        /// A message of this type was understood. Counted in the metrics.
        ///
        /// @param type one of a small set, because it becomes a label of a metric
        record Understood(String type) implements Step {}

        /// A message of a type that a handler of the embedding program takes.
        ///
        /// @param payload not to be modified
        record Handle(ParticipantId sender, String type, JsonObject payload) implements Step {}

        /// A message was ignored. The client is not informed; the log is, once for each socket.
        record Ignore(String why) implements Step {}

        /// The client has identified itself: the join deadline no longer applies.
        record Identified() implements Step {}

        /// Requests a call of [#timerElapsed] after this time, in place of one requested before.
        record StartTimer(Duration after) implements Step {}
    }
}
