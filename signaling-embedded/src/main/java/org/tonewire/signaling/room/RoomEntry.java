package org.tonewire.signaling.room;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.tonewire.signaling.protocol.RoomState;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.OwnerHash;
import org.tonewire.signaling.room.event.Credential;
import org.tonewire.signaling.room.event.Visibility;

/// A room with its admission rules.
///
/// @param key empty for an open room, which everybody may enter
/// @param owner who may change the key and end the room; empty for a room of nobody
/// @param stay empty unless the owner opened it, or asked for it, at this server
record RoomEntry(
        Room room,
        Optional<AccessKey> key,
        Optional<OwnerHash> owner,
        Lifetime lifetime,
        Visibility visibility,
        Optional<Stay> stay) {
    enum Lifetime {
        /// Closes with its last member, or some time later.
        TEMPORARY,

        /// Stays until the server closes, empty or not.
        PERMANENT
    }

    static RoomEntry permanent(Room room, AccessKey key, Visibility visibility) {
        return new RoomEntry(
                room,
                Optional.of(key),
                Optional.empty(),
                Lifetime.PERMANENT,
                visibility,
                Optional.empty());
    }

    /// The entry of a room that its owner opens at a server.
    static RoomEntry owned(Room room, AccessKey key, OwnerHash owner, Stay stay) {
        return createdBy(new Credential.Key(key, Optional.of(owner)), room).staying(stay);
    }

    /// The entry of a room that a client creates. A room without an access key is open to
    /// everybody, so it is listed.
    static RoomEntry createdBy(Credential credential, Room room) {
        return switch (credential) {
            case Credential.Key(AccessKey key, Optional<OwnerHash> owner) ->
                    new RoomEntry(
                            room,
                            Optional.of(key),
                            owner,
                            Lifetime.TEMPORARY,
                            Visibility.UNLISTED,
                            Optional.empty());
            case Credential.None() ->
                    new RoomEntry(
                            room,
                            Optional.empty(),
                            Optional.empty(),
                            Lifetime.TEMPORARY,
                            Visibility.LISTED,
                            Optional.empty());
            case Credential.Proof _ -> throw new IllegalArgumentException("a proof makes no room");
        };
    }

    /// The entry of a room that another server had.
    static RoomEntry of(RoomRecord record, Room room) {
        RoomEntry entry =
                createdBy(
                        record.key()
                                .<Credential>map(key -> new Credential.Key(key, record.owner()))
                                .orElse(new Credential.None()),
                        room);
        return record.stay().map(entry::staying).orElse(entry);
    }

    RoomEntry with(Room newRoom) {
        return new RoomEntry(newRoom, key, owner, lifetime, visibility, stay);
    }

    RoomEntry staying(Stay changed) {
        return new RoomEntry(room, key, owner, lifetime, visibility, Optional.of(changed));
    }

    /// The same, if it is empty now and was not, since now.
    RoomEntry comparedWith(RoomEntry before, long nowNanos) {
        return room.members().isEmpty() && !before.room.members().isEmpty() && stay.isPresent()
                ? staying(stay.get().emptySince(nowNanos))
                : this;
    }

    /// What its owner may know of it.
    RoomState state(long nowNanos) {
        int members = room.members().size();
        return new RoomState(
                room.name(),
                members,
                stay.map(Stay::keep).orElse(Duration.ZERO),
                members > 0
                        ? Optional.empty()
                        : stay.filter(Stay::isKept)
                                .map(it -> Duration.ofNanos(it.untilNanos() - nowNanos)),
                stay.map(it -> Duration.ofNanos(nowNanos - it.madeNanos())));
    }

    /// Whether it stays without members for a time that its owner set.
    boolean isKept() {
        return stay.filter(Stay::isKept).isPresent();
    }

    /// Whether it closes now.
    boolean isOver(long nowNanos) {
        boolean isAwaited = room.isAwaited() && !room.kept().isOver(nowNanos);
        return isTemporary()
                && room.members().isEmpty()
                && !isAwaited
                && (!isKept() || nowNanos - stay.orElseThrow().untilNanos() >= 0);
    }

    /// What a restart of the server needs; empty unless it is kept.
    Optional<KeptRoom> forRestart() {
        return isKept()
                ? Optional.of(
                        new KeptRoom(
                                room.name(),
                                key.orElseThrow(),
                                owner.orElseThrow(),
                                stay.orElseThrow().keep(),
                                stay.orElseThrow().madeNanos(),
                                room.members().isEmpty()
                                        ? OptionalLong.of(stay.orElseThrow().emptySinceNanos())
                                        : OptionalLong.empty()))
                : Optional.empty();
    }

    boolean isTemporary() {
        return lifetime == Lifetime.TEMPORARY;
    }

    /// Whether the room has no access key. It admits only clients that show none: a key means
    /// another room of the same name.
    boolean isOpen() {
        return key.isEmpty();
    }

    boolean isOf(OwnerHash other) {
        return owner.filter(other::equals).isPresent();
    }

    boolean hasKey(AccessKey other) {
        return key.filter(other::equals).isPresent();
    }

    boolean admits(Credential credential) {
        return switch (credential) {
            case Credential.Key(AccessKey shown, _) -> hasKey(shown);
            case Credential.Proof proof ->
                    key.map(mine -> mine.prove(proof.nonce(), room.name().value()))
                            .filter(proof.proof()::equals)
                            .isPresent();
            case Credential.None() -> isOpen();
        };
    }
}
