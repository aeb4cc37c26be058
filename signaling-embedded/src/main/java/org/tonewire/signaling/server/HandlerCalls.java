package org.tonewire.signaling.server;

import com.google.gson.JsonObject;
import org.tonewire.signaling.dialect.Conversation.Step;
import org.tonewire.signaling.dialect.JsonFrame;
import org.tonewire.signaling.dialect.Signal;
import org.tonewire.signaling.extend.MessageHandlers;
import org.tonewire.signaling.extend.ReceivedMessage;
import org.tonewire.signaling.extend.Replies;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Family;
import org.tonewire.signaling.room.event.RoomEvent;
import org.tonewire.signaling.server.limit.BoundedThread;

/// Calls the message handlers of the embedding program, one message after the other, on the thread
/// `tonewire-handlers`. A message is dropped and counted if too many wait. Thread-safe.
final class HandlerCalls implements AutoCloseable {
    private static final Family FAMILY = new Family("handler");
    private static final int MAX_WAITING = 1024;

    private final MessageHandlers handlers;
    private final RoomExecutor rooms;
    private final ServerMetrics metrics;
    private final BoundedThread thread = new BoundedThread("tonewire-handlers", MAX_WAITING);

    HandlerCalls(MessageHandlers handlers, RoomExecutor rooms, ServerMetrics metrics) {
        this.handlers = handlers;
        this.rooms = rooms;
        this.metrics = metrics;
    }

    MessageHandlers handlers() {
        return handlers;
    }

    /// Calls the handler of a message. The message passes through the thread of the rooms, so that
    /// it stays in order with what the client sent before.
    void call(ConnectionId by, Step.Handle step) {
        rooms.withRoomOf(by, step.sender(), room -> call(by, room, step));
    }

    private void call(ConnectionId by, RoomName room, Step.Handle step) {
        Replies replies = new Sender(by, step.sender());
        ReceivedMessage message =
                new ReceivedMessage(room, step.sender(), step.type(), step.payload(), replies);
        if (!thread.tryRun(() -> handlers.call(message))) {
            metrics.countRefusal("handlers-busy");
        }
    }

    @Override
    public void close() {
        thread.close();
    }

    private final class Sender implements Replies {
        private final ConnectionId by;
        private final ParticipantId sender;

        Sender(ConnectionId by, ParticipantId sender) {
            this.by = by;
            this.sender = sender;
        }

        @Override
        public void to(ParticipantId target, String type, JsonObject payload) {
            raise(new RoomEvent.Relay(by, sender, target, signal(type, payload)));
        }

        @Override
        public void toOthers(String type, JsonObject payload) {
            raise(new RoomEvent.Broadcast(by, sender, signal(type, payload)));
        }

        @Override
        public void toAll(String type, JsonObject payload) {
            toOthers(type, payload);
            to(sender, type, payload);
        }

        private void raise(RoomEvent event) {
            rooms.submit(event, System.nanoTime());
        }

        private static Signal signal(String type, JsonObject payload) {
            JsonObject own = payload.deepCopy();
            return new Signal.Custom(
                    type,
                    own,
                    new Signal.Original.Json(FAMILY, own, JsonFrame.bytes(own.toString())));
        }
    }
}
