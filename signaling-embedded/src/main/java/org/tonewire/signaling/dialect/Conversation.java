package org.tonewire.signaling.dialect;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.room.event.Family;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// One socket's talk. Used by the one thread that owns the socket; the steps are done in their
/// order.
public interface Conversation {
    /// What is spoken, as far as is known.
    Family family();

    /// Whether a person may take a while before the client enters a room.
    default boolean waitsForPerson() {
        return false;
    }

    /// The socket is open.
    default List<Step> opened() {
        return List.of();
    }

    /// The client sent this text.
    List<Step> received(String text);

    /// The rooms have something to tell this connection.
    List<Step> notified(RoomEffect.ToConnection effect);

    /// The time that [Step.Wake] asked for has passed.
    default List<Step> timerElapsed() {
        return List.of();
    }

    /// The client turned out to be of another family.
    default List<Step> abandoned() {
        return List.of();
    }

    /// The server is about to close.
    List<Step> serverClosing();

    /// What the owner of the socket has to do.
    sealed interface Step {
        record Send(String text) implements Step {}

        record Raise(RoomEvent event) implements Step {}

        /// Says good-bye; nothing is sent or read after it.
        record Close(CloseCode code, String reason) implements Step {}

        /// A message of this type was understood.
        ///
        /// @param type one of a few; it names a figure
        record Understood(String type) implements Step {}

        /// A message of a type that a handler from outside takes.
        ///
        /// @param payload what the message says; not to be changed
        record Handle(ParticipantId sender, String type, JsonObject payload) implements Step {}

        /// A message was left alone; the client is not told, the log once.
        record Ignore(String why) implements Step {}

        /// The client has said who it is: it is not closed for hanging about.
        record Identified() implements Step {}

        /// Asks for [#timerElapsed] after this time.
        record StartTimer(Duration after) implements Step {}
    }
}
