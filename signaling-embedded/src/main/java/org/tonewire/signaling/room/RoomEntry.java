package org.tonewire.signaling.room;

import java.util.Optional;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.room.event.Credential;
import org.tonewire.signaling.room.event.Visibility;

/// A room with its door: who may enter, who may know of it, and whether it stays when empty.
record RoomEntry(Room room, Optional<AccessKey> key, Lifetime lifetime, Visibility visibility) {
    enum Lifetime {
        /// Vanishes with its last member.
        TEMPORARY,
        PERMANENT
    }

    static RoomEntry permanent(Room room, AccessKey key, Visibility visibility) {
        return new RoomEntry(room, Optional.of(key), Lifetime.PERMANENT, visibility);
    }

    /// A room without a key is everybody's, so everybody may know of it.
    static RoomEntry createdBy(Credential credential, Room room) {
        return switch (credential) {
            case Credential.Key(AccessKey key) ->
                    new RoomEntry(room, Optional.of(key), Lifetime.TEMPORARY, Visibility.UNLISTED);
            case Credential.None() ->
                    new RoomEntry(room, Optional.empty(), Lifetime.TEMPORARY, Visibility.LISTED);
            case Credential.Proof _ -> throw new IllegalArgumentException("a proof makes no room");
        };
    }

    RoomEntry with(Room newRoom) {
        return new RoomEntry(newRoom, key, lifetime, visibility);
    }

    boolean isTemporary() {
        return lifetime == Lifetime.TEMPORARY;
    }

    /// Whether the room has no key: who comes without one may enter, who comes with one means
    /// another room.
    boolean isOpen() {
        return key.isEmpty();
    }

    boolean hasKey(AccessKey other) {
        return key.filter(other::equals).isPresent();
    }

    boolean admits(Credential credential) {
        return switch (credential) {
            case Credential.Key(AccessKey shown) -> hasKey(shown);
            case Credential.Proof proof ->
                    key.map(mine -> mine.prove(proof.nonce(), room.name().value()))
                            .filter(proof.proof()::equals)
                            .isPresent();
            case Credential.None() -> isOpen();
        };
    }
}
