package org.tonewire.signaling.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.signaling.dialect.Conversation.Step;
import org.tonewire.signaling.dialect.family.EnvelopeDialect;
import org.tonewire.signaling.dialect.family.LoginDialect;
import org.tonewire.signaling.dialect.family.PathDialect;
import org.tonewire.signaling.dialect.family.RegisterDialect;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.key.ResumeToken;
import org.tonewire.signaling.room.RoomIds;
import org.tonewire.signaling.room.RoomLimits;
import org.tonewire.signaling.room.Rooms;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// Malformed frames in every dialect, with real rooms behind them: nothing throws, and nothing is
/// left when the connections are gone. `-Dtonewire.fuzz.frames=1000000` for a long run.
final class DialectFuzzTest {
    private static final int FRAMES = Integer.getInteger("tonewire.fuzz.frames", 40_000);
    private static final int PEERS = 4;
    private static final int TALK = 500;
    private final Random random = new Random(7);
    private final BrokenFrames frames = new BrokenFrames(random);
    private long ids = 100;
    private final Dialects dialects =
            new Dialects(
                    List.of(new NativeDialect(new SecureRandom()), new PathDialect()),
                    List.of(
                            new EnvelopeDialect(() -> new ParticipantId(String.valueOf(ids++))),
                            new LoginDialect(),
                            new RegisterDialect()));
    private final Rooms rooms = new Rooms(RoomLimits.DEFAULT, new Ids());
    private final Map<ConnectionId, Conversation> talks = new HashMap<>();
    private long connections;

    @ParameterizedTest
    @ValueSource(strings = {"api/v1/signal", "webrtc/signaling/r/1", "any", ""})
    void noFrameMakesADialectThrow(String path) {
        for (int sent = 0; sent < FRAMES; sent += TALK) {
            List<ConnectionId> peers = new ArrayList<>();
            for (int peer = 0; peer < PEERS; peer++) {
                peers.add(open(path));
            }
            for (int frame = 0; frame < TALK; frame++) {
                int seat = random.nextInt(PEERS);
                if (!talks.containsKey(peers.get(seat))) {
                    peers.set(seat, open(path));
                }
                ConnectionId by = peers.get(seat);
                perform(by, talk(by).received(frames.next()));
            }
            List.copyOf(talks.keySet()).forEach(this::lose);
        }
        rooms.apply(new RoomEvent.Tick(), Long.MAX_VALUE);
        assertThat(rooms.summaries()).isEmpty();
    }

    @Test
    void framesThatAreWholeAreUnderstood() {
        ConnectionId ann = open("webrtc/signaling/r/1");

        assertThat(talk(ann).received(BrokenFrames.WORDS.get(4)))
                .anyMatch(Step.Raise.class::isInstance);
    }

    private ConnectionId open(String path) {
        ConnectionId connection = new ConnectionId(connections++);
        Opening opening =
                new Opening(connection, List.of(path.split("/", -1)), Map.of(), Set.of("CLAP"));
        Conversation talk = dialects.begin(opening).orElseThrow();
        talks.put(connection, talk);
        perform(connection, talk.begun());
        return connection;
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
                        Step.Settle _,
                        Step.Wake _ -> {}
            }
        }
    }

    private void apply(RoomEvent event) {
        for (RoomEffect effect : rooms.apply(event, 0)) {
            if (effect instanceof RoomEffect.Told told && talks.containsKey(told.to())) {
                perform(told.to(), talk(told.to()).told(told));
            }
        }
    }

    private void lose(ConnectionId connection) {
        talks.remove(connection);
        apply(new RoomEvent.ConnectionCut(connection));
    }

    private Conversation talk(ConnectionId connection) {
        return Objects.requireNonNull(talks.get(connection));
    }

    private static final class Ids implements RoomIds {
        private long last;

        @Override
        public ParticipantId nextParticipant() {
            last++;
            return new ParticipantId("n" + last);
        }

        @Override
        public ResumeToken nextResumeToken() {
            return ResumeToken.of(new byte[32]);
        }
    }
}
