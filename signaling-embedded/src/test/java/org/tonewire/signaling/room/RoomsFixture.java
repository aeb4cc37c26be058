package org.tonewire.signaling.room;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tonewire.signaling.protocol.Identity;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.ServerMessage.Resumption;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.key.IdentityProof;
import org.tonewire.signaling.protocol.key.IdentitySignature;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Credential;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.Family;
import org.tonewire.signaling.room.event.Participant;
import org.tonewire.signaling.room.event.Profile;
import org.tonewire.signaling.room.event.RelayedMessage;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;
import org.tonewire.signaling.room.event.RoomEvent.Address;

/// Rooms with a clock that the test moves, and short names for events and effects.
final class RoomsFixture {
    static final RoomName STUDIO = new RoomName("studio");
    static final AccessKey KEY = key(1);

    private static final Family TESTERS = new Family("testers");

    private final Rooms rooms;
    private long nowNanos = Long.MAX_VALUE - 3_000_000_000L;

    RoomsFixture(RoomLimits limits) {
        rooms = new Rooms(limits, new CountingIds());
    }

    Rooms rooms() {
        return rooms;
    }

    List<RoomEffect> apply(RoomEvent event) {
        return rooms.apply(event, nowNanos);
    }

    /// The rooms were kept by others, whose clock began at the same time.
    List<RoomEffect> restore(List<KeptRoom> before) {
        return rooms.restore(before, nowNanos);
    }

    List<RoomEffect> passSeconds(int seconds) {
        nowNanos += seconds * 1_000_000_000L;
        return apply(new RoomEvent.Tick());
    }

    long nanosIn(int seconds) {
        return nowNanos + seconds * 1_000_000_000L;
    }

    List<RoomEffect> open(int connection) {
        return enter(connection, STUDIO, new Credential.Key(KEY), assigned());
    }

    /// The participant with this number enters again.
    List<RoomEffect> resume(int connection, int participant) {
        return apply(
                new RoomEvent.Enter(
                        on(connection),
                        STUDIO,
                        participant(participant).profile(),
                        new Credential.Key(KEY),
                        assigned()));
    }

    List<RoomEffect> claim(int connection, RoomName room, String id) {
        return enter(connection, room, new Credential.None(), new Address.Claimed(id(id)));
    }

    List<RoomEffect> enter(int connection, RoomName room, Credential credential, Address address) {
        Profile profile =
                address instanceof Address.Assigned
                        ? participant(connection).profile()
                        : profile("n" + connection);
        return apply(new RoomEvent.Enter(on(connection), room, profile, credential, address));
    }

    List<RoomEffect> relay(int connection, String from, String to) {
        return relay(connection, from, to, message());
    }

    List<RoomEffect> relay(int connection, String from, String to, RelayedMessage message) {
        return apply(new RoomEvent.Relay(on(connection), id(from), id(to), message));
    }

    static Address assigned() {
        return new Address.Assigned();
    }

    static RelayedMessage message() {
        return new Text("hello");
    }

    static RelayedMessage message(int characters) {
        return new Text("x".repeat(characters));
    }

    private record Text(String text) implements RelayedMessage {
        @Override
        public int bytes() {
            return text.length();
        }
    }

    static AccessKey key(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return AccessKey.of(bytes);
    }

    static ConnectionId on(int connection) {
        return new ConnectionId(connection);
    }

    static ParticipantId id(String id) {
        return new ParticipantId(id);
    }

    static Profile profile(String name) {
        return Profile.named(new ParticipantName(name), TESTERS);
    }

    /// Has an identity.
    static Participant participant(int participant) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) participant);
        return new Participant(
                id("p" + participant),
                new Profile(
                        Optional.of(new ParticipantName("n" + participant)),
                        TESTERS,
                        Profile.UNKNOWN_TYPE,
                        Optional.of(
                                new Identity(
                                        IdentityKey.of(bytes),
                                        IdentityProof.of(bytes),
                                        IdentitySignature.of(new byte[64])))));
    }

    static Participant participant(String id, String name) {
        return new Participant(id(id), profile(name));
    }

    static RoomEffect delivered(int connection, String member, Delivery delivery) {
        return new RoomEffect.Deliver(on(connection), id(member), delivery);
    }

    static RoomEffect welcomed(
            int connection, Participant self, Resumption how, Participant... others) {
        return delivered(
                connection,
                self.id().value(),
                new Delivery.Welcome(STUDIO, self, how, List.of(others)));
    }

    static Resumption fresh() {
        return new Resumption(RoomLimits.DEFAULT.graceSeconds(), false);
    }

    static Resumption resumed() {
        return new Resumption(RoomLimits.DEFAULT.graceSeconds(), true);
    }

    static Delivery left(String id, LeaveReason reason) {
        return new Delivery.Left(id(id), reason, Optional.empty());
    }

    static Delivery relayed(int from) {
        return relayed(from, message());
    }

    static Delivery relayed(int from, RelayedMessage message) {
        return new Delivery.Relayed(participant(from), message);
    }

    static Delivery relayed(String from, String name) {
        return new Delivery.Relayed(participant(from, name), message());
    }
}
