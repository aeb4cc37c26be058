package org.tonewire.signaling.dialect;

import java.util.List;
import java.util.Optional;

/// The dialects of a server. Earlier ones in a list have priority.
public record Dialects(List<Dialect.AtPath> atPaths, List<Dialect.ByFirstFrame> byFirstFrame) {
    public Dialects {
        atPaths = List.copyOf(atPaths);
        byFirstFrame = List.copyOf(byFirstFrame);
    }

    /// The dialect that owns this path.
    public Optional<Dialect.AtPath> ownerOf(List<String> path) {
        return atPaths.stream().filter(dialect -> dialect.servesPath(path)).findFirst();
    }

    /// The conversation of a new socket: that of the dialect that owns the path, or one whose
    /// dialect the first frame decides. Empty if there is neither.
    public Optional<Conversation> begin(Handshake handshake) {
        Optional<Conversation> owned =
                ownerOf(handshake.path()).map(dialect -> dialect.begin(handshake));
        return owned.or(() ->
                byFirstFrame.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new UndecidedConversation(byFirstFrame, handshake)));
    }
}
