package org.tonewire.signaling.room;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.room.event.Credential;

/// The access keys by which guests enter rooms: of the rooms that the program of this server opened
/// and admits guests to. Such a key opens nothing. Owned by [RoomRegister].
final class GuestKeys {
    private final Map<RoomName, AccessKey> keys = new HashMap<>();

    void put(RoomName room, AccessKey key) {
        keys.put(room, key);
    }

    /// Nobody enters this room as a guest any more.
    void remove(RoomName room) {
        keys.remove(room);
    }

    boolean admit(RoomName room, Credential credential) {
        return credential instanceof Credential.Proof proof
                && Optional.ofNullable(keys.get(room))
                        .map(key -> key.prove(proof.nonce(), room.value()))
                        .filter(proof.proof()::equals)
                        .isPresent();
    }
}
