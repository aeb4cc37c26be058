package org.tonewire.signaling.dialect;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.tonewire.signaling.codec.ParsedText;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.room.event.Family;
import org.tonewire.signaling.room.event.RoomEffect;

/// The common part of the families that exchange JSON objects: a frame that is not one JSON object
/// closes the socket (but for a [KeepAlive]), and so do a refusal by the room and a newer
/// connection with the same id.
public final class JsonConversation implements Conversation {
    private static final int MAX_DEPTH = 32;

    private final JsonProtocol protocol;
    private boolean closed;

    public JsonConversation(JsonProtocol protocol) {
        this.protocol = protocol;
    }

    @Override
    public Family family() {
        return protocol.family();
    }

    @Override
    public List<Step> opened() {
        return protocol.opened();
    }

    @Override
    public List<Step> received(String text) {
        if (closed || KeepAlive.isText(text)) {
            return List.of();
        }
        return switch (ParsedText.parse(text, MAX_DEPTH)) {
            case ParsedText.OfObject(JsonObject object) ->
                    protocol.received(new JsonFrame(object, JsonFrame.bytes(text)));
            case ParsedText.Unfit(String problem) -> close(CloseCode.NOT_UNDERSTOOD, problem);
        };
    }

    @Override
    public List<Step> notified(RoomEffect.ToConnection effect) {
        if (closed) {
            return List.of();
        }
        return switch (effect) {
            case RoomEffect.Deliver deliver -> protocol.notified(deliver);
            case RoomEffect.Refuse refuse -> refuse(refuse.reason());
            case RoomEffect.Supersede _ ->
                    close(CloseCode.REPLACED, "replaced by a newer connection");
            case RoomEffect.KeyChanged _ -> close(CloseCode.KEY_CHANGED, "the key changed");
            case RoomEffect.RoomEnded _ -> close(CloseCode.GOING_AWAY, "the room ended");
            case RoomEffect.OwnerHeard _, RoomEffect.RoomShown _ -> List.of();
            case RoomEffect.UnknownTarget unknown -> protocol.targetUnknown(unknown.target());
            case RoomEffect.NotInRoom _ ->
                    List.of(new Step.Ignore("a message before entering a room"));
        };
    }

    @Override
    public List<Step> abandoned() {
        closed = true;
        return protocol.abandoned();
    }

    @Override
    public List<Step> serverClosing() {
        return close(CloseCode.GOING_AWAY, RefusalReason.SERVER_CLOSING.wireName());
    }

    private List<Step> refuse(RefusalReason reason) {
        List<Step> steps = new ArrayList<>(protocol.refused(reason));
        steps.addAll(close(RefusalTexts.closeCode(reason), reason.wireName()));
        return steps;
    }

    private List<Step> close(CloseCode code, String reason) {
        closed = true;
        return List.of(new Step.Close(code, reason));
    }
}
