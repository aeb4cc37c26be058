package org.tonewire.signaling.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tonewire.signaling.dialect.Dialects;
import org.tonewire.signaling.extend.MessageHandlers;
import org.tonewire.signaling.extend.MessageTap;
import org.tonewire.signaling.extend.OfferLinks;
import org.tonewire.signaling.protocol.ice.IceService;
import org.tonewire.signaling.server.http.Access;

/// The optional parts of a server.
///
/// @param dialects of additional families; they have priority over those that are built in
/// @param offers the WebRTC side of clients that offer by HTTP; empty to reject their offers
/// @param ice the STUN and TURN servers that members are told
/// @param keptRooms a file that has the rooms of owners over a restart; empty for none
public record ServerFeatures(
        Access access,
        MessageHandlers handlers,
        Dialects dialects,
        Texts texts,
        Optional<OfferLinks> offers,
        IceService ice,
        Optional<Path> keptRooms) {
    public static final ServerFeatures NONE =
            new ServerFeatures(
                    Access.OPEN,
                    MessageHandlers.NONE,
                    new Dialects(List.of(), List.of()),
                    new Texts(List.of(), Optional.empty()),
                    Optional.empty(),
                    IceService.NONE,
                    Optional.empty());

    public ServerFeatures with(Access changed) {
        return new ServerFeatures(changed, handlers, dialects, texts, offers, ice, keptRooms);
    }

    public ServerFeatures with(MessageHandlers changed) {
        return new ServerFeatures(access, changed, dialects, texts, offers, ice, keptRooms);
    }

    public ServerFeatures with(Dialects more) {
        return new ServerFeatures(access, handlers, more, texts, offers, ice, keptRooms);
    }

    public ServerFeatures with(Texts changed) {
        return new ServerFeatures(access, handlers, dialects, changed, offers, ice, keptRooms);
    }

    public ServerFeatures with(OfferLinks changed) {
        return new ServerFeatures(
                access, handlers, dialects, texts, Optional.of(changed), ice, keptRooms);
    }

    public ServerFeatures with(IceService changed) {
        return new ServerFeatures(access, handlers, dialects, texts, offers, changed, keptRooms);
    }

    public ServerFeatures keepingRoomsIn(Optional<Path> file) {
        return new ServerFeatures(access, handlers, dialects, texts, offers, ice, file);
    }

    /// What happens to the texts of data channels.
    ///
    /// @param taps called in this order; without any, the log records the length of each text
    /// @param store an SQLite file that keeps the texts
    public record Texts(List<MessageTap> taps, Optional<Path> store) {
        public Texts {
            taps = List.copyOf(taps);
        }
    }
}
