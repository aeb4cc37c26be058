package org.tonewire.signaling.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonewire.signaling.protocol.Identity;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.Role;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.room.ConnectionMemberships.MembershipKey;
import org.tonewire.signaling.room.Lobby.Listener;
import org.tonewire.signaling.room.Room.Transition;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.Participant;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;
import org.tonewire.signaling.room.event.RoomEvent.Address;
import org.tonewire.signaling.room.event.Visibility;

/// All rooms of a server. Owned by one thread. Does not block and calls no other code, so that a
/// slow or broken socket cannot delay a room.
public final class Rooms implements RoomDoor {
    private final RoomRegister register;
    private final RoomIds ids;
    private final Lobby lobby = new Lobby();
    private final MessageRouting routing;
    private final RoomTransfer transfer;

    public Rooms(RoomLimits limits, RoomIds ids) {
        this.register = new RoomRegister(limits);
        this.ids = ids;
        this.routing = new MessageRouting(register, lobby);
        this.transfer = new RoomTransfer(register);
    }

    /// Opens a room that stays, empty or not. False if it exists with another access key.
    public boolean open(RoomName name, AccessKey key, Visibility visibility) {
        return register.open(name, key, visibility);
    }

    /// Lets guests enter by this key, and by none before. False if there is no such room that
    /// stays.
    public boolean admitGuests(RoomName name, AccessKey key) {
        return register.admitGuests(name, key);
    }

    /// All rooms, oldest first.
    public List<Summary> summaries() {
        return register.entries().stream().map(Summary::of).toList();
    }

    @Override
    public Optional<RoomName> roomOf(ConnectionId connection, ParticipantId id) {
        return routing.roomOf(connection, id);
    }

    public int count() {
        return register.count();
    }

    /// The rooms that stay without members because their owners asked for it.
    public List<KeptRoom> kept() {
        return register.entries().stream().flatMap(entry -> entry.forRestart().stream()).toList();
    }

    public int keptCount() {
        return register.kept().count();
    }

    /// Changes when [#kept()] does.
    public long keptVersion() {
        return register.kept().version();
    }

    /// Has rooms again that were kept when the server ended, but those whose time is over.
    ///
    /// @return what the caller has to do
    public List<RoomEffect> restore(List<KeptRoom> before, long nowNanos) {
        register.begin(nowNanos);
        return before.stream().flatMap(room -> register.restore(room).stream()).toList();
    }

    /// What the latest event changed, in that order.
    public List<RoomChange> changes() {
        return register.changes().latest();
    }

    /// Replaces the limits. Rooms that exist keep theirs.
    public void use(RoomLimits limits) {
        register.use(limits);
    }

    @Override
    public List<RoomEffect> apply(RoomEvent event, long nowNanos) {
        register.begin(nowNanos);
        return switch (event) {
            case RoomEvent.Enter enter -> enter(enter, nowNanos);
            case RoomEvent.Listen listen -> listen(listen);
            case RoomEvent.StopListening(ConnectionId by) -> {
                lobby.remove(by);
                yield List.of();
            }
            case RoomEvent.UpdateProfile update -> updateProfile(update);
            case RoomEvent.Relay relay -> routing.relay(relay);
            case RoomEvent.Broadcast broadcast -> routing.broadcast(broadcast);
            case RoomEvent.Leave leave -> leave(leave);
            case RoomEvent.ConnectionClosed(ConnectionId connection) ->
                    leaveAll(connection, LeaveReason.LEFT);
            case RoomEvent.ConnectionCut(ConnectionId connection) ->
                    leaveAll(connection, LeaveReason.LOST);
            case RoomEvent.ConnectionLost(ConnectionId connection) ->
                    forEachMembership(connection, (room, member) -> room.lose(member, nowNanos));
            case RoomEvent.ChangeKey(RoomName room, AccessKey key) -> register.changeKey(room, key);
            case RoomEvent.Own own -> register.own(own);
            case RoomEvent.Query query -> register.query(query);
            case RoomEvent.End end -> register.end(end);
            case RoomEvent.Tick() -> tick(nowNanos);
        };
    }

    /// How long a membership is kept after its connection is lost.
    public long graceNanos() {
        return register.graceNanos();
    }

    /// Whether anybody is in the room, listens to it, or it is remembered because it ended.
    public boolean isInUse(RoomName name) {
        return register.remembers(name) || lobby.has(name);
    }

    /// What another server needs to take the room over; empty if there is none.
    public Optional<RoomRecord> record(RoomName name) {
        return transfer.record(name);
    }

    /// Takes over a room that another server had.
    public List<RoomEffect> restore(RoomRecord record, long nowNanos) {
        register.begin(nowNanos);
        return transfer.restore(record, nowNanos);
    }

    /// Corrects a room by what the server of some of its members knows.
    ///
    /// @param members of that server, all connected; those whom the room does not know enter
    /// @param gone connections of that server that are in the room no more
    public List<RoomEffect> reconcile(
            RoomName name, List<RoomRecord.Member> members, Set<ConnectionId> gone, long nowNanos) {
        register.begin(nowNanos);
        return register.find(name)
                .map(entry -> transfer.reconcile(entry, members, gone, nowNanos))
                .orElse(List.of());
    }

    /// Welcomes for members on these connections, which did not receive theirs.
    public List<RoomEffect.Deliver> welcomes(RoomName name, Set<ConnectionId> connections) {
        return transfer.welcomes(name, connections);
    }

    /// Removes a room and its listeners without telling anybody: another server has it.
    public void drop(RoomName name) {
        transfer.drop(name);
        lobby.removeAll(name);
    }

    /// The connections that are members of the room.
    public Set<ConnectionId> connections(RoomName name) {
        return transfer.connections(name);
    }

    private List<RoomEffect> enter(RoomEvent.Enter enter, long nowNanos) {
        return switch (register.admit(enter.room(), enter.credential(), nowNanos)) {
            case Admission.Refused(RefusalReason reason) -> refuse(enter, reason);
            case Admission.Granted(RoomEntry entry, Role role) ->
                    switch (enter.address()) {
                        case Address.Claimed(ParticipantId id) ->
                                join(entry, enter, participant(id, enter, role), nowNanos);
                        case Address.Assigned() -> assign(entry, enter, role, nowNanos);
                    };
        };
    }

    private List<RoomEffect> assign(
            RoomEntry entry, RoomEvent.Enter enter, Role role, long nowNanos) {
        Optional<Membership> member = identity(enter).flatMap(entry.room()::memberOf);
        if (member.isEmpty()) {
            Participant self = participant(ids.nextParticipant(), enter, role);
            return join(entry, enter, self, nowNanos);
        }
        return member.get().participant().profile().role() == role
                ? resume(entry, member.get(), enter)
                : refuse(enter, RefusalReason.IDENTITY_INVALID);
    }

    private static Participant participant(ParticipantId id, RoomEvent.Enter enter, Role role) {
        return new Participant(id, enter.profile().as(role));
    }

    private static Optional<IdentityKey> identity(RoomEvent.Enter enter) {
        return enter.profile().identity().map(Identity::key);
    }

    private List<RoomEffect> join(
            RoomEntry entry, RoomEvent.Enter enter, Participant self, long nowNanos) {
        Room room = entry.room();
        ParticipantId id = self.id();
        if (room.isFullFor(self, nowNanos)) {
            return refuse(enter, RefusalReason.ROOM_FULL);
        }
        boolean replaces = room.member(id).isPresent();
        List<RoomEffect> effects =
                new ArrayList<>(register.commit(entry, room.enter(enter.by(), self)));
        register.memberships().add(enter.by(), new MembershipKey(room.name(), id));
        lobby.remove(enter.by());
        if (entry.isOpen()) {
            Delivery announcement =
                    replaces ? new Delivery.Replaced(self) : new Delivery.Joined(self);
            effects.addAll(lobby.deliver(room.name(), id, announcement));
        }
        return effects;
    }

    private List<RoomEffect> resume(RoomEntry entry, Membership member, RoomEvent.Enter enter) {
        List<RoomEffect> effects = register.commit(entry, entry.room().resume(member, enter.by()));
        register.memberships().add(enter.by(), new MembershipKey(entry.room().name(), member.id()));
        return effects;
    }

    private List<RoomEffect> listen(RoomEvent.Listen listen) {
        lobby.put(new Listener(listen.by(), listen.room(), listen.self()));
        return List.of();
    }

    private List<RoomEffect> updateProfile(RoomEvent.UpdateProfile update) {
        Participant who = update.who();
        Optional<MembershipKey> key = register.memberships().find(update.by(), who.id());
        if (key.isPresent()) {
            RoomEntry entry = register.entryOf(key.get());
            Membership member = entry.room().member(who.id()).orElseThrow();
            return register.commit(entry, entry.room().updateProfile(member, who));
        }
        lobby.of(update.by())
                .filter(listener -> listener.self().id().equals(who.id()))
                .ifPresent(listener -> lobby.put(new Listener(update.by(), listener.room(), who)));
        return List.of();
    }

    private List<RoomEffect> leave(RoomEvent.Leave leave) {
        Optional<MembershipKey> key = register.memberships().find(leave.by(), leave.from());
        if (key.isEmpty()) {
            return List.of(new RoomEffect.NotInRoom(leave.by(), leave.from()));
        }
        register.memberships().remove(leave.by(), key.get());
        RoomEntry entry = register.entryOf(key.get());
        return register.commit(entry, entry.room().leave(leave.from(), leave.seal()));
    }

    private List<RoomEffect> leaveAll(ConnectionId connection, LeaveReason reason) {
        return forEachMembership(connection, (room, member) -> room.end(member.id(), reason));
    }

    private List<RoomEffect> tick(long nowNanos) {
        List<RoomEffect> effects = new ArrayList<>();
        for (RoomEntry entry : register.entries()) {
            if (entry.room().members().values().stream().anyMatch(m -> m.isExpired(nowNanos))) {
                effects.addAll(register.commit(entry, entry.room().expire(nowNanos)));
            }
        }
        effects.addAll(register.stopAwaiting());
        return effects;
    }

    private List<RoomEffect> forEachMembership(ConnectionId connection, MemberAction action) {
        lobby.remove(connection);
        List<RoomEffect> effects = new ArrayList<>();
        for (MembershipKey key : register.memberships().removeAll(connection)) {
            RoomEntry entry = register.entryOf(key);
            entry.room()
                    .member(key.id())
                    .filter(member -> member.isOn(connection))
                    .map(member -> action.apply(entry.room(), member))
                    .ifPresent(transition -> effects.addAll(register.commit(entry, transition)));
        }
        effects.removeIf(effect ->
                effect instanceof RoomEffect.Deliver deliver && deliver.to().equals(connection));
        return effects;
    }

    private static List<RoomEffect> refuse(RoomEvent.Enter enter, RefusalReason reason) {
        return List.of(new RoomEffect.Refuse(enter.by(), reason));
    }

    /// Whether a client may enter.
    sealed interface Admission {
        record Granted(RoomEntry entry, Role role) implements Admission {}

        record Refused(RefusalReason reason) implements Admission {}
    }

    private interface MemberAction {
        Transition apply(Room room, Membership member);
    }

    /// A room in a list of rooms.
    public record Summary(RoomName name, List<ParticipantId> members, Visibility visibility) {
        public Summary {
            members = List.copyOf(members);
        }

        private static Summary of(RoomEntry entry) {
            Room room = entry.room();
            return new Summary(
                    room.name(), List.copyOf(room.members().keySet()), entry.visibility());
        }

        public int participants() {
            return members.size();
        }
    }
}
