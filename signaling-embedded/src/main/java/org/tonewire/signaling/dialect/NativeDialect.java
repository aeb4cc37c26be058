package org.tonewire.signaling.dialect;

import java.security.SecureRandom;
import org.tonewire.signaling.protocol.key.Nonce;
import org.tonewire.signaling.room.ConnectionId;

/// Tonewire's own protocol, see `docs/PROTOCOL.md`.
public final class NativeDialect implements Dialect {
    public static final String PATH = "/api/v1/signal";

    private final SecureRandom random;

    public NativeDialect(SecureRandom random) {
        this.random = random;
    }

    @Override
    public boolean speaksAt(String path) {
        return path.equals(PATH);
    }

    @Override
    public Conversation begin(ConnectionId connection) {
        return new NativeConversation(connection, Nonce.random(random));
    }
}
