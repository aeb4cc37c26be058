package org.tonewire.app.ui.side;

import java.util.Optional;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// A chat message.
///
/// @param from who wrote it; empty if it was written here
/// @param name how the participant was shown then
public record ChatLine(Optional<IdentityKey> from, String name, String text) {
    /// Whether it was written here.
    public boolean own() {
        return from.isEmpty();
    }
}
