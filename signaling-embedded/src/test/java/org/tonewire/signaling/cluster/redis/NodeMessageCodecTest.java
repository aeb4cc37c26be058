package org.tonewire.signaling.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonewire.signaling.cluster.NodeId;
import org.tonewire.signaling.cluster.NodeMessage;
import org.tonewire.signaling.cluster.NodeMessage.Home;
import org.tonewire.signaling.cluster.redis.NodeMessageCodec.Received;
import org.tonewire.signaling.dialect.SessionDescription;
import org.tonewire.signaling.dialect.Signal;
import org.tonewire.signaling.dialect.Signal.Original;
import org.tonewire.signaling.protocol.Identity;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.Role;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.RoomState;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.ServerMessage.Resumption;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.key.IdentityProof;
import org.tonewire.signaling.protocol.key.IdentitySignature;
import org.tonewire.signaling.protocol.key.Nonce;
import org.tonewire.signaling.protocol.key.OwnerHash;
import org.tonewire.signaling.room.RoomRecord;
import org.tonewire.signaling.room.Stay;
import org.tonewire.signaling.room.event.ClientNetwork;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Credential;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.Family;
import org.tonewire.signaling.room.event.Participant;
import org.tonewire.signaling.room.event.Profile;
import org.tonewire.signaling.room.event.RelayedMessage;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// Every message between servers arrives as it was.
final class NodeMessageCodecTest {
    private static final NodeId SELF = new NodeId(NodeId.MAX);
    private static final ConnectionId ON = SELF.connection((1L << 35) - 1);
    private static final RoomName ROOM = new RoomName("a room");
    private static final ParticipantId ANN = new ParticipantId("böb \"x\"");
    private static final AccessKey KEY = AccessKey.of(bytes(32, 3));
    private static final OwnerHash OWNER = OwnerHash.of(IdentityKey.of(bytes(32, 4)));
    private static final Nonce NONCE = Nonce.of(bytes(32, 5));
    private static final Credential.Proof PROOF =
            new Credential.Proof(NONCE, KEY.prove(NONCE, ROOM.value()));
    private static final Seal SEAL =
            Seal.parse("7." + IdentitySignature.of(bytes(64, 6)).base64Url()).orElseThrow();
    private static final Profile FULL =
            new Profile(
                    Optional.of(new ParticipantName("Ann")),
                    new Family("native"),
                    "robot",
                    Optional.of(
                            new Identity(
                                    IdentityKey.of(bytes(32, 7)),
                                    IdentityProof.of(bytes(32, 8)),
                                    IdentitySignature.of(bytes(64, 9)),
                                    Optional.of(IdentityProof.of(bytes(32, 10))))));
    private static final Participant WHO = new Participant(ANN, FULL);
    private static final Participant NAMELESS =
            new Participant(ANN, Profile.nameless(new Family("path")));

    private final WireClock clock =
            new WireClock(InstantSource.fixed(Instant.ofEpochMilli(1_000_000)), () -> 77);
    private final NodeMessageCodec codec = new NodeMessageCodec(clock);

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageArrivesAsItWas(NodeMessage message) {
        String text = codec.encode(SELF, 42, message);
        assertThat(codec.decode(text)).contains(new Received(SELF, 42, message));
    }

    @Test
    void everyKindOfEventAndEffectHasASample() {
        Set<Class<?>> missing =
                Stream.of(
                                RoomEvent.class,
                                RoomEffect.ToConnection.class,
                                Delivery.class,
                                NodeMessage.class,
                                Signal.class)
                        .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
                        .collect(Collectors.toSet());
        samples().forEach(sample -> missing.remove(sample.getClass()));
        missing.removeAll(
                List.of(RoomEvent.ChangeKey.class, RoomEvent.Tick.class, RoomEffect.Deliver.class));
        assertThat(missing).isEmpty();
    }

    @Test
    void aRoomIsStoredWithTheTimesOfTheCalendar() {
        RoomRecord room = room();
        RoomRecord other =
                new NodeMessageCodec(
                                new WireClock(
                                        InstantSource.fixed(Instant.ofEpochMilli(1_000_500)),
                                        () -> -9))
                        .decodeRoom(codec.encode(room))
                        .orElseThrow();
        assertThat(codec.decodeRoom(codec.encode(room))).contains(room);
        assertThat(other.stay().orElseThrow().madeNanos()).isEqualTo(-9 - 1_500_000_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"v\":2,\"node\":1,\"number\":1,\"type\":\"effects\",\"effects\":[]}",
                "{\"v\":1,\"node\":0,\"number\":1,\"type\":\"effects\",\"effects\":[]}",
                "{\"v\":1,\"node\":1,\"number\":1,\"type\":\"dance\"}",
                "{\"v\":1,\"node\":1,\"number\":1,\"type\":\"effects\",\"effects\":[1]}",
                "{\"v\":1,\"node\":1,\"number\":\"x\",\"type\":\"effects\",\"effects\":[]}",
                "{\"v\":1,\"node\":1,\"number\":1,\"type\":\"moved\",\"room\":\"/\",\"home\":1,\"epoch\":1}",
                "{\"v\":[],\"node\":1}",
            })
    void whatIsNoMessageIsNoMessage(String text) {
        assertThat(codec.decode(text)).isEmpty();
    }

    static List<NodeMessage> messages() {
        List<NodeMessage> messages = new ArrayList<>();
        for (Object sample : samples()) {
            switch (sample) {
                case RoomEvent event -> messages.add(new NodeMessage.Forward(ROOM, event, 1));
                case RoomEffect.ToConnection effect ->
                        messages.add(new NodeMessage.Effects(List.of(effect)));
                case Delivery delivery ->
                        messages.add(
                                new NodeMessage.Effects(
                                        List.of(new RoomEffect.Deliver(ON, ANN, delivery))));
                case RelayedMessage content ->
                        messages.add(
                                new NodeMessage.Forward(
                                        ROOM, new RoomEvent.Broadcast(ON, ANN, content), 0));
                case NodeMessage message -> messages.add(message);
                default -> throw new AssertionError("what is " + sample);
            }
        }
        return messages;
    }

    private static List<Object> samples() {
        List<Object> samples = new ArrayList<>(events());
        samples.addAll(effects());
        samples.addAll(signals());
        samples.add(new NodeMessage.Forward(ROOM, new RoomEvent.ConnectionCut(ON), 3));
        samples.add(new NodeMessage.Effects(List.of()));
        samples.add(new NodeMessage.Moved(ROOM, new Home(SELF, 1L << 40)));
        samples.add(
                new NodeMessage.Present(
                        ROOM,
                        Optional.of(room()),
                        List.of(new RoomRecord.Member(WHO, Optional.of(ON))),
                        Set.of(ON),
                        List.of(new RoomEvent.Listen(ON, ROOM, NAMELESS))));
        samples.add(
                new NodeMessage.Present(ROOM, Optional.empty(), List.of(), Set.of(), List.of()));
        samples.add(
                new NodeMessage.Roster(
                        ROOM,
                        List.of(WHO, NAMELESS),
                        List.of(new RoomEffect.Deliver(ON, ANN, welcome()))));
        return samples;
    }

    private static List<RoomEvent> events() {
        return List.of(
                new RoomEvent.Enter(
                        ON,
                        ROOM,
                        FULL,
                        new Credential.Key(KEY, Optional.of(OWNER)),
                        new RoomEvent.Address.Assigned()),
                new RoomEvent.Enter(ON, ROOM, FULL, PROOF, new RoomEvent.Address.Assigned()),
                new RoomEvent.Enter(
                        ON,
                        ROOM,
                        NAMELESS.profile(),
                        new Credential.None(),
                        new RoomEvent.Address.Claimed(ANN)),
                new RoomEvent.Listen(ON, ROOM, NAMELESS),
                new RoomEvent.StopListening(ON),
                new RoomEvent.UpdateProfile(ON, WHO),
                new RoomEvent.Relay(ON, ANN, ANN, signals().getFirst()),
                new RoomEvent.Broadcast(ON, ANN, signals().getFirst()),
                new RoomEvent.Leave(ON, ANN, Optional.of(SEAL)),
                new RoomEvent.Leave(ON, ANN, Optional.empty()),
                new RoomEvent.ConnectionClosed(ON),
                new RoomEvent.ConnectionLost(ON),
                new RoomEvent.ConnectionCut(ON),
                new RoomEvent.Own(ON, ROOM, KEY, OWNER),
                new RoomEvent.Own(
                        ON,
                        ROOM,
                        KEY,
                        OWNER,
                        Optional.of(Duration.ofDays(30)),
                        new RoomEvent.Origin(
                                Optional.of(new ClientNetwork("127.0.0.1")),
                                Duration.ofSeconds(5))),
                new RoomEvent.Query(ON, ROOM, PROOF, OWNER),
                new RoomEvent.End(ON, ROOM, PROOF, OWNER));
    }

    private static List<Object> effects() {
        return List.of(
                welcome(),
                new Delivery.Joined(WHO),
                new Delivery.Replaced(NAMELESS),
                new Delivery.Left(ANN, LeaveReason.LOST, Optional.of(SEAL)),
                new Delivery.Left(ANN, LeaveReason.LEFT, Optional.empty()),
                new Delivery.Relayed(WHO, signals().getFirst()),
                new RoomEffect.Refuse(ON, RefusalReason.WRONG_KEY),
                new RoomEffect.Supersede(ON, ANN),
                new RoomEffect.KeyChanged(ON, ANN),
                new RoomEffect.RoomEnded(ON, ANN),
                new RoomEffect.UnknownTarget(ON, ANN),
                new RoomEffect.NotInRoom(ON, ANN),
                new RoomEffect.NotAllowed(ON),
                new Delivery.Joined(new Participant(ANN, WHO.profile().as(Role.GUEST))),
                new RoomEffect.OwnerHeard(ON, ROOM),
                new RoomEffect.OwnerHeard(ON, ROOM, Optional.of(Duration.ofHours(2))),
                new RoomEffect.RoomShown(
                        ON,
                        new RoomState(
                                ROOM,
                                2,
                                Duration.ofDays(1),
                                Optional.of(Duration.ofSeconds(3)),
                                Optional.of(Duration.ofSeconds(4)))));
    }

    private static Delivery.Welcome welcome() {
        return new Delivery.Welcome(ROOM, WHO, new Resumption(15, true), List.of(NAMELESS));
    }

    private static List<Signal> signals() {
        JsonObject json = new JsonObject();
        json.addProperty("type", "offer");
        Original original = new Original.Json(new Family("path"), json, 99);
        return List.of(
                ofNative(new PeerMessage.Offer("v=0\r\n")),
                ofNative(new PeerMessage.Restart()),
                new Signal.Description(
                        SessionDescription.of(SessionDescription.Kind.ANSWER, "v=0"), original),
                new Signal.Candidate(json, original),
                new Signal.Candidate(new JsonPrimitive("candidate"), original),
                new Signal.Custom("dance", json, original),
                new Signal.Other(original));
    }

    private static Signal ofNative(PeerMessage message) {
        Original original = new Original.Native(message, Optional.of(SEAL));
        return switch (message) {
            case PeerMessage.Offer(String sdp) ->
                    new Signal.Description(
                            SessionDescription.of(SessionDescription.Kind.OFFER, sdp), original);
            case PeerMessage.Answer _,
                    PeerMessage.Candidate _,
                    PeerMessage.Restart _,
                    PeerMessage.Refuse _ ->
                    new Signal.Other(original);
        };
    }

    private static RoomRecord room() {
        return new RoomRecord(
                ROOM,
                Optional.of(KEY),
                Optional.of(OWNER),
                Optional.of(
                        new Stay(
                                Duration.ofDays(7),
                                77 - 1_000_000_000L,
                                77 - 2_000_000L,
                                Optional.of(new ClientNetwork("::/64")))),
                List.of(
                        new RoomRecord.Member(WHO, Optional.of(ON)),
                        new RoomRecord.Member(NAMELESS, Optional.empty())));
    }

    private static byte[] bytes(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
