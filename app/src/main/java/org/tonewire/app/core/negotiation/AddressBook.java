package org.tonewire.app.core.negotiation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonewire.app.core.trust.SessionIdentity;
import org.tonewire.signaling.protocol.Identity;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// At which addresses of the signaling server the other participants are. The server may give an
/// identity another address at any time, or several; the newest is used. Session thread only.
public final class AddressBook {
    /// More are not taken from a server: each costs links and threads.
    static final int MAX_ADDRESSES = 64;

    private SessionIdentity self;
    private final Map<ParticipantId, IdentityKey> identities = new LinkedHashMap<>();
    private final Map<IdentityKey, LinkedHashSet<ParticipantId>> addresses = new HashMap<>();

    public AddressBook(SessionIdentity self) {
        this.self = self;
    }

    /// From here on entries count that fit the media key of this identity: all are added again.
    public void use(SessionIdentity renewed) {
        self = renewed;
        clear();
    }

    /// What an entry of the server is worth.
    public enum Entry {
        TAKEN,
        /// It changes nothing: this identity is at this address already.
        SAME,
        /// This participant itself.
        SELF,
        /// No identity, or one that nobody with the invite made under this name.
        UNPROVEN,
        TOO_MANY
    }

    public Entry add(ParticipantInfo info) {
        Optional<Identity> identity = info.identity();
        if (identity.isPresent() && isNewest(info.id(), identity.get().key())) {
            return Entry.SAME;
        }
        if (identity.isEmpty() || !self.trusts(identity.get(), info.name())) {
            return Entry.UNPROVEN;
        }
        IdentityKey key = identity.get().key();
        if (key.equals(self.key())) {
            return Entry.SELF;
        }
        if (identities.size() >= MAX_ADDRESSES && !identities.containsKey(info.id())) {
            return Entry.TOO_MANY;
        }
        remove(info.id());
        identities.put(info.id(), key);
        addresses.computeIfAbsent(key, _ -> new LinkedHashSet<>()).addLast(info.id());
        return Entry.TAKEN;
    }

    private boolean isNewest(ParticipantId address, IdentityKey key) {
        return at(address).equals(Optional.of(key)) && of(key).equals(Optional.of(address));
    }

    /// @return the identity that was there
    public Optional<IdentityKey> remove(ParticipantId address) {
        IdentityKey key = identities.remove(address);
        if (key == null) {
            return Optional.empty();
        }
        Set<ParticipantId> left = addresses.getOrDefault(key, new LinkedHashSet<>());
        left.remove(address);
        if (left.isEmpty()) {
            addresses.remove(key);
        }
        return Optional.of(key);
    }

    public void clear() {
        identities.clear();
        addresses.clear();
    }

    public Optional<IdentityKey> at(ParticipantId address) {
        return Optional.ofNullable(identities.get(address));
    }

    /// Where an identity is; empty while the server names none that fits.
    public Optional<ParticipantId> of(IdentityKey key) {
        return Optional.ofNullable(addresses.get(key)).map(LinkedHashSet::getLast);
    }

    public List<IdentityKey> present() {
        return List.copyOf(addresses.keySet());
    }
}
