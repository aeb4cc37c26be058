package org.tonewire.signaling.room;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.ServerMessage.Resumption;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.ResumeToken;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Credential;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.Family;
import org.tonewire.signaling.room.event.Participant;
import org.tonewire.signaling.room.event.Profile;
import org.tonewire.signaling.room.event.RelayedMessage;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;
import org.tonewire.signaling.room.event.RoomEvent.Identity;

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

    List<RoomEffect> resume(int connection, int token) {
        return enter(
                connection,
                STUDIO,
                new Credential.Key(KEY),
                new Identity.Assigned(Optional.of(CountingIds.token(token))));
    }

    List<RoomEffect> claim(int connection, RoomName room, String id) {
        return enter(connection, room, new Credential.None(), new Identity.Claimed(id(id)));
    }

    List<RoomEffect> enter(
            int connection, RoomName room, Credential credential, Identity identity) {
        return apply(
                new RoomEvent.Enter(
                        on(connection), room, profile("n" + connection), credential, identity));
    }

    List<RoomEffect> relay(int connection, String from, String to) {
        return apply(new RoomEvent.Relay(on(connection), id(from), id(to), message()));
    }

    static Identity assigned() {
        return new Identity.Assigned(Optional.empty());
    }

    static RelayedMessage message() {
        return new Text("hello");
    }

    static RelayedMessage message(int characters) {
        return new Text("x".repeat(characters));
    }

    private record Text(String text) implements RelayedMessage {
        @Override
        public int characters() {
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

    static Participant participant(int participant) {
        return participant("p" + participant, "n" + participant);
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

    static Resumption fresh(int token) {
        ResumeToken value = CountingIds.token(token);
        return new Resumption(value, RoomLimits.DEFAULT.graceSeconds(), false);
    }

    static Resumption resumed(int token) {
        return new Resumption(CountingIds.token(token), RoomLimits.DEFAULT.graceSeconds(), true);
    }

    static Delivery left(String id, LeaveReason reason) {
        return new Delivery.Left(id(id), reason);
    }

    static Delivery relayed(int from) {
        return relayed("p" + from, "n" + from);
    }

    static Delivery relayed(String from, String name) {
        return new Delivery.Relayed(participant(from, name), message());
    }
}
