package org.tonewire.signaling.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tonewire.signaling.cluster.redis.RedisConfig;
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
/// @param rooms where rooms are besides in this server
public record ServerFeatures(
        Access access,
        MessageHandlers handlers,
        Dialects dialects,
        Texts texts,
        Optional<OfferLinks> offers,
        IceService ice,
        RoomStorage rooms) {
    public static final ServerFeatures NONE =
            new ServerFeatures(
                    Access.OPEN,
                    MessageHandlers.NONE,
                    new Dialects(List.of(), List.of()),
                    new Texts(List.of(), Optional.empty()),
                    Optional.empty(),
                    IceService.NONE,
                    RoomStorage.NONE);

    public ServerFeatures with(Access changed) {
        return new ServerFeatures(changed, handlers, dialects, texts, offers, ice, rooms);
    }

    public ServerFeatures with(MessageHandlers changed) {
        return new ServerFeatures(access, changed, dialects, texts, offers, ice, rooms);
    }

    public ServerFeatures with(Dialects more) {
        return new ServerFeatures(access, handlers, more, texts, offers, ice, rooms);
    }

    public ServerFeatures with(Texts changed) {
        return new ServerFeatures(access, handlers, dialects, changed, offers, ice, rooms);
    }

    public ServerFeatures with(OfferLinks changed) {
        return new ServerFeatures(
                access, handlers, dialects, texts, Optional.of(changed), ice, rooms);
    }

    public ServerFeatures with(IceService changed) {
        return new ServerFeatures(access, handlers, dialects, texts, offers, changed, rooms);
    }

    public ServerFeatures with(RoomStorage changed) {
        return new ServerFeatures(access, handlers, dialects, texts, offers, ice, changed);
    }

    /// Where rooms are besides in the memory of the server: in one place at most.
    ///
    /// @param file that has the rooms of owners over a restart; empty for none
    /// @param cluster the Redis that this server shares with others; empty for a server alone
    public record RoomStorage(Optional<Path> file, Optional<RedisConfig> cluster) {
        public static final RoomStorage NONE = new RoomStorage(Optional.empty(), Optional.empty());

        public RoomStorage {
            if (file.isPresent() && cluster.isPresent()) {
                throw new IllegalArgumentException("a cluster has its rooms in Redis");
            }
        }
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
