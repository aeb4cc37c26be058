package org.tonewire.app.core.invite;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// New secrets of the room, as its owner signed them. None is used before the server takes it, and
/// takes the present one no more. A renewal from before that of the present secret is no way back.
/// Session thread only.
public final class OfferedSecrets {
    /// The newest are kept.
    public static final int MAX_SECRETS = 8;

    /// By their numbers.
    private final TreeMap<Long, Renewal> renewals = new TreeMap<>();

    /// The number of the present secret, or lower while it is unknown.
    private long present;

    /// @param removed who did not get the secret
    private record Renewal(RoomSecret secret, List<IdentityKey> removed) {}

    /// What is known of a renewal.
    public enum Age {
        NEW,
        KNOWN,
        /// From before the present secret.
        OLD
    }

    /// A renewal that the owner signed.
    ///
    /// @param number rises with each renewal
    /// @param removed participants who were not sent this secret
    public Age add(long number, RoomSecret secret, List<IdentityKey> removed) {
        if (number < present) {
            return Age.OLD;
        }
        Renewal renewal = new Renewal(secret, List.copyOf(removed));
        if (number == present || renewals.putIfAbsent(number, renewal) != null) {
            return Age.KNOWN;
        }
        if (renewals.size() > MAX_SECRETS) {
            renewals.pollFirstEntry();
        }
        return Age.NEW;
    }

    /// The secrets, each once.
    public List<RoomSecret> newestFirst() {
        return new ArrayList<>(renewals.descendingMap().values())
                .stream().map(Renewal::secret).distinct().toList();
    }

    /// The present secret is from the renewal of this number: those up to it are offered no more.
    public void passed(long number) {
        present = Math.max(present, number);
        renewals.headMap(number, true).clear();
    }

    /// The server took this secret.
    ///
    /// @return who was not sent it
    public List<IdentityKey> take(RoomSecret secret) {
        for (var entry : renewals.entrySet()) {
            if (entry.getValue().secret().equals(secret)) {
                passed(entry.getKey());
                return entry.getValue().removed();
            }
        }
        return List.of();
    }
}
