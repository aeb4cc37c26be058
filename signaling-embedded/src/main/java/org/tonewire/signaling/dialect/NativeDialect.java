package org.tonewire.signaling.dialect;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.tonewire.signaling.protocol.ice.IceService;
import org.tonewire.signaling.protocol.key.Nonce;
import org.tonewire.signaling.room.event.Family;

/// The native protocol of Tonewire, see `docs/PROTOCOL.md`.
public final class NativeDialect implements Dialect.AtPath {
    public static final Family FAMILY = new Family("native");

    private static final List<String> PATH = List.of("api", "v1", "signal");

    private final SecureRandom random;
    private final Supplier<IceService> ice;
    private final InstantSource clock;

    /// @param ice the STUN and TURN servers that members are told, at present
    /// @param clock for logins, and for how old a challenge is
    public NativeDialect(SecureRandom random, Supplier<IceService> ice, InstantSource clock) {
        this.random = random;
        this.ice = ice;
        this.clock = clock;
    }

    @Override
    public Family family() {
        return FAMILY;
    }

    /// Whether this path belongs to the native protocol.
    ///
    /// @param path the percent-decoded segments
    public static boolean isAt(List<String> path) {
        return path.equals(PATH);
    }

    @Override
    public boolean servesPath(List<String> path) {
        return isAt(path);
    }

    @Override
    public Conversation begin(Handshake handshake) {
        return new NativeConversation(
                handshake,
                new NativeChallenge(Nonce.random(random), clock),
                new IceNaming(ice, clock));
    }
}
