package org.tonewire.signaling.server;

import java.security.SecureRandom;
import java.util.Base64;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.room.RoomIds;

/// Ids that cannot be guessed and do not repeat: 72 random bits, 12 characters. Thread-safe.
final class RandomIds implements RoomIds {
    private static final int ID_BYTES = 9;
    private static final long MIN_NUMBER = 100_000_000_000_000L;

    private final SecureRandom random;

    RandomIds(SecureRandom random) {
        this.random = random;
    }

    @Override
    public ParticipantId nextParticipant() {
        return new ParticipantId(nextText());
    }

    /// A random text of 12 characters.
    String nextText() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    /// A random id of 15 decimal digits.
    ParticipantId nextNumber() {
        return new ParticipantId(String.valueOf(random.nextLong(MIN_NUMBER, 10 * MIN_NUMBER)));
    }
}
