package org.tonewire.signaling.dialect;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tonewire.signaling.dialect.Conversation.Step;
import org.tonewire.signaling.dialect.family.EnvelopeDialect;
import org.tonewire.signaling.dialect.family.LoginDialect;
import org.tonewire.signaling.dialect.family.PathDialect;
import org.tonewire.signaling.dialect.family.RegisterDialect;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ice.IceService;
import org.tonewire.signaling.room.RoomIds;
import org.tonewire.signaling.room.RoomLimits;
import org.tonewire.signaling.room.Rooms;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// Connections of every dialect with real rooms, without sockets.
final class Conversations {
    /// A path of each kind: of a dialect that owns it, or of none.
    static final List<String> PATHS = List.of("api/v1/signal", "webrtc/signaling/r/1", "any", "");

    private long ids = 100;
    private final Dialects dialects =
            new Dialects(
                    List.of(
                            new NativeDialect(
                                    new SecureRandom(),
                                    () -> IceService.NONE,
                                    InstantSource.system()),
                            new PathDialect()),
                    List.of(
                            new EnvelopeDialect(() -> new ParticipantId(String.valueOf(ids++))),
                            new LoginDialect(),
                            new RegisterDialect()));
    private final Rooms rooms = new Rooms(RoomLimits.DEFAULT, new Ids());
    private final Map<ConnectionId, Conversation> conversations = new HashMap<>();
    private long connections;

    ConnectionId open(String path) {
        ConnectionId connection = new ConnectionId(connections++);
        Handshake handshake =
                new Handshake(
                        connection,
                        List.of(path.split("/", -1)),
                        Map.of(),
                        Set.of("CLAP"),
                        true,
                        Optional.empty());
        Conversation conversation = dialects.begin(handshake).orElseThrow();
        conversations.put(connection, conversation);
        perform(connection, conversation.opened());
        return connection;
    }

    /// Whether the connection is still open.
    boolean has(ConnectionId connection) {
        return conversations.containsKey(connection);
    }

    List<Step> receive(ConnectionId by, String text) {
        List<Step> steps = conversation(by).received(text);
        perform(by, steps);
        return steps;
    }

    void loseAll() {
        List.copyOf(conversations.keySet()).forEach(this::lose);
    }

    /// The number of rooms after every grace time is over.
    int roomsLeft() {
        rooms.apply(new RoomEvent.Tick(), Long.MAX_VALUE);
        return rooms.summaries().size();
    }

    private void perform(ConnectionId by, List<Step> steps) {
        for (Step step : steps) {
            switch (step) {
                case Step.Raise(RoomEvent event) -> apply(event);
                case Step.Close _ -> lose(by);
                case Step.Send _,
                        Step.Understood _,
                        Step.Handle _,
                        Step.Ignore _,
                        Step.Identified _,
                        Step.StartTimer _ -> {}
            }
        }
    }

    private void apply(RoomEvent event) {
        for (RoomEffect effect : rooms.apply(event, 0)) {
            if (effect instanceof RoomEffect.ToConnection toConnection
                    && conversations.containsKey(toConnection.to())) {
                perform(toConnection.to(), conversation(toConnection.to()).notified(toConnection));
            }
        }
    }

    private void lose(ConnectionId connection) {
        conversations.remove(connection);
        apply(new RoomEvent.ConnectionCut(connection));
    }

    private Conversation conversation(ConnectionId connection) {
        return Objects.requireNonNull(conversations.get(connection));
    }

    private static final class Ids implements RoomIds {
        private long last;

        @Override
        public ParticipantId nextParticipant() {
            last++;
            return new ParticipantId("n" + last);
        }
    }
}
