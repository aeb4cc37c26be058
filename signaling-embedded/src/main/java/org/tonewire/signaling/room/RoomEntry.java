package org.tonewire.signaling.room;

import java.util.Optional;
import org.tonewire.signaling.protocol.key.AccessKey;

/// A room with its door: who may enter, who may know of it, and whether it stays when empty.
record RoomEntry(Room room, Optional<AccessKey> key, Lifetime lifetime, Visibility visibility) {
    enum Lifetime {
        /// Vanishes with its last member.
        PASSING,
        STANDING
    }

    static RoomEntry standing(Room room, AccessKey key, Visibility visibility) {
        return new RoomEntry(room, Optional.of(key), Lifetime.STANDING, visibility);
    }

    /// A room without a key is everybody's, so everybody may know of it.
    static RoomEntry madeBy(Credential credential, Room room) {
        return switch (credential) {
            case Credential.Key(AccessKey key) ->
                    new RoomEntry(room, Optional.of(key), Lifetime.PASSING, Visibility.UNLISTED);
            case Credential.None() ->
                    new RoomEntry(room, Optional.empty(), Lifetime.PASSING, Visibility.LISTED);
            case Credential.Proof _ -> throw new IllegalArgumentException("a proof makes no room");
        };
    }

    RoomEntry with(Room newRoom) {
        return new RoomEntry(newRoom, key, lifetime, visibility);
    }

    boolean isPassing() {
        return lifetime == Lifetime.PASSING;
    }

    boolean hasKey(AccessKey other) {
        return key.filter(other::equals).isPresent();
    }

    boolean admits(Credential credential) {
        if (key.isEmpty()) {
            return true;
        }
        return switch (credential) {
            case Credential.Key(AccessKey shown) -> hasKey(shown);
            case Credential.Proof proof ->
                    key.get().prove(proof.nonce(), room.name().value()).equals(proof.proof());
            case Credential.None() -> false;
        };
    }
}
