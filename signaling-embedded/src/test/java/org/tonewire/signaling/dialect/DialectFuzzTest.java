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
    private static final String BREAKING = "\"{}[],:\\u0000\uD800 1e-.truefalsn";
    private static final List<String> WORDS =
            List.of(
                    "{\"type\":\"CONFIRM_ID\",\"payload\":{\"name\":\"Ann\"}}",
                    "{\"type\":\"JOIN\",\"payload\":{}}",
                    "{\"type\":\"OFFER\",\"payload\":{\"sdp\":\"v=0\"},\"target\":{\"id\":\"1\"}}",
                    "{\"type\":\"CANDIDATE\",\"payload\":{\"candidate\":{\"candidate\":\"c\"}}}",
                    "{\"type\":\"offer\",\"offer\":{\"type\":\"offer\",\"sdp\":\"v\"},\"target_peer_id\":\"1\"}",
                    "{\"type\":\"ice_candidate\",\"candidate\":{\"candidate\":\"c\"},\"target_peer_id\":\"2\",\"target_id\":\"2\"}",
                    "{\"type\":\"register\",\"client_id\":\"1\",\"room_id\":\"r\",\"client_type\":\"x\"}",
                    "{\"type\":\"answer\",\"target_id\":\"2\",\"sdp\":\"v=0\"}",
                    "{\"action\":\"login\",\"data\":\"1\"}",
                    "{\"from\":\"1\",\"to\":\"2\",\"action\":\"offer\",\"data\":{\"sdp\":\"v\",\"type\":\"offer\"}}",
                    "{\"type\":\"hello\",\"version\":1,\"client\":\"c\"}",
                    "{\"type\":\"enter\",\"room\":\"r\",\"name\":\"n\"}",
                    "{\"type\":\"leave\"}");

    private final Random random = new Random(7);
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
                perform(by, talk(by).received(frame()));
            }
            List.copyOf(talks.keySet()).forEach(this::lose);
        }
        rooms.apply(new RoomEvent.Tick(), Long.MAX_VALUE);
        assertThat(rooms.summaries()).isEmpty();
    }

    @Test
    void framesThatAreWholeAreUnderstood() {
        ConnectionId ann = open("webrtc/signaling/r/1");

        assertThat(talk(ann).received(WORDS.get(4))).anyMatch(Step.Raise.class::isInstance);
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

    private String frame() {
        StringBuilder text = new StringBuilder(WORDS.get(random.nextInt(WORDS.size())));
        for (int i = random.nextInt(4); i > 0 && text.length() > 1; i--) {
            int at = random.nextInt(text.length());
            char any = BREAKING.charAt(random.nextInt(BREAKING.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, any);
                default -> text.setCharAt(at, any);
            }
        }
        return text.toString();
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
