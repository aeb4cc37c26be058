package org.tonewire.signaling.server.log;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.tonewire.signaling.dialect.JsonFrame;
import org.tonewire.signaling.dialect.Signal;
import org.tonewire.signaling.dialect.Signal.Original;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.RelayedMessage;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// The log line of a relayed message: its kind, its sender and its receiver.
record MessageLine(ConnectionId connection, String text) {
    /// Empty if the event relays nothing.
    static Optional<MessageLine> of(RoomEvent event, List<RoomEffect> effects) {
        return switch (event) {
            case RoomEvent.Relay(var by, var from, var to, var content) ->
                    Optional.of(line(by, from, Quoted.of(to.value()), content, effects));
            case RoomEvent.Broadcast(var by, var from, var content) ->
                    Optional.of(line(by, from, "all others", content, effects));
            case RoomEvent.Enter _,
                    RoomEvent.Listen _,
                    RoomEvent.StopListening _,
                    RoomEvent.UpdateProfile _,
                    RoomEvent.Leave _,
                    RoomEvent.ConnectionClosed _,
                    RoomEvent.ConnectionLost _,
                    RoomEvent.ConnectionCut _,
                    RoomEvent.ChangeKey _,
                    RoomEvent.Own _,
                    RoomEvent.Query _,
                    RoomEvent.End _,
                    RoomEvent.Tick _ ->
                    Optional.empty();
        };
    }

    private static MessageLine line(
            ConnectionId by,
            ParticipantId from,
            String to,
            RelayedMessage content,
            List<RoomEffect> effects) {
        return new MessageLine(
                by,
                "#%d %s %s → %s%s"
                        .formatted(
                                by.value(),
                                kind(content),
                                Quoted.of(from.value()),
                                to,
                                problem(effects)));
    }

    private static String problem(List<RoomEffect> effects) {
        if (effects.stream().anyMatch(RoomEffect.UnknownTarget.class::isInstance)) {
            return ": nobody of that name is in the room";
        }
        return effects.stream().anyMatch(RoomEffect.NotInRoom.class::isInstance)
                ? ": the sender is in no room"
                : "";
    }

    private static String kind(RelayedMessage content) {
        return switch (content) {
            case Signal.Description description -> description.session().kind().type();
            case Signal.Candidate _ -> "candidate";
            case Signal.Custom custom -> Quoted.of(custom.type());
            case Signal.Other(Original.Native(PeerMessage.Restart _, _)) -> "restart";
            case Signal.Other(Original.Native(PeerMessage.Refuse _, _)) -> "refuse";
            case Signal.Other(Original.Json(_, JsonObject json, _)) ->
                    new JsonFrame(json, 0).text("action").map(Quoted::of).orElse("message");
            default -> "message";
        };
    }
}
