package org.tonewire.signaling.room;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.Role;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.OwnerHash;
import org.tonewire.signaling.room.ConnectionMemberships.MembershipKey;
import org.tonewire.signaling.room.Membership.Presence;
import org.tonewire.signaling.room.Room.Transition;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Credential;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;
import org.tonewire.signaling.room.event.Visibility;

/// All rooms of a server, and the memberships of its connections. Owned by [Rooms].
final class RoomRegister {
    private final RoomChanges changes = new RoomChanges();
    private RoomLimits limits;
    private final Map<RoomName, RoomEntry> entries = new LinkedHashMap<>();
    private final ConnectionMemberships memberships = new ConnectionMemberships();
    private final GuestKeys guestKeys = new GuestKeys();
    private final EndedRooms ended = new EndedRooms();
    private final KeptRooms kept = new KeptRooms();
    private int temporary;
    private long nowNanos;

    RoomRegister(RoomLimits limits) {
        this.limits = limits;
    }

    /// An event begins.
    void begin(long atNanos) {
        changes.begin();
        nowNanos = atNanos;
    }

    KeptRooms kept() {
        return kept;
    }

    /// Has a room again that was kept when the server ended. Nothing if that time is over, if there
    /// is a room of this name, or if there are as many as there may be.
    List<RoomEffect> restore(KeptRoom before) {
        Duration keep = limits.owners().granted(before.keep());
        long emptySince = before.emptySinceNanos().orElse(nowNanos);
        Stay stay = new Stay(keep, before.madeNanos(), emptySince, Optional.empty());
        RoomEntry entry =
                RoomEntry.owned(
                        Room.empty(before.name(), limits), before.key(), before.owner(), stay);
        if (entries.containsKey(before.name())
                || entry.isOver(nowNanos)
                || temporary >= limits.maxRooms()) {
            return List.of();
        }
        changes.made(entry.room());
        put(entry);
        return kept.wake(entry);
    }

    RoomChanges changes() {
        return changes;
    }

    /// Replaces the limits, for rooms that are made from now on.
    void use(RoomLimits changed) {
        limits = changed;
    }

    long graceNanos() {
        return TimeUnit.SECONDS.toNanos(limits.graceSeconds());
    }

    ConnectionMemberships memberships() {
        return memberships;
    }

    List<RoomEntry> entries() {
        return List.copyOf(entries.values());
    }

    int count() {
        return entries.size();
    }

    Optional<RoomEntry> find(RoomName name) {
        return Optional.ofNullable(entries.get(name));
    }

    RoomEntry entryOf(MembershipKey key) {
        return find(key.room())
                .orElseThrow(
                        () -> new IllegalStateException("a membership in a room that is gone"));
    }

    boolean open(RoomName name, AccessKey key, Visibility visibility) {
        Optional<RoomEntry> existing = find(name);
        if (existing.isPresent() && !existing.get().hasKey(key)) {
            return false;
        }
        Room room = existing.map(RoomEntry::room).orElseGet(() -> Room.empty(name, limits));
        put(RoomEntry.permanent(room, key, visibility));
        return true;
    }

    /// Guests enter a room that stays by this key, and by none before.
    boolean admitGuests(RoomName name, AccessKey key) {
        if (find(name).filter(entry -> !entry.isTemporary()).isEmpty()) {
            return false;
        }
        guestKeys.put(name, key);
        return true;
    }

    /// Gives a room that stays another access key, and ends its memberships; their places are kept
    /// for a while. Nobody is told who left, as nobody is in. Guests enter no more.
    List<RoomEffect> changeKey(RoomName name, AccessKey key) {
        RoomEntry entry = entries.get(name);
        if (entry == null || entry.isTemporary() || entry.hasKey(key)) {
            return List.of();
        }
        guestKeys.remove(name);
        List<RoomEffect> effects = new ArrayList<>();
        for (ConnectionMember out : disconnect(entry.room())) {
            effects.add(new RoomEffect.KeyChanged(out.connection(), out.member()));
        }
        put(RoomEntry.permanent(entry.room().emptied(nowNanos), key, entry.visibility()));
        return effects;
    }

    /// The owner of a room opens it, or gives it another access key.
    List<RoomEffect> own(RoomEvent.Own own) {
        @Nullable RoomEntry entry = entries.get(own.room());
        Optional<RefusalReason> refusal = refusal(entry, own);
        if (refusal.isPresent()) {
            return refuse(own.by(), refusal.get());
        }
        Optional<Duration> granted = own.keep().map(limits.owners()::granted);
        Stay stay = stay(own, Optional.ofNullable(entry), granted);
        List<RoomEffect> effects = new ArrayList<>();
        effects.add(new RoomEffect.OwnerHeard(own.by(), own.room(), granted));
        if (entry != null && entry.hasKey(own.key())) {
            effects.addAll(stay(entry.staying(stay)));
            return effects;
        }
        if (entry == null) {
            Room room = Room.awaited(own.room(), limits, nowNanos);
            if (newRoom(room, new Credential.Key(own.key()))
                    instanceof Rooms.Admission.Refused(RefusalReason reason)) {
                return refuse(own.by(), reason);
            }
            changes.made(room);
            ended.lift(own.room(), own.owner());
            put(RoomEntry.owned(room, own.key(), own.owner(), stay));
        } else {
            for (ConnectionMember out : disconnect(entry.room())) {
                effects.add(new RoomEffect.KeyChanged(out.connection(), out.member()));
            }
            put(
                    RoomEntry.owned(
                            entry.room().emptied(nowNanos),
                            own.key(),
                            own.owner(),
                            stay.emptySince(nowNanos)));
        }
        RoomEntry opened = find(own.room()).orElseThrow();
        effects.add(new RoomEffect.WakeAt(opened.room().kept().untilNanos()));
        effects.addAll(kept.wake(opened));
        return effects;
    }

    /// Why this owner may not open this room, if so.
    private Optional<RefusalReason> refusal(@Nullable RoomEntry entry, RoomEvent.Own own) {
        if (entry != null && !entry.isOf(own.owner())) {
            return Optional.of(RefusalReason.ROOM_TAKEN);
        }
        if (entry == null && ended.isSince(own.origin().age(), own.room(), own.owner(), nowNanos)) {
            return Optional.of(RefusalReason.ROOM_ENDED);
        }
        boolean isFirst = entry == null || entry.stay().isEmpty();
        boolean mayOpen = isFirst && limits.maxRooms() > 0;
        return mayOpen && limits.owners().areReached(own, entries.values(), limits.maxRooms())
                ? Optional.of(RefusalReason.TOO_MANY_ROOMS)
                : Optional.empty();
    }

    /// A room stays longer or shorter than before, or closes.
    private List<RoomEffect> stay(RoomEntry changed) {
        put(changed);
        if (changed.isOver(nowNanos)) {
            remove(changed.room());
            return List.of();
        }
        return kept.wake(changed);
    }

    private Stay stay(RoomEvent.Own own, Optional<RoomEntry> before, Optional<Duration> granted) {
        Stay stay =
                before.flatMap(RoomEntry::stay)
                        .orElseGet(
                                () -> Stay.begun(Duration.ZERO, nowNanos, own.origin().network()));
        return granted.map(stay::keeping).orElse(stay);
    }

    /// The owner of a room asks for its state.
    List<RoomEffect> query(RoomEvent.Query query) {
        @Nullable RoomEntry entry = entries.get(query.room());
        Optional<RefusalReason> refusal = refusal(entry, query.owner(), query.key());
        return entry == null || refusal.isPresent()
                ? refuse(query.by(), refusal.orElse(RefusalReason.NO_SUCH_ROOM))
                : List.of(new RoomEffect.RoomShown(query.by(), entry.state(nowNanos)));
    }

    /// Why somebody may not manage this room, if so.
    private static Optional<RefusalReason> refusal(
            @Nullable RoomEntry entry, OwnerHash owner, Credential.Proof key) {
        if (entry == null) {
            return Optional.of(RefusalReason.NO_SUCH_ROOM);
        }
        if (!entry.isOf(owner)) {
            return Optional.of(RefusalReason.ROOM_TAKEN);
        }
        return entry.admits(key) ? Optional.empty() : Optional.of(RefusalReason.WRONG_KEY);
    }

    /// The owner of a room ends it.
    List<RoomEffect> end(RoomEvent.End end) {
        @Nullable RoomEntry entry = entries.get(end.room());
        Optional<RefusalReason> refusal = refusal(entry, end.owner(), end.key());
        if (entry == null || refusal.isPresent()) {
            return refuse(end.by(), refusal.orElse(RefusalReason.NO_SUCH_ROOM));
        }
        List<RoomEffect> effects = new ArrayList<>();
        effects.add(new RoomEffect.OwnerHeard(end.by(), end.room()));
        for (ConnectionMember out : disconnect(entry.room())) {
            effects.add(new RoomEffect.RoomEnded(out.connection(), out.member()));
        }
        changes.compare(entry.room(), entry.room().with(Map.of()));
        remove(entry.room());
        ended.add(entry, nowNanos);
        return effects;
    }

    private static List<RoomEffect> refuse(ConnectionId by, RefusalReason reason) {
        return List.of(new RoomEffect.Refuse(by, reason));
    }

    /// Ends the memberships of a room on their connections.
    private List<ConnectionMember> disconnect(Room room) {
        List<ConnectionMember> out = new ArrayList<>();
        for (Membership member : room.members().values()) {
            if (member.presence() instanceof Presence.Connected(ConnectionId connection)) {
                memberships.remove(connection, new MembershipKey(room.name(), member.id()));
                out.add(new ConnectionMember(connection, member.id()));
            }
        }
        return out;
    }

    /// A member that is connected.
    private record ConnectionMember(ConnectionId connection, ParticipantId member) {}

    /// Rooms that were kept for those who would enter are so no more; a temporary one in which
    /// nobody is closes, unless its owner has it stay. When that time is over it closes too.
    List<RoomEffect> stopAwaiting() {
        ended.pass(nowNanos);
        for (RoomEntry entry : entries()) {
            Room room = entry.room();
            if (entry.isOver(nowNanos)) {
                remove(room);
            } else if (room.isAwaited() && room.kept().isOver(nowNanos)) {
                put(entry.with(room.notAwaited()));
            }
        }
        return kept.wakeAgain(entries.values(), nowNanos);
    }

    /// A room without members that is made from a record. It is kept for a while if nobody is in.
    Room emptyRoom(RoomRecord record, long nowNanos) {
        RoomLimits ofRoom = record.key().isEmpty() ? limits.ofOpenRooms() : limits;
        return record.members().isEmpty()
                ? Room.awaited(record.name(), ofRoom, nowNanos)
                : Room.empty(record.name(), ofRoom);
    }

    /// Takes a room over from another server.
    List<RoomEffect> restore(Room room, RoomRecord record) {
        RoomEntry entry = RoomEntry.of(record, room);
        put(entry);
        return kept.wake(entry);
    }

    /// Removes a room that another server has taken over.
    void drop(RoomName name) {
        find(name).ifPresent(entry -> remove(entry.room()));
    }

    /// Whether the room exists, or is remembered because its owner ended it.
    boolean remembers(RoomName name) {
        return entries.containsKey(name) || ended.remembers(name);
    }

    private void remove(Room room) {
        RoomEntry before = entries.remove(room.name());
        if (before != null) {
            temporary--;
            changes.gone(room);
            kept.compare(Optional.of(before), Optional.empty());
        }
    }

    /// Decides whether a client with this credential may enter, and which room: an existing one or
    /// a new one.
    Rooms.Admission admit(RoomName name, Credential credential, long nowNanos) {
        RoomEntry entry = entries.get(name);
        if (entry != null && entry.admits(credential)) {
            return new Rooms.Admission.Granted(entry, Role.MEMBER);
        }
        if (entry != null && guestKeys.admit(name, credential)) {
            return new Rooms.Admission.Granted(entry, Role.GUEST);
        }
        if (ended.has(name, credential, nowNanos)) {
            return new Rooms.Admission.Refused(RefusalReason.ROOM_ENDED);
        }
        if (entry != null) {
            return new Rooms.Admission.Refused(RefusalReason.WRONG_KEY);
        }
        return switch (credential) {
            case Credential.Proof _ -> new Rooms.Admission.Refused(RefusalReason.NO_SUCH_ROOM);
            case Credential.Key _ -> newRoom(Room.empty(name, limits), credential);
            case Credential.None() -> newRoom(Room.empty(name, limits.ofOpenRooms()), credential);
        };
    }

    private Rooms.Admission newRoom(Room room, Credential credential) {
        if (limits.maxRooms() == 0) {
            return new Rooms.Admission.Refused(RefusalReason.NO_SUCH_ROOM);
        }
        return temporary >= limits.maxRooms()
                ? new Rooms.Admission.Refused(RefusalReason.TOO_MANY_ROOMS)
                : new Rooms.Admission.Granted(RoomEntry.createdBy(credential, room), Role.MEMBER);
    }

    /// Stores the room that results from a transition and returns the effects. A temporary room
    /// without members is removed, unless it is kept for those who are to enter.
    List<RoomEffect> commit(RoomEntry entry, Transition transition) {
        Room room = transition.room();
        if (isUntouched(entry, room)) {
            return transition.effects();
        }
        List<RoomEffect> effects = new ArrayList<>(transition.effects());
        RoomEntry next = entry.with(room).comparedWith(entry, nowNanos);
        if (room.members().isEmpty()
                && entry.isTemporary()
                && !room.isAwaited()
                && !entry.isKept()) {
            changes.compare(entry.room(), room);
            remove(room);
        } else {
            if (!entries.containsKey(room.name())) {
                changes.made(room);
            }
            changes.compare(entry.room(), room);
            put(next);
            effects.addAll(kept.wake(next));
        }
        for (RoomEffect effect : transition.effects()) {
            if (effect instanceof RoomEffect.Supersede(ConnectionId older, var member)) {
                memberships.remove(older, new MembershipKey(room.name(), member));
            }
        }
        return effects;
    }

    /// Whether the transition returned the same object, as most relayed messages do. Comparing the
    /// members would be slow and is not needed.
    @SuppressWarnings("ReferenceEquality")
    private static boolean isUntouched(RoomEntry entry, Room room) {
        return entry.room() == room;
    }

    private void put(RoomEntry entry) {
        @Nullable RoomEntry before = entries.put(entry.room().name(), entry);
        kept.compare(Optional.ofNullable(before), Optional.of(entry));
        int wasTemporary = before != null && before.isTemporary() ? 1 : 0;
        temporary += (entry.isTemporary() ? 1 : 0) - wasTemporary;
    }
}
