package org.tonewire.signaling.dialect;

import java.util.List;
import java.util.Optional;

/// The families that a server speaks; those that come first are asked first.
public record Dialects(List<Dialect.AtPath> atPaths, List<Dialect.ByFirstFrame> byFirstFrame) {
    public Dialects {
        atPaths = List.copyOf(atPaths);
        byFirstFrame = List.copyOf(byFirstFrame);
    }

    /// The family that owns this path.
    public Optional<Dialect.AtPath> ownerOf(List<String> path) {
        return atPaths.stream().filter(dialect -> dialect.servesPath(path)).findFirst();
    }

    /// A new socket's conversation, in the family that owns the path or one that its first words
    /// will tell; nothing where neither can be.
    public Optional<Conversation> begin(Handshake handshake) {
        Optional<Conversation> owned =
                ownerOf(handshake.path()).map(dialect -> dialect.begin(handshake));
        return owned.or(() ->
                byFirstFrame.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new UndecidedConversation(byFirstFrame, handshake)));
    }
}
