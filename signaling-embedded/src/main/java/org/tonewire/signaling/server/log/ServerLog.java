package org.tonewire.signaling.server.log;

import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.RoomChange;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Family;
import org.tonewire.signaling.room.event.Participant;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// The log of what clients do, by the logger `signaling`. A line begins with the number of its
/// connection, which structured logs also have as `connection`, beside `room`. Lines contain
/// neither descriptions and candidates nor keys and tokens, and addresses at the level TRACE only.
/// Names from outside are quoted. Thread-safe.
public final class ServerLog {
    private static final Logger LOG = LoggerFactory.getLogger("org.tonewire.signaling");

    private final Level clients;
    private final Level messages;
    private final LineLimit refusals = new LineLimit(System.nanoTime());

    private ServerLog(Level clients, Level messages) {
        this.clients = clients;
        this.messages = messages;
    }

    /// Of a server that runs for itself: clients at INFO, messages at DEBUG.
    public static ServerLog standalone() {
        return new ServerLog(Level.INFO, Level.DEBUG);
    }

    /// Of a server inside a program that has a log of its own: clients at DEBUG, messages at TRACE.
    public static ServerLog embedded() {
        return new ServerLog(Level.DEBUG, Level.TRACE);
    }

    public void connected(ConnectionId connection, Family family, @Nullable SocketAddress from) {
        line(clients, connection).log("#{} connected, {}", connection.value(), family);
        line(Level.TRACE, connection).log("#{} is at {}", connection.value(), from);
    }

    public void disconnected(ConnectionId connection, Family family, String why) {
        line(clients, connection).log("#{} disconnected, {}: {}", connection.value(), family, why);
    }

    /// A message was not understood, and the client is not informed.
    public void ignored(ConnectionId connection, Family family, String why) {
        line(clients, connection)
                .log("#{}, {}, sent {}; more of it is not logged", connection.value(), family, why);
    }

    /// A connection or request was refused. Not every line is logged if there are many.
    ///
    /// @param origin of the web page that sent it, if it is about that
    public void refused(String what, Optional<String> origin) {
        refusal(LOG.atLevel(clients), what + origin.map(from -> " " + Quoted.of(from)).orElse(""));
    }

    /// An event was applied to the rooms.
    public void applied(RoomEvent event, List<RoomEffect> effects, List<RoomChange> changes) {
        if (event instanceof RoomEvent.Relay || event instanceof RoomEvent.Broadcast) {
            if (LOG.isEnabledForLevel(messages)) {
                MessageLine.of(event, effects)
                        .ifPresent(it -> line(messages, it.connection()).log(it.text()));
            }
        } else if (LOG.isEnabledForLevel(clients)) {
            changes.forEach(change -> changed(event, change));
            effects.forEach(effect -> refused(event, effect));
            if (event instanceof RoomEvent.UpdateProfile(ConnectionId by, Participant who)) {
                line(clients, by).log("#{} is called {}", by.value(), name(who));
            }
        }
    }

    private void changed(RoomEvent event, RoomChange change) {
        LoggingEventBuilder line = LOG.atLevel(clients).addKeyValue("room", change.room().value());
        String room = Quoted.of(change.room().value());
        switch (change) {
            case RoomChange.Made _ -> line.log("room {} is made", room);
            case RoomChange.Gone _ -> line.log("room {} is gone, as {}", room, end(event));
            case RoomChange.Left(_, Participant who) ->
                    line.log("{} left room {}: {}", name(who), room, reason(event));
            case RoomChange.Entered(_, Participant who, ConnectionId by, RoomChange.How how) ->
                    line.addKeyValue("connection", by.value())
                            .log(
                                    "#{} {}, {}, {} room {}",
                                    by.value(),
                                    name(who),
                                    who.family(),
                                    words(how),
                                    room);
        }
    }

    private void refused(RoomEvent event, RoomEffect effect) {
        if (!(effect instanceof RoomEffect.Refuse refuse)) {
            return;
        }
        switch (event) {
            case RoomEvent.Enter enter -> refused(refuse, "enter", enter.room());
            case RoomEvent.Own own -> refused(refuse, "own", own.room());
            case RoomEvent.Query query -> refused(refuse, "query", query.room());
            case RoomEvent.End end -> refused(refuse, "end", end.room());
            case RoomEvent.Listen _,
                    RoomEvent.StopListening _,
                    RoomEvent.UpdateProfile _,
                    RoomEvent.Relay _,
                    RoomEvent.Broadcast _,
                    RoomEvent.Leave _,
                    RoomEvent.ConnectionClosed _,
                    RoomEvent.ConnectionLost _,
                    RoomEvent.ConnectionCut _,
                    RoomEvent.ChangeKey _,
                    RoomEvent.Tick _ -> {}
        }
    }

    private void refused(RoomEffect.Refuse refuse, String what, RoomName room) {
        refusal(
                line(clients, refuse.to()),
                "#%d may not %s room %s: %s"
                        .formatted(
                                refuse.to().value(),
                                what,
                                Quoted.of(room.value()),
                                refuse.reason().wireName()));
    }

    private void refusal(LoggingEventBuilder line, String text) {
        if (refusals.allows(System.nanoTime())) {
            int leftOut = refusals.takeLeftOut();
            line.log(leftOut == 0 ? text : text + " (" + leftOut + " refusals are not logged)");
        }
    }

    private static LoggingEventBuilder line(Level level, ConnectionId connection) {
        return LOG.atLevel(level).addKeyValue("connection", connection.value());
    }

    private static String words(RoomChange.How how) {
        return switch (how) {
            case JOINED -> "joined";
            case CAME_BACK -> "came back into";
            case TOOK_OVER -> "took over its place in";
        };
    }

    private static String end(RoomEvent event) {
        return event instanceof RoomEvent.End ? "its owner ended it" : "nobody is in it";
    }

    private static String reason(RoomEvent event) {
        return switch (event) {
            case RoomEvent.Leave _, RoomEvent.ConnectionClosed _ -> "left";
            case RoomEvent.ConnectionCut _ -> "cut off";
            case RoomEvent.ConnectionLost _, RoomEvent.Tick _ -> "lost";
            case RoomEvent.ChangeKey _, RoomEvent.Own _ -> "key changed";
            case RoomEvent.End _ -> "room ended";
            case RoomEvent.Enter _,
                    RoomEvent.Listen _,
                    RoomEvent.StopListening _,
                    RoomEvent.UpdateProfile _,
                    RoomEvent.Relay _,
                    RoomEvent.Broadcast _,
                    RoomEvent.Query _ ->
                    "replaced";
        };
    }

    private static String name(Participant who) {
        String id = Quoted.of(who.id().value());
        return who.name()
                .map(ParticipantName::value)
                .filter(name -> !name.equals(who.id().value()))
                .map(name -> Quoted.of(name) + " (" + id + ")")
                .orElse(id);
    }
}
